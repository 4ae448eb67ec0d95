import { ProblemError } from '../../../api/errors.js';
import { proposeBindings, type RoleChoice } from '../../../api/runs/propose-bindings.js';
import type { StartWish } from '../../../api/runs/start-run.js';
import { runId } from '../../../api/schemas/common.js';
import { listInstitutions } from '../../../db/queries/institutions.js';
import type { Attribute, AttributeValue } from '../../../protocols/language/attribute.js';
import { countriesOf, fittingPacks } from '../../../protocols/language/corridor.js';
import type { Definition } from '../../../protocols/language/definition.js';
import type { Visit } from '../../frame/visit.js';

/** Names of what is carried from page to page: codes and institutions, nothing about the person. */
export const NAMES = {
  protocol: 'protocolo',
  country: 'pais',
  relative: 'familiar',
  attribute: (id: string) => `dato.${id}`,
  role: (id: string) => `institucion.${id}`,
} as const;

/** What has been said so far of a case that is to be started. */
export interface Wish {
  readonly definition: Definition;
  readonly country: string;
  readonly relative?: string;
  /** The pack the case would be under; absent where none is for the States of its institutions. */
  readonly pack?: string;
  /** Only values that fit; a question without one is still open. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly choices: readonly RoleChoice[];
  /** The institution of each role: chosen, or proposed where nothing was said; left out where nobody fills it. */
  readonly bindings: Readonly<Record<string, string>>;
}

/** What the core reads from the agreements of a pack and from the register, and refuses to be told otherwise. */
const AGREED: readonly string[] = ['agreementSilence'];

/** The questions a start asks about the case. */
export function questionsOf({ attributes }: Definition): Attribute[] {
  return attributes.filter(({ atStart, id }) => atStart && !AGREED.includes(id));
}

/** The questions about what the States agreed: to be asked only where no pack knows their agreements. */
export function agreedOf({ attributes }: Definition): Attribute[] {
  return attributes.filter(({ atStart, id }) => atStart && AGREED.includes(id));
}

/** Countries that have an institution, as codes. */
export async function countriesIn({ context }: Visit): Promise<string[]> {
  const all = await listInstitutions(context.door.db);
  return [...new Set(all.filter(({ active }) => active).map(({ country }) => country))].sort();
}

/** Reads what the pages before have carried here; undefined while no protocol that takes cases is chosen. */
export async function readWish(visit: Visit, given: URLSearchParams): Promise<Wish | undefined> {
  const { context, access } = visit;
  const { door } = context;
  const current = await door.definitions.findCurrent(
    (given.get(NAMES.protocol) ?? '').slice(0, 80),
  );
  if (!current) return undefined;
  const { definition } = current;
  const country = (given.get(NAMES.country) ?? '').slice(0, 2);
  const place = { own: access.institution, sending: access.country, receiving: country };
  const choices = proposeBindings(definition, await listInstitutions(door.db), place);
  const bindings = bindingsIn(choices, given);
  const pack = await packOf(visit, definition, { choices, bindings, country });
  const relative = given.get(NAMES.relative) ?? '';
  return {
    definition,
    country,
    ...(runId.safeParse(relative).success ? { relative } : {}),
    ...(pack === undefined ? {} : { pack }),
    attributes: attributesIn(
      [...questionsOf(definition), ...(pack === undefined ? agreedOf(definition) : [])],
      given,
    ),
    choices,
    bindings,
  };
}

/**
 * The one pack for the States of the institutions, as the door chooses it; before any is chosen on a side, for the own State and the
 * country that was said.
 */
async function packOf(
  { context, access }: Visit,
  definition: Definition,
  { choices, bindings, country }: Pick<Wish, 'choices' | 'bindings' | 'country'>,
): Promise<string | undefined> {
  const bound = choices.flatMap(({ role, candidates }) => {
    const institution = candidates.find(({ id }) => id === bindings[role.id]);
    return institution ? [[role.id, institution] as const] : [];
  });
  const { sending, receiving } = countriesOf(definition, Object.fromEntries(bound));
  const [pack, ...others] = fittingPacks(await context.door.packs.listCurrent(), {
    sending: sending.length > 0 ? sending : [access.country],
    receiving: receiving.length > 0 ? receiving : [country],
  });
  return others.length === 0 ? pack?.id : undefined;
}

function attributesIn(asked: readonly Attribute[], given: URLSearchParams) {
  const values: Record<string, AttributeValue> = {};
  for (const attribute of asked) {
    const value = answerOf(attribute, given.get(NAMES.attribute(attribute.id)) ?? '');
    if (value !== undefined) values[attribute.id] = value;
  }
  return values;
}

function answerOf({ type, options = [] }: Attribute, typed: string): AttributeValue | undefined {
  if (type === 'boolean') return typed === 'si' ? true : typed === 'no' ? false : undefined;
  if (type === 'code') return options.find(({ id }) => id === typed)?.id;
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  return Number.isFinite(number) ? number : undefined;
}

function bindingsIn(choices: readonly RoleChoice[], given: URLSearchParams) {
  const bindings: Record<string, string> = {};
  for (const { role, candidates, proposed } of choices) {
    const said = given.get(NAMES.role(role.id));
    const wanted = said === null ? proposed : candidates.find(({ id }) => id === said)?.id;
    if (wanted !== undefined) bindings[role.id] = wanted;
  }
  return bindings;
}

/** What goes from page to page, as name and value. */
export function carried(wish: Wish): [string, string][] {
  const { definition, country, relative, attributes, bindings, choices } = wish;
  return [
    [NAMES.protocol, definition.id],
    ...(country === '' ? [] : ([[NAMES.country, country]] as [string, string][])),
    ...(relative === undefined ? [] : ([[NAMES.relative, relative]] as [string, string][])),
    ...Object.entries(attributes).map(([id, value]): [string, string] => [
      NAMES.attribute(id),
      value === true ? 'si' : value === false ? 'no' : String(value),
    ]),
    // What was chosen by hand, a role left empty too; the rest is proposed anew, so that it follows the country.
    ...choices
      .filter(({ role, proposed }) => bindings[role.id] !== proposed)
      .map(({ role }): [string, string] => [NAMES.role(role.id), bindings[role.id] ?? '']),
  ];
}

/** The wish as the door takes it. */
export function startWishOf({ definition, bindings, attributes, relative }: Wish): StartWish {
  return {
    protocol: definition.id,
    bindings,
    assigns: attributes,
    ...(relative === undefined ? {} : { relativeOf: relative }),
  };
}

/** Throws for a page that was asked for without what comes before it. */
export function getWish(wish: Wish | undefined): Wish {
  if (wish) return wish;
  throw new ProblemError('query-invalid');
}
