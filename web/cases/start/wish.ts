import { ProblemError } from '../../../api/errors.js';
import { proposeBindings, type RoleChoice } from '../../../api/runs/propose-bindings.js';
import type { StartWish } from '../../../api/runs/start-run.js';
import { runId } from '../../../api/schemas/common.js';
import { listInstitutions } from '../../../db/queries/institutions.js';
import type { Attribute, AttributeValue } from '../../../protocols/language/attribute.js';
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
  /** Only values that fit; a question without one is still open. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly choices: readonly RoleChoice[];
  /** The institution of each role: chosen, or proposed where nothing was said; left out where nobody fills it. */
  readonly bindings: Readonly<Record<string, string>>;
}

/** The questions a start asks about the case. */
export function questionsOf({ attributes }: Definition): Attribute[] {
  return attributes.filter(({ atStart }) => atStart);
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
  const relative = given.get(NAMES.relative) ?? '';
  return {
    definition,
    country,
    ...(runId.safeParse(relative).success ? { relative } : {}),
    attributes: attributesIn(definition, given),
    choices,
    bindings: bindingsIn(choices, given),
  };
}

function attributesIn(definition: Definition, given: URLSearchParams) {
  const values: Record<string, AttributeValue> = {};
  for (const attribute of questionsOf(definition)) {
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
