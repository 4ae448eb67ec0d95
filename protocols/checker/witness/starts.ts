import type { Act } from '../../core/acts.js';
import type { Binding } from '../../core/state.js';
import type { AttributeValue } from '../../language/attribute.js';
import type { Definition } from '../../language/definition.js';

/** Monday 2 March 2026, 15:00 UTC: a working day in every country, with calendars on both sides of it. */
const AT = Date.UTC(2026, 2, 2, 15);
const SENDING = { country: 'HN', timeZone: 'America/Tegucigalpa' };
const RECEIVING = { country: 'PA', timeZone: 'America/Panama' };
/** Different starts that are looked at; conditions ask for far fewer. */
const MOST_STARTS = 64;

/** An invented institution for every role. */
export function inventedBindings(definition: Definition): Record<string, Binding> {
  return Object.fromEntries(
    definition.roles.map(({ id, side }) => [
      id,
      {
        institution: `invented-${id.toLowerCase()}`,
        ...(side === 'receiving' ? RECEIVING : SENDING),
      },
    ]),
  );
}

/** The ways in which a run may start, as far as some condition can tell them apart. */
export function startsOf(
  definition: Definition,
  asked: ReadonlyMap<string, readonly AttributeValue[]>,
): Extract<Act, { type: 'run-started' }>[] {
  let choices: Record<string, AttributeValue>[] = [{}];
  for (const attribute of definition.attributes) {
    if (!attribute.atStart) continue;
    const values = valuesOf(attribute, asked.get(attribute.id));
    choices = choices
      .flatMap((choice) => values.map((value) => ({ ...choice, [attribute.id]: value })))
      .slice(0, MOST_STARTS);
  }
  const bindings = inventedBindings(definition);
  return choices.map((assigns) => ({ type: 'run-started', at: AT, bindings, assigns }));
}

/** The usual value first. */
function valuesOf(
  { initially, type, options }: Definition['attributes'][number],
  asked: readonly AttributeValue[] | undefined,
): AttributeValue[] {
  const usual =
    initially ?? (type === 'boolean' ? false : type === 'number' ? 0 : (options?.[0]?.id ?? ''));
  if (!asked) return [usual];
  const all =
    type === 'code'
      ? (options ?? []).map(({ id }) => id)
      : type === 'boolean'
        ? [false, true]
        : asked;
  return [usual, ...all.filter((value) => value !== usual)];
}
