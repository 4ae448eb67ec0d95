import type { Deadline } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editOutcome, editStep, factOf, setting, without } from './edit.js';
import type { Operator } from './mutant.js';
import { departureFacts, invariantsOf } from './rows.js';

const PROPOSAL = { mark: 'proposal', ref: 'Invented for a broken definition' } as const;

/** Answers of a step by which a fact a departure needs comes to hold. */
export function settersOf(
  definition: Definition,
  fact: string,
): { readonly step: Step; readonly outcome: Outcome }[] {
  return definition.steps.flatMap((step) =>
    step.outcomes
      .filter((outcome) => outcome.sets?.some((one) => factOf(one) === fact))
      .map((outcome) => ({ step, outcome })),
  );
}

function lapsing(step: Step, lapse: string, silence: Deadline['silence']): Step {
  const deadline: Deadline = step.deadline ?? {
    length: 5,
    unit: 'working-days',
    silence,
    source: PROPOSAL,
  };
  return {
    ...step,
    outcomes: step.outcomes.map((outcome) => without(outcome, 'bySilence')),
    deadline: { ...without(deadline, 'lapseIf'), silence, lapse },
  };
}

/** Silence gives the answer that a named person must give. */
const silenceDecides: Operator = {
  id: 'silence-decides',
  says: 'silence gives the positive answer of a safeguard',
  *breaks(definition) {
    for (const fact of departureFacts(definition)) {
      // The window of a remedy closes by silence; that is its meaning.
      if (fact === 'remedyWindowClosed') continue;
      for (const { step, outcome } of settersOf(definition, fact)) {
        if (outcome.keepsOpen || step.deadline?.lapse === outcome.id) continue;
        for (const silence of ['L3', 'L5'] as const) {
          yield {
            at: `${step.id}:${outcome.id}/${fact}/${silence}`,
            expects: [
              'INV-A6',
              'INV-A7',
              'lapse-clears-the-way',
              'line-by-silence',
              'safeguard-silence',
              // A yes that is demanded is refused before the safeguards are looked at.
              'yes-by-silence',
              ...invariantsOf(definition, fact),
            ],
            definition: editStep(definition, step.id, (of) => lapsing(of, outcome.id, silence)),
          };
        }
      }
    }
  },
};

/** Silence on something else brings a fact a departure needs. */
const silenceSets: Operator = {
  id: 'silence-sets',
  says: 'silence on another step sets a fact that departures need',
  *breaks(definition) {
    const lapses = definition.steps.flatMap((step) => {
      const outcome = step.outcomes.find(({ id }) => id === step.deadline?.lapse);
      return outcome && !outcome.ends && !outcome.continues ? [{ step, outcome }] : [];
    });
    for (const { step, outcome } of lapses) {
      for (const fact of departureFacts(definition)) {
        if (outcome.sets?.some((one) => factOf(one) === fact)) continue;
        yield {
          at: `${step.id}:${outcome.id}/${fact}`,
          // A fact that ends on a day somebody names must ask for it: silence names none.
          expects: [
            'part-without-effect',
            'INV-A7',
            'INV-A6',
            'lapse-clears-the-way',
            ...invariantsOf(definition, fact),
          ],
          definition: editOutcome(definition, step.id, outcome.id, (of) => setting(of, fact)),
        };
      }
    }
  },
};

/** A safeguard is no longer pressed for, or silence on it means no objection. */
const weakenSilence: Operator = {
  id: 'weaken-silence',
  says: 'the silence policy of a safeguard is weakened',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!step.safeguard || !step.deadline) continue;
      for (const silence of ['L0', 'L1'] as const) {
        yield {
          at: `${step.id}/${silence}`,
          expects: ['INV-A6', 'INV-A19', 'safeguard-silence', 'safeguard-without-pressure'],
          definition: editStep(definition, step.id, (of) => ({
            ...of,
            deadline: {
              // Where nobody is called, nobody is called sooner.
              ...(silence === 'L0'
                ? without(of.deadline!, 'lapse', 'lapseIf', 'escalates', 'tellsMonitor')
                : without(of.deadline!, 'lapse', 'lapseIf')),
              silence,
            },
            outcomes: of.outcomes.map((outcome) =>
              outcome.bySilence ? without(outcome, 'bySilence') : outcome,
            ),
          })),
        };
      }
    }
  },
};

/** Set without a mark too: papers, which a consulate may issue as a matter of course. */
const WITHOUT_MARK = ['travelDocValid'];

/** What stands for a decision by a named person no longer says so. */
const unmark: Operator = {
  id: 'unmark-safeguard',
  says: 'a step that sets a fact departures need is no longer a safeguard',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!step.safeguard) continue;
      const facts = departureFacts(definition).filter(
        (fact) =>
          !WITHOUT_MARK.includes(fact) &&
          settersOf(definition, fact).every((setter) => setter.step.safeguard) &&
          settersOf(definition, fact).some((setter) => setter.step === step),
      );
      if (facts.length === 0) continue;
      yield {
        at: step.id,
        expects: ['INV-A6', ...facts.flatMap((fact) => invariantsOf(definition, fact))],
        definition: editStep(definition, step.id, (of) => without(of, 'safeguard')),
      };
    }
  },
};

/** A step that somebody waits for has no deadline. */
const dropDeadline: Operator = {
  id: 'drop-deadline',
  says: 'a share or approval has no deadline',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!step.deadline || (step.kind !== 'share' && step.kind !== 'approval')) continue;
      yield {
        at: step.id,
        expects: ['INV-A13', 'deadline-missing'],
        definition: editStep(definition, step.id, (of) => ({
          ...without(of, 'deadline'),
          outcomes: of.outcomes.map((outcome) => without(outcome, 'bySilence', 'keepsTimeLeft')),
        })),
      };
    }
  },
};

export const silence: readonly Operator[] = [
  silenceDecides,
  silenceSets,
  weakenSilence,
  unmark,
  dropDeadline,
];
