import type { Deadline } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editOutcome, editStep, editSteps, hasStep, without } from './edit.js';
import type { Operator } from './mutant.js';
import { departureFacts } from './rows.js';

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
  says: 'the monitor is told of a departure only if something reached it before',
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

/** The traveller who is handed over to nobody arrives whatever was said on the way. */
const arrivalAnyway: Operator = {
  id: 'arrival-anyway',
  says: 'a person arrives despite what stops a handover, or by a report',
  *breaks(definition) {
    const received = arrivedOf(definition);
    yield {
      at: 'by-report',
      expects: ['INV-A9'],
      definition: {
        ...definition,
        events: [
          ...definition.events,
          {
            id: 'seen-there',
            title: { es: 'Se le vio allí', en: 'Was seen there' },
            by: [definition.lead],
            while: 'inTransit',
            clears: ['inSendingState', 'inTransit'],
            sets: [received],
          },
        ],
      },
    };
    for (const step of definition.steps) {
      const arrives = step.outcomes.some(({ sets }) => sets?.some((one) => one === received));
      if (!arrives || step.effects || !step.requires?.includes('inTransit')) continue;
      yield {
        at: `${step.id}/requires-nothing`,
        expects: ['INV-A4', 'INV-A2', 'INV-V2'],
        definition: editStep(definition, step.id, (of) => ({ ...of, requires: ['inTransit'] })),
      };
    }
  },
};

/** Whoever is asked where nothing goes on can only take note of it. */
const notedStandstill: Operator = {
  id: 'noted-standstill',
  says: 'at a standstill the lead can only note something nobody looks at',
  *breaks(definition) {
    if (!hasStep(definition, 'lead-decision')) return;
    const seen = { es: 'Visto', en: 'Seen' };
    yield {
      at: 'lead-decision',
      expects: ['INV-A8'],
      definition: {
        ...editStep(definition, 'lead-decision', (of) => ({
          ...of,
          outcomes: [answer('noted', { sets: ['standstillSeen'] })],
        })),
        facts: [...definition.facts, { id: 'standstillSeen', title: seen, missing: seen }],
      },
    };
  },
};

export const hostileJourney: readonly Operator[] = [
  hiddenDeparture,
  presumedAbsent,
  handoverBesideDummy,
  neverStill,
  monitorUntold,
  arrivalAnyway,
  notedStandstill,
];
