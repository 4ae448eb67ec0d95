import type { Committed } from '../../door/acts.js';
import { checkAnswers } from '../forms/check-answers.js';
import { commit } from './commit.js';
import { answersTo, type OpenRun } from './open-run.js';
import { getStep, signerRole } from './pick-role.js';

/** An answer to a step as somebody gives it. */
export interface StepAnswer {
  readonly opening: number;
  readonly outcome: string;
  /** Needed only where the institution fills several roles in the step. */
  readonly role?: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Checks an answer and enters it, once per key. Throws `form-invalid` with every fault, or the door's refusal. */
export async function answerStep(
  opened: OpenRun,
  stepId: string,
  key: string,
  { opening, outcome, role: given, answers: typed }: StepAnswer,
): Promise<Committed> {
  const step = getStep(opened.definition, stepId);
  const role = signerRole(opened, step, given);
  const { values, brought } = checkAnswers(step.form ?? [], typed, outcome);
  const act = {
    type: 'step-completed',
    step: step.id,
    opening,
    outcome,
    role,
    ...brought,
  } as const;
  return commit(opened, key, act, await answersTo(opened, step, values));
}
