import { isChildIn, recordFaults } from '../../protocols/core/consent-record.js';
import { viewOf } from '../../protocols/core/draft.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Step } from '../../protocols/language/step.js';
import { ProblemError } from '../errors.js';
import { type CheckedAnswers, checkAnswers } from './check-answers.js';
import { filledBySystem } from './consent-text.js';

/**
 * Checks the answers to a step with the outcome they come with: each field, and where a consent is given whether the
 * record makes one. What the system answers itself is added. Throws `form-invalid` with every fault.
 */
export function checkStep(
  { definition, state }: { readonly definition: Definition; readonly state: RunState },
  step: Step,
  outcome: string,
  given: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const checked = checkAnswers(step.form ?? [], given, outcome);
  const wrong = recordFaults(definition, step, {
    outcome,
    values: checked.values,
    assigns: checked.brought.assigns,
    isChild: isChildIn(definition, viewOf(state)),
  });
  if (wrong.length > 0) {
    const faults = wrong.map(({ field, code, message }) => ({
      pointer: `/answers/${field}`,
      code,
      message,
    }));
    throw new ProblemError('form-invalid', { faults });
  }
  return {
    ...checked,
    values: { ...checked.values, ...filledBySystem(definition, step, outcome) },
  };
}
