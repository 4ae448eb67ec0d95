import { markSent } from '../../db/queries/evidence.js';
import type { Committed } from '../../door/acts.js';
import { checkStep } from '../forms/check-step.js';
import { commit } from './commit.js';
import { digestsOf } from './evidence.js';
import { answersTo, type OpenRun } from './open-run.js';
import { getStep, signerRole } from './pick-role.js';

/** An answer to a step as somebody gives it. */
export interface StepAnswer {
  readonly opening: number;
  readonly outcome: string;
  /** Needed only where the institution fills several roles in the step. */
  readonly role?: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Ids of files that go with it. */
  readonly files?: readonly string[];
}

/** Checks an answer and enters it, once per key. Throws `form-invalid` with every fault, or the door's refusal. */
export async function answerStep(
  opened: OpenRun,
  stepId: string,
  key: string,
  { opening, outcome, role: given, answers: typed, files = [] }: StepAnswer,
): Promise<Committed> {
  const step = getStep(opened.definition, stepId);
  const role = signerRole(opened, step, given);
  const { definition, run } = opened;
  const { values, brought } = checkStep({ definition, state: run.state }, step, outcome, typed);
  const act = {
    type: 'step-completed',
    step: step.id,
    opening,
    outcome,
    role,
    ...brought,
  } as const;
  const place = { run: opened.run.id, step: step.id, opening, role };
  const evidence = await digestsOf(opened, place, files);
  const committed = await commit(opened, key, act, await answersTo(opened, step, values, evidence));
  await markSent(opened.context.door.db, place, files, committed.seq);
  return committed;
}
