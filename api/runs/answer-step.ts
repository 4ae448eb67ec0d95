import { markSent } from '../../db/queries/evidence.js';
import { findLastAnswer } from '../../db/queries/find-entry.js';
import type { Committed } from '../../door/acts.js';
import type { Act } from '../../protocols/core/acts.js';
import { findUnseconded } from '../../protocols/core/signing.js';
import type { Step } from '../../protocols/language/step.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
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
  if (isSeconding(opened, step, outcome, role))
    return confirm(opened, step, key, { opening, outcome, role, typed, files });
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

/** Whether an answer would confirm the one a colleague gave. */
export function isSeconding({ run }: OpenRun, step: Step, outcome: string, role: string): boolean {
  const open = run.state.steps[step.id]?.open;
  return open !== undefined && findUnseconded(step, open, role)?.outcome === outcome;
}

/** A second person confirms what was answered and changes nothing of it. */
async function confirm(
  opened: OpenRun,
  step: Step,
  key: string,
  given: {
    readonly opening: number;
    readonly outcome: string;
    readonly role: string;
    readonly typed: Readonly<Record<string, unknown>>;
    readonly files: readonly string[];
  },
): Promise<Committed> {
  const { opening, outcome, role, typed, files } = given;
  if (Object.keys(typed).length > 0 || files.length > 0) {
    throw refused(refusal('second-only-confirms', { step: step.id }));
  }
  const of = { runId: opened.run.id, step: step.id, opening, outcome, role };
  const first = await findLastAnswer(opened.context.door.db.sql, of);
  // The codes, dates and references of the answer are part of what is confirmed.
  const { at: _, ...act } = first!.act as Extract<Act, { type: 'step-completed' }>;
  return commit(opened, key, act);
}
