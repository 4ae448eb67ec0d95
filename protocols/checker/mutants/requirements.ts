import type { Definition } from '../../language/definition.js';
import type { Outcome, Step } from '../../language/step.js';
import { editOutcome, editStep, editSteps, without } from './edit.js';
import type { Operator } from './mutant.js';
import { demandsOn, departureFacts, invariantsOf } from './rows.js';

/** The step with an effect no longer asks for what a safeguard asks of it. */
const dropRequirement: Operator = {
  id: 'drop-requirement',
  says: 'a departure, handover or disclosure no longer requires a fact',
  *breaks(definition) {
    for (const step of definition.steps) {
      for (const { fact, invariant } of demandsOn(definition, step)) {
        if (!step.requires?.includes(fact)) continue;
        yield {
          at: `${step.id}/${fact}`,
          expects: [invariant, ...invariantsOf(definition, fact)],
          definition: editStep(definition, step.id, (of) => notRequiring(of, fact)),
        };
      }
    }
  },
};

/** No step asks for the fact any more. */
const forgetFact: Operator = {
  id: 'forget-fact',
  says: 'no step requires a fact any more that departures hang on',
  *breaks(definition) {
    for (const fact of departureFacts(definition)) {
      if (!definition.steps.some((step) => step.requires?.includes(fact))) continue;
      yield {
        at: fact,
        expects: invariantsOf(definition, fact),
        definition: editSteps(definition, (step) => notRequiring(step, fact)),
      };
    }
  },
};

function notRequiring(step: Step, fact: string): Step {
  if (!step.requires?.includes(fact)) return step;
  return { ...step, requires: step.requires.filter((other) => other !== fact) };
}

/** An answer that takes effect: what a step is there for, not what stops or sends back. */
export function isPositive(outcome: Outcome): boolean {
  return !outcome.despiteMissing && !outcome.keepsOpen && (outcome.sets?.length ?? 0) > 0;
}

/** Whether an answer sends something to the country of origin. */
function tells({ roles }: Definition, { shares }: Step, { id }: Outcome): boolean {
  return (shares ?? []).some(
    ({ to, on }) =>
      (!on || on.includes(id)) && roles.some((role) => role.id === to && role.side === 'receiving'),
  );
}

const despiteMissing: Operator = {
  id: 'despite-missing',
  says: 'a positive result is accepted while a required fact is missing',
  *breaks(definition) {
    for (const step of definition.steps) {
      const demands = demandsOn(definition, step);
      if (demands.length === 0 || !step.requires?.length) continue;
      for (const outcome of step.outcomes.filter((one) => !one.despiteMissing && !one.keepsOpen)) {
        const broken = demands.filter(
          ({ effect }) => effect !== 'discloses-identity' || tells(definition, step, outcome),
        );
        if (broken.length === 0) continue;
        yield {
          at: `${step.id}:${outcome.id}`,
          expects: broken.map(({ invariant }) => invariant),
          definition: editOutcome(definition, step.id, outcome.id, (of) => ({
            ...of,
            despiteMissing: true,
          })),
        };
      }
    }
  },
};

/** A result that stops, which may be given while something is missing, does what the positive one does. */
const stopBecomesPositive: Operator = {
  id: 'stop-becomes-positive',
  says: 'a result that stops or sends back does what the positive one does',
  *breaks(definition) {
    for (const step of definition.steps) {
      const demands = demandsOn(definition, step);
      const positive = step.outcomes.find(isPositive);
      if (demands.length === 0 || !positive) continue;
      for (const stop of step.outcomes.filter((one) => one.despiteMissing)) {
        const { sets, clears } = positive;
        yield {
          at: `${step.id}:${stop.id}`,
          expects: demands.map(({ invariant }) => invariant),
          definition: editOutcome(definition, step.id, stop.id, (of) => ({
            ...without(of, 'clears', 'sets', 'withdraws'),
            ...(clears ? { clears } : {}),
            ...(sets ? { sets } : {}),
          })),
        };
        yield {
          at: `${step.id}:${stop.id}/besides`,
          expects: demands.map(({ invariant }) => invariant),
          definition: editOutcome(definition, step.id, stop.id, (of) => ({
            ...of,
            clears: [...(of.clears ?? []), ...(clears ?? [])],
            sets: [...(of.sets ?? []), ...(sets ?? [])],
          })),
        };
      }
    }
  },
};

export const requirements: readonly Operator[] = [
  dropRequirement,
  forgetFact,
  despiteMissing,
  stopBecomesPositive,
];
