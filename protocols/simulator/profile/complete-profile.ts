import type { Definition } from '../../language/definition.js';
import type { Text } from '../../language/text.js';
import {
  DEFAULT_ARRIVALS_PER_DAY,
  DEFAULT_DATE,
  DEFAULT_PLACES,
  defaultEffort,
  defaultOffice,
  defaultRate,
  defaultValues,
  defaultWeights,
} from './defaults.js';
import type { GivenProfile, Profile } from './profile.js';

/** What a profile says, with the defaults for all it leaves out. Names must have been checked. */
export function completeProfile(definition: Definition, given: GivenProfile = {}): Profile {
  const { institutions = {}, kinds = {}, steps = {}, outcomes = {}, events = {} } = given;
  return {
    arrivalsPerDay: given.arrivalsPerDay ?? DEFAULT_ARRIVALS_PER_DAY,
    places: { ...DEFAULT_PLACES, ...given.places },
    institutions: Object.fromEntries(
      definition.roles.map(({ id }) => [
        id,
        { ...defaultOffice(definition, id), ...institutions.all, ...institutions[id] },
      ]),
    ),
    steps: Object.fromEntries(
      definition.steps.map((step) => [
        step.id,
        { ...defaultEffort(step), ...kinds[step.kind], ...steps[step.id] },
      ]),
    ),
    outcomes: Object.fromEntries(
      definition.steps.flatMap((step) => {
        const weights = defaultWeights(step);
        return step.outcomes.map(({ id }, index) => {
          const name = `${step.id}:${id}`;
          return [name, outcomes[name] ?? weights[index]!];
        });
      }),
    ),
    events: Object.fromEntries(
      definition.events.map((event) => [
        event.id,
        events[event.id] ?? defaultRate(definition, event),
      ]),
    ),
    attributes: Object.fromEntries(
      definition.attributes.map((attribute) => {
        const weights = given.attributes?.[attribute.id];
        const values = defaultValues(attribute);
        if (!weights) return [attribute.id, values];
        if (attribute.type === 'number') {
          const numbers = Object.entries(weights);
          return [
            attribute.id,
            numbers.map(([value, weight]) => ({ value: Number(value), weight })),
          ];
        }
        return [
          attribute.id,
          values.map(({ value }) => ({ value, weight: weights[String(value)] ?? 0 })),
        ];
      }),
    ),
    dates: Object.fromEntries(
      definition.dates.map(({ id }) => [id, given.dates?.[id] ?? DEFAULT_DATE]),
    ),
  };
}

/** Every name of a profile the definition does not know, in words; empty when there is none. */
export function unknownNames(definition: Definition, given: GivenProfile): Text[] {
  const found: Text[] = [];
  const check = (list: string, names: object | undefined, known: ReadonlySet<string>): void => {
    for (const name of Object.keys(names ?? {})) {
      if (known.has(name)) continue;
      found.push({
        es: `${list}: el protocolo no tiene «${name}».`,
        en: `${list}: the protocol has no "${name}".`,
      });
    }
  };
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const choosable = definition.steps.flatMap((step) =>
    step.outcomes.filter(({ bySilence }) => !bySilence).map(({ id }) => `${step.id}:${id}`),
  );
  check('institutions', given.institutions, ids([...definition.roles, { id: 'all' }]));
  check('steps', given.steps, ids(definition.steps));
  check('outcomes', given.outcomes, new Set(choosable));
  check('events', given.events, ids(definition.events));
  check('attributes', given.attributes, ids(definition.attributes));
  check('dates', given.dates, ids(definition.dates));
  for (const attribute of definition.attributes) {
    if (attribute.type === 'number') continue;
    const values = defaultValues(attribute).map(({ value }) => String(value));
    check(`attributes.${attribute.id}`, given.attributes?.[attribute.id], new Set(values));
  }
  return found;
}
