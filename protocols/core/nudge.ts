import { type Refusal, refusal } from '../refusals.js';
import type { Act } from './acts.js';
import type { Draft } from './draft.js';
import { notifySigners } from './notices.js';

/** A step is brought to mind at most once in this time: more would be pressure, and nobody reads the tenth reminder. */
export const NUDGE_EVERY = 24 * 3600_000;

/**
 * Whoever leads a run has the institutions that must still answer an open step reminded of it. Changes no clock and
 * answers nothing; the history keeps that it was done.
 */
export function nudge(
  draft: Draft,
  act: Extract<Act, { type: 'step-nudged' }>,
): Refusal | undefined {
  const entry = draft.compiled.steps.get(act.step);
  if (!entry) return refusal('step-unknown', { step: act.step });
  const open = draft.state.steps[act.step]?.open;
  // Of a suspended step nobody can give a positive answer, so nobody is reminded of it.
  if (!open || open.missing || open.opening !== act.opening) {
    return refusal('step-not-open', { step: act.step });
  }
  if (open.nudgedAt !== undefined && draft.at < open.nudgedAt + NUDGE_EVERY) {
    return refusal('nudged-already', { step: act.step });
  }
  open.nudgedAt = draft.at;
  const { clock } = open;
  const isOverdue = clock !== undefined && clock.pausedAt === undefined && clock.dueAt <= draft.at;
  notifySigners(draft, entry, isOverdue ? 'overdue' : clock ? 'nearly-due' : 'opened');
  return undefined;
}
