import type { Condition } from '../../language/condition.js';
import type { Outcome, Setting } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { Change } from '../changes.js';
import {
  type DifferenceRule,
  differ,
  eventOf,
  find,
  lacking,
  listOf,
  sayStep,
  stepOf,
  type Versions,
} from '../difference.js';
import { implies } from '../implies.js';
import { isAtMost, sayCondition, sayList, saySetting } from '../words.js';
import { factOf, newWays } from './new-ways.js';

/** What answers and events do to a run. */
export const OUTCOME_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['steps/*/outcomes/*', outcomePresence],
  ['events/*', eventPresence],
  ['events/*/by', reporters],
  ['events/*/while', accepted],
  ...(['steps/*/outcomes/*', 'events/*'] as const).flatMap(
    (of): (readonly [string, DifferenceRule])[] => [
      [`${of}/sets`, sets],
      [`${of}/clears`, clears],
      [`${of}/withdraws`, other('cambia lo que retira', 'what it takes back changes')],
      [`${of}/assigns`, other('cambian los datos que fija', 'the values it gives change')],
      [`${of}/ends`, other('cambia cómo termina el proceso', 'how it ends the run changes')],
      [`${of}/continues`, other('cambia a qué protocolo pasa', 'the protocol it leads to changes')],
    ],
  ),
  ['steps/*/outcomes/*/bySilence', flag('solo lo produce el silencio', 'only silence produces it')],
  ['steps/*/outcomes/*/keepsOpen', flag('deja abierto el paso', 'it keeps the step open')],
  ['steps/*/outcomes/*/alone', flag('basta una firma', 'one signature is enough')],
  [
    'steps/*/outcomes/*/despiteMissing',
    flag('se acepta aunque falte algo', 'it is accepted while something is missing'),
  ],
  ['steps/*/outcomes/*/lowers', lowering],
  ['steps/*/outcomes/*/endsSeries', flag('termina las visitas', 'it ends the visits')],
  [
    'steps/*/outcomes/*/keepsTimeLeft',
    harmlessFlag('conserva el tiempo que quedaba', 'it keeps the time that was left'),
  ],
];

/** The outcome or event a change is in, in words. */
function sayPlace(change: Change, versions: Versions): Text {
  if (change.path[0] === 'events') return sayStep(eventOf(change, versions), change.path[1]);
  const step = sayStep(stepOf(change, versions), change.path[1]);
  const outcome = change.path[3] ?? '';
  return { es: `${step.es}, resultado «${outcome}»`, en: `${step.en}, outcome "${outcome}"` };
}

function outcomePresence(change: Change, versions: Versions) {
  const place = sayPlace(change, versions);
  if (change.before === undefined) {
    const text = { es: 'Resultado nuevo: {place}.', en: 'New outcome: {place}.' };
    const given = change.after as Outcome;
    return [
      differ(change, 'outcome', false, text, { place }),
      ...newWays(change, versions, place, given.sets ?? []),
    ];
  }
  const text = { es: 'Se quita: {place}.', en: 'Removed: {place}.' };
  return [differ(change, 'outcome', true, text, { place })];
}

function eventPresence(change: Change, versions: Versions) {
  const event = sayStep(eventOf(change, versions));
  if (change.before === undefined) {
    const text = { es: 'Suceso nuevo: {event}.', en: 'New event: {event}.' };
    const { sets = [] } = change.after as { sets?: readonly Setting[] };
    return [
      differ(change, 'event', false, text, { event }),
      ...newWays(change, versions, event, sets),
    ];
  }
  const text = {
    es: 'El suceso {event} ya no puede reportarse.',
    en: 'Event {event} can no longer be reported.',
  };
  return [differ(change, 'event', true, text, { event })];
}

function reporters(change: Change, versions: Versions) {
  const event = eventOf(change, versions);
  const everybody = change.after === 'anyone';
  const fewer =
    !everybody && (change.before === 'anyone' || lacking(change.before, change.after).length > 0);
  const gives = [
    find(versions.before.events, event?.id),
    find(versions.after.events, event?.id),
  ].some((one) => one?.sets || one?.assigns || one?.ends || one?.continues);
  return [
    differ(
      change,
      'event',
      fewer || gives,
      {
        es: 'Puede reportar {event}: {after}. Antes: {before}.',
        en: '{event} may be reported by: {after}. Before: {before}.',
      },
      {
        event: sayStep(event),
        before: sayList(listOf(change.before)),
        after: sayList(listOf(change.after)),
      },
    ),
  ];
}

function accepted(change: Change, versions: Versions) {
  const before = (change.before ?? 'start') as Condition;
  const after = (change.after ?? 'start') as Condition;
  return [
    differ(
      change,
      'event',
      !implies(before, after),
      {
        es: '{event} se acepta mientras: {after}. Antes: {before}.',
        en: '{event} is accepted while: {after}. Before: {before}.',
      },
      {
        event: sayStep(eventOf(change, versions)),
        before: sayCondition(before),
        after: sayCondition(after),
      },
    ),
  ];
}

function clears(change: Change, versions: Versions) {
  const place = sayPlace(change, versions);
  const say = (fact: string, weakens: boolean, text: Text) =>
    differ(change, 'safeguard', weakens, text, { place, fact });
  return [
    ...lacking(change.before, change.after).map((fact) =>
      say(fact, true, {
        es: '{place} ya no quita «{fact}».',
        en: '{place} no longer clears "{fact}".',
      }),
    ),
    ...lacking(change.after, change.before).map((fact) =>
      say(fact, false, {
        es: '{place} quita además «{fact}».',
        en: '{place} also clears "{fact}".',
      }),
    ),
  ];
}

function sets(change: Change, versions: Versions) {
  const before = (change.before ?? []) as readonly Setting[];
  const after = (change.after ?? []) as readonly Setting[];
  const gone = before.filter((one) => !after.some((two) => factOf(two) === factOf(one)));
  const place = sayPlace(change, versions);
  return [
    ...newWays(
      change,
      versions,
      place,
      after.filter((one) => !before.some((two) => factOf(two) === factOf(one))),
    ),
    ...gone.map((setting) =>
      differ(
        change,
        'safeguard',
        false,
        { es: '{place} ya no da «{fact}».', en: '{place} no longer gives "{fact}".' },
        { place, fact: saySetting(setting) },
      ),
    ),
    ...before.flatMap((one) => {
      const two = after.find((candidate) => factOf(candidate) === factOf(one));
      if (!two || saySetting(one).es === saySetting(two).es) return [];
      return [
        differ(
          change,
          'safeguard',
          !isShorter(two, one),
          {
            es: '{place} da {after}, antes {before}.',
            en: '{place} gives {after}, before {before}.',
          },
          { place, before: saySetting(one), after: saySetting(two) },
        ),
      ];
    }),
  ];
}

function isShorter(after: Setting, before: Setting): boolean {
  if (typeof after === 'string') return false;
  if (typeof before === 'string') return true;
  const { validFor: a } = after;
  const { validFor: b } = before;
  return isAtMost(a, b);
}

/** A part whose change cannot be shown to be harmless. */
function other(es: string, en: string): DifferenceRule {
  return (change, versions) => [
    differ(
      change,
      'outcome',
      true,
      { es: `{place}: ${es}.`, en: `{place}: ${en}.` },
      { place: sayPlace(change, versions) },
    ),
  ];
}

/** More that counts as lowering protection takes more people; less takes fewer. */
function lowering(change: Change, versions: Versions) {
  const [es, en] = ['quita protección a la persona', "it lowers the person's protection"];
  return [sayFlag(change, versions, change.after !== true, es, en)];
}

function flag(es: string, en: string): DifferenceRule {
  return (change, versions) => [sayFlag(change, versions, true, es, en)];
}

function harmlessFlag(es: string, en: string): DifferenceRule {
  return (change, versions) => [sayFlag(change, versions, false, es, en)];
}

function sayFlag(change: Change, versions: Versions, weakens: boolean, es: string, en: string) {
  const now = change.after === true;
  return differ(
    change,
    'outcome',
    weakens,
    {
      es: `{place}: ${now ? 'ahora' : 'ya no'} ${es}.`,
      en: `{place}: ${now ? 'now' : 'no longer'}: ${en}.`,
    },
    { place: sayPlace(change, versions) },
  );
}
