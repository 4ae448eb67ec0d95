import type { Definition } from '../../language/definition.js';
import { REGIMES } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editOutcome, editStep, editSteps, keeping, NEVER, names, without } from './edit.js';
import type { Operator } from './mutant.js';
import { DEMANDS } from './rows.js';

const PROPOSAL = { mark: 'proposal', ref: 'Invented for a broken definition' } as const;

/** A circle that no answer leaves and no limit ends. */
const endlessLoop: Operator = {
  id: 'endless-loop',
  says: 'a loop without a limit and without an answer that leaves it',
  *breaks(definition) {
    for (const { id, side } of definition.roles.slice(0, 4)) {
      const step: Step = {
        id: 'check-again',
        kind: 'task',
        stage: definition.stages[0]!.id,
        title: { es: 'Revisar otra vez', en: 'Check again' },
        by: id,
        when: { any: ['start', 'check-again:again'] },
        deadline: { length: 5, unit: 'working-days', silence: 'L1', source: PROPOSAL },
        outcomes: [{ id: 'again', title: { es: 'Otra vez', en: 'Again' } }],
      };
      yield {
        at: `check-again/${id}-${side}`,
        expects: ['INV-A8', 'LOOP'],
        definition: { ...definition, steps: [...definition.steps, step] },
      };
    }
    for (const step of definition.steps) {
      const loops = step.outcomes.filter(({ id }) => names(step.when, `${step.id}:${id}`));
      // Other loops end by what goes on beside them: an arrival, a plan, a closure.
      if (loops.length === 0 || step.limit !== undefined || step.kind !== 'follow-up') continue;
      const closing = step.outcomes.filter((outcome) => !outcome.keepsOpen);
      yield {
        at: step.id,
        expects: ['INV-A8', 'LOOP'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          when: { any: [of.when, ...closing.map(({ id }) => `${of.id}:${id}` as const)] },
          outcomes: of.outcomes.map(({ id, title }): Outcome => ({ id, title })),
        })),
      };
    }
  },
};

/** The way out that is always there for people is shut. */
const noHumanExit: Operator = {
  id: 'no-human-exit',
  says: 'where nothing else is left to do, nobody can decide how it goes on',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!names(step.when, 'idle')) continue;
      const other = definition.roles.find(({ id }) => id !== definition.lead)!.id;
      const isAwaited = step.outcomes.some(({ id }) =>
        definition.steps.some((one) => names(one.when, `${step.id}:${id}`)),
      );
      const idle: Step = {
        ...step,
        outcomes: step.outcomes.map(({ id, title }): Outcome => ({ id, title })),
      };
      const ways: [string, Step][] = [
        ['never', { ...step, when: NEVER }],
        ['not-when-idle', { ...step, when: { all: [step.when, { not: 'idle' }] } }],
        ['limited', { ...step, limit: 3 }],
        ['requires', { ...step, requires: [...(step.requires ?? []), definition.facts[0]!.id] }],
        ['by-another', { ...step, by: other }],
        // An answer that another step waits for takes the run on by itself.
        ...(isAwaited ? [] : [['changes-nothing', idle] as [string, Step]]),
        ['without-deadline', { ...without(step, 'deadline'), kind: 'task' }],
      ];
      for (const [at, broken] of ways) {
        yield {
          at: `${step.id}/${at}`,
          expects: ['INV-A8', 'INV-A13', 'deadline-missing', 'DEAD-END'],
          definition: editStep(definition, step.id, () => broken),
        };
      }
    }
  },
};

/** No answer ends the run any more. */
const noEnd: Operator = {
  id: 'no-end',
  says: 'no answer ends the run any more',
  *breaks(definition) {
    yield {
      at: 'all',
      expects: ['INV-A8', 'no-ending'],
      definition: {
        ...editSteps(definition, (step) => ({
          ...step,
          outcomes: step.outcomes.map((outcome) => without(outcome, 'ends', 'continues')),
        })),
        events: definition.events.map((event) => without(event, 'ends', 'continues')),
      },
    };
  },
};

/** Findings of 5.1 that ready a departure and may not cross from one protocol into another. */
const READINESS =
  `individualAssessed nonRefoulementClear bidReturn childViewRecorded carerOrCareSecured decisionNotified
  remedyWindowClosed consentValid riskCleared disclosureAuthorised proceedingsFree identityConfirmed travelDocValid
  receptionConfirmed escortAssigned fitToTravel windowValid familyUnityOk individuallyCleared monitorNotified`.split(
    /\s+/,
  );

/** What is left after the event that leads to a re-route, for instance, must not be carried along. */
const carryOver: Operator = {
  id: 'carry-over',
  says: 'readiness for departure is carried over into another protocol',
  *breaks(definition) {
    for (const step of definition.steps) {
      for (const outcome of step.outcomes) {
        if (!outcome.continues || !outcome.clears) continue;
        const cleared = READINESS.filter((fact) => outcome.clears!.includes(fact));
        const events = definition.events.filter(({ id }) => names(step.when, `event:${id}`));
        // One by one only where the fact can hold by then: a report may come at any time.
        const single =
          events.length === 0
            ? []
            : cleared.filter((fact) => events.every((event) => !event.clears?.includes(fact)));
        const ways: [string, readonly string[]][] = [
          ['everything', outcome.clears],
          ...single.map((fact): [string, readonly string[]] => [fact, [fact]]),
        ];
        for (const [at, facts] of ways) {
          yield {
            at: `${step.id}:${outcome.id}/${at}`,
            expects: ['INV-A16'],
            definition: editOutcome(definition, step.id, outcome.id, (of) => keeping(of, facts)),
          };
        }
      }
    }
  },
};

/** The definition says that fewer or other safeguards bind it. */
const wrongRegime: Operator = {
  id: 'wrong-regime',
  says: 'the definition claims a regime under which other safeguards bind it',
  *breaks(definition) {
    for (const regime of REGIMES) {
      if (regime === definition.regime) continue;
      const missing = missingUnder(definition, regime);
      if (regime !== 'no-return' && missing.length === 0) continue;
      yield {
        at: regime,
        expects: ['REGIME', ...missing],
        definition: {
          ...(regime === 'no-return' || regime === 'victim'
            ? withoutSeats(definition)
            : definition),
          regime,
        },
      };
    }
  },
};

/** Under some regimes nobody has a seat in a group operation; that is another rule than the one broken here. */
function withoutSeats(definition: Definition): Definition {
  return editSteps(without(definition, 'seat'), (step) => ({
    ...step,
    outcomes: step.outcomes.map((outcome) => without(outcome, 'seat')),
  }));
}

function missingUnder(definition: Definition, regime: Definition['regime']): string[] {
  const departures = definition.steps.filter((step) => step.effects?.includes('departs'));
  return DEMANDS.filter(
    ({ regimes, effect, fact, of }) =>
      of !== 'child' &&
      effect === 'departs' &&
      regimes.includes(regime) &&
      departures.some((step) => !step.requires?.includes(fact)),
  ).map(({ invariant }) => invariant);
}

export const flow: readonly Operator[] = [endlessLoop, noHumanExit, noEnd, carryOver, wrongRegime];
