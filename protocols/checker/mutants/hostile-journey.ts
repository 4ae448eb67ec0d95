import type { Deadline } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editOutcome, editStep, editSteps, hasStep, without } from './edit.js';
import type { Operator } from './mutant.js';
import { departureFacts } from './rows.js';
import { settersOf } from './silence.js';

const SOURCE = { mark: 'proposal', ref: 'Invented for a broken definition' } as const;
const DEADLINE: Deadline = { length: 5, unit: 'working-days', silence: 'L1', source: SOURCE };

function answer(id: string, does: Partial<Outcome> = {}): Outcome {
  return { id, title: { es: `Resultado ${id}`, en: `Outcome ${id}` }, ...does };
}

function withStep(definition: Definition, id: string, step: Partial<Step>): Definition {
  const added: Step = {
    id,
    kind: 'task',
    stage: definition.stages[0]!.id,
    title: { es: `Paso ${id}`, en: `Step ${id}` },
    by: definition.lead,
    when: 'start',
    deadline: DEADLINE,
    outcomes: [answer('done')],
    ...step,
  };
  return { ...definition, steps: [...definition.steps, added] };
}

const declares = ({ facts }: Definition, fact: string) => facts.some(({ id }) => id === fact);
const arrivedOf = (definition: Definition) =>
  declares(definition, 'received') ? 'received' : 'returned';

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

/** Somebody is abroad, or nowhere, and nobody departed. */
const hiddenDeparture: Operator = {
  id: 'hidden-departure',
  says: 'a person is received, or gone, without a departure',
  *breaks(definition) {
    const received = arrivedOf(definition);
    const expects = ['INV-A9'];
    const abroad = definition.roles.find(
      ({ side, kind }) => side === 'receiving' && kind !== 'CON',
    );
    for (const role of [definition.lead, abroad?.id]) {
      if (role === undefined) continue;
      yield {
        at: `transfer-by-${role}`,
        expects,
        definition: withStep(definition, 'administrative-transfer', {
          by: role,
          requires: ['inSendingState'],
          outcomes: [answer('done', { clears: ['inSendingState'], sets: [received] })],
        }),
      };
    }
    yield {
      at: 'off-site',
      expects,
      definition: withStep(definition, 'off-site', {
        requires: ['inSendingState'],
        outcomes: [answer('done', { clears: ['inSendingState'] })],
      }),
    };
    yield {
      at: 'reported-off-site',
      expects,
      definition: {
        ...definition,
        events: [
          ...definition.events,
          {
            id: 'moved-to-annex',
            title: { es: 'Trasladada a un anexo', en: 'Moved to an annex' },
            by: [definition.lead],
            while: 'inSendingState',
            clears: ['inSendingState'],
          },
        ],
      },
    };
  },
};

/** Somebody counts as absent or dead although nobody said so. */
const presumedAbsent: Operator = {
  id: 'presumed-absent',
  says: 'a person counts as absent because they left, or from the start',
  *breaks(definition) {
    const expects = ['INV-A9'];
    for (const fact of ['personPresent', 'living']) {
      if (!declares(definition, fact)) continue;
      yield {
        at: `${fact}/from-the-start`,
        expects: [...expects, 'INV-A8', 'DEAD-STEP'],
        definition: {
          ...definition,
          facts: definition.facts.map((one) => (one.id === fact ? without(one, 'initially') : one)),
        },
      };
      for (const step of definition.steps) {
        if (!step.effects?.includes('departs')) continue;
        const leaves = step.outcomes.find(({ sets }) => sets?.some((one) => one === 'inTransit'));
        if (!leaves) continue;
        yield {
          at: `${step.id}/${fact}`,
          expects,
          definition: editOutcome(definition, step.id, leaves.id, (of) => ({
            ...of,
            clears: [...(of.clears ?? []), fact],
          })),
        };
      }
    }
  },
};

/** The act of a handover may be given whatever is missing, and another answer hides that. */
const handoverBesideDummy: Operator = {
  id: 'handover-beside-dummy',
  says: 'a handover is accepted despite what is missing, beside an answer that means nothing',
  *breaks(definition) {
    if (definition.regime === 'voluntary') return;
    const ready = [
      ...departureFacts(definition),
      'removalDecided',
      'returnDecided',
      'finalCheckPassed',
      'escortSettled',
      'receptionConfirmed',
    ].filter((fact) => declares(definition, fact));
    for (const step of definition.steps) {
      const done = step.outcomes.find(({ sets }) => sets?.some((one) => one === 'received'));
      if (!step.effects?.includes('hands-over') || !done) continue;
      const noted = answer('noted', { clears: [...new Set(ready)] });
      yield {
        at: step.id,
        expects: ['INV-A10', 'INV-A2', 'INV-A4', 'INV-A15'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          outcomes: [
            ...of.outcomes.map((one) =>
              one.id === done.id
                ? {
                    ...one,
                    despiteMissing: true as const,
                    clears: [...new Set([...(one.clears ?? []), ...ready])],
                  }
                : one,
            ),
            noted,
          ],
        })),
      };
    }
  },
};

/** Something can always be answered and never closed, so that nobody is ever asked how it goes on. */
const neverStill: Operator = {
  id: 'never-still',
  says: 'a run never comes to a standstill, because a step nobody can close stays open',
  *breaks(definition) {
    const [fact] = definition.facts.filter(({ initially }) => initially);
    if (!fact) return;
    yield {
      at: 'notes',
      expects: ['INV-A8'],
      definition: withStep(definition, 'notes', {
        deadline: { ...DEADLINE, silence: 'L3', lapse: 'over', pausedWhile: [fact.id] },
        outcomes: [answer('noted', { keepsOpen: true }), answer('over', { bySilence: true })],
      }),
    };
    const noted = answer('noted-anyway', { keepsOpen: true, despiteMissing: true });
    yield {
      at: 'noted-anyway',
      expects: ['INV-A8'],
      definition: editSteps(definition, (step) =>
        step.requires?.length && !step.recalls && !step.outcomes.some((one) => one.despiteMissing)
          ? { ...step, outcomes: [...step.outcomes, noted] }
          : step,
      ),
    };
  },
};

/** The monitor is told only if it was told before, which it never was. */
const monitorUntold: Operator = {
  id: 'monitor-if-reached',
  says: 'the monitor is told of a departure only if something reached it before, or by an interim result',
  *breaks(definition) {
    const { monitor, regime } = definition;
    if (regime === 'voluntary') return;
    for (const step of definition.steps) {
      const told = step.shares?.some(({ to }) => to === monitor);
      // One of two ways to a departure is told of another step.
      if (step.id.startsWith('child-')) continue;
      const isEarly =
        !step.requires?.includes('received') && step.outcomes.some(({ sets }) => sets);
      if (!told || !isEarly || step.effects || step.stage === 'detection') continue;
      yield {
        at: step.id,
        expects: ['INV-M1'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          shares: of.shares!.map((share) =>
            share.to === monitor ? { ...share, onlyIfReached: true as const } : share,
          ),
        })),
      };
    }
  },
};

export const hostileJourney: readonly Operator[] = [
  noTimeToAppeal,
  lateProtection,
  protectionTakenBack,
  hiddenDeparture,
  presumedAbsent,
  handoverBesideDummy,
  neverStill,
  monitorUntold,
];
