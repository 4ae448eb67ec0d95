import type { Deadline } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editStep, hasStep, without } from './edit.js';
import type { Operator } from './mutant.js';
import { settersOf } from './silence.js';

/** The time to challenge a decision is none, or is not the person's. */
const noTimeToAppeal: Operator = {
  id: 'no-time-to-appeal',
  says: 'the time for a remedy is over at once, runs before the notice, or is closed by others',
  *breaks(definition) {
    for (const [fact, expects] of [
      ['remedyWindowClosed', ['INV-A3']],
      ['ageFindingFinal', ['INV-C7']],
    ] as const) {
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        const { deadline } = step;
        if (!deadline?.lapse) continue;
        const edit = (change: Partial<Deadline>) =>
          editStep(definition, step.id, (of) => ({ ...of, deadline: { ...deadline, ...change } }));
        const ways: [string, Definition][] = [
          ['at-once', edit({ length: 0, unit: 'minutes' })],
          ['an-hour', edit({ length: 1, unit: 'hours' })],
          ['four-days', edit({ length: 4, unit: 'calendar-days' })],
          ['from-the-start', edit({ from: 'start' })],
          ['from-the-start-at-first', edit({ from: 'start-then-opening' })],
          ['from-the-first-step', edit({ from: { after: firstAnswer(definition) } })],
        ];
        const [date] = definition.dates;
        if (date) ways.push(['before-departure', edit({ from: { before: date.id } })]);
        const authority = definition.roles.find(
          ({ kind, side }) => kind === 'MIG' && side === 'sending',
        );
        if (authority) {
          const others = editStep(definition, step.id, (of) => ({
            ...of,
            by: authority.id,
            outcomes: of.outcomes.map((one) => without(one, 'bySilence')),
          }));
          ways.push([`by-${authority.id}`, others]);
        }
        for (const [at, broken] of ways) {
          yield { at: `${step.id}/${at}`, expects, definition: broken };
        }
      }
    }
  },
};

function firstAnswer({ steps }: Definition): `${string}:${string}` {
  const [step] = steps;
  return `${step!.id}:${step!.outcomes[0]!.id}`;
}

/** What opens by itself to protect somebody, and the safeguards that hang on it. */
const PROTECTS: Readonly<Record<string, readonly string[]>> = {
  'bring-back': ['INV-A4', 'INV-A2', 'INV-C2', 'INV-C4', 'INV-T3', 'INV-V2'],
  'minority-referral': ['INV-C7'],
  'protected-referral': ['INV-T2'],
  withdrawal: ['INV-V2'],
  'alternatives-to-return': ['INV-T7'],
};

function protective(definition: Definition): [string, readonly string[]][] {
  return Object.entries(PROTECTS).filter(
    ([id]) =>
      hasStep(definition, id) &&
      (id !== 'alternatives-to-return' || definition.regime === 'victim'),
  );
}

/** A step that protects opens later, once, or never in time. */
const lateProtection: Operator = {
  id: 'late-protection',
  says: 'a step that protects waits for a distance or a date, or opens once only',
  *breaks(definition) {
    for (const [id, expects] of protective(definition)) {
      const edit = (change: Partial<Step>) =>
        editStep(definition, id, (of) => ({ ...of, ...change }));
      const after = firstAnswer(definition);
      const ways: [string, Definition][] = [
        ['five-years', edit({ series: { after, at: [{ length: 60, unit: 'months' }] } })],
      ];
      const [date] = definition.dates;
      if (date) {
        ways.push(['by-date', edit({ notBefore: { length: 0, unit: 'hours', before: date.id } })]);
      }
      // A referral ends the run, so once is enough.
      if (!id.endsWith('-referral')) ways.push(['once', edit({ limit: 1 })]);
      for (const [at, broken] of ways) yield { at: `${id}/${at}`, expects, definition: broken };
    }
  },
};

/** A report takes back what protects while there is still something to protect from. */
const protectionTakenBack: Operator = {
  id: 'protection-taken-back',
  says: 'a report takes back a step that protects, which then never opens again',
  *breaks(definition) {
    for (const [id, expects] of protective(definition)) {
      yield {
        at: id,
        expects,
        definition: {
          ...definition,
          events: [
            ...definition.events,
            {
              id: 'file-cleaned',
              title: { es: 'Expediente depurado', en: 'File cleaned' },
              by: [definition.lead],
              withdraws: [id],
            },
          ],
        },
      };
    }
    if (!hasStep(definition, 'bring-back')) return;
    const goesOn: Outcome = { id: 'goes-on', title: { es: 'Sigue el viaje', en: 'It goes on' } };
    yield {
      at: 'bring-back/goes-on',
      expects: PROTECTS['bring-back']!,
      definition: editStep(definition, 'bring-back', (of) => ({
        ...of,
        outcomes: [...of.outcomes, goesOn],
      })),
    };
  },
};

export const hostileProtection: readonly Operator[] = [
  noTimeToAppeal,
  lateProtection,
  protectionTakenBack,
];
