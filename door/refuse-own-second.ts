import { findLastAnswer } from '../db/queries/find-entry.js';
import { findUnseconded } from '../protocols/core/signing.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { ActRequest } from './acts.js';
import type { Door, KnownRun } from './door.js';

/**
 * The second person is another one: who gave an answer that waits for a second person does not confirm it. What the
 * core cannot know, because acts carry no account.
 */
export async function refuseOwnSecond(
  door: Door,
  definition: Definition,
  { id, state }: KnownRun,
  { act, actor }: ActRequest,
): Promise<Refusal | undefined> {
  if (act.type !== 'step-completed') return undefined;
  const step = definition.steps.find((candidate) => candidate.id === act.step);
  const open = state.steps[act.step]?.open;
  if (!step || !open || open.opening !== act.opening) return undefined;
  if (findUnseconded(step, open, act.role)?.outcome !== act.outcome) return undefined;
  const first = await findLastAnswer(door.db.sql, { runId: id, ...act });
  const isOther = first !== undefined && first.actor.account !== actor.account;
  return isOther ? undefined : refusal('second-by-another', { step: step.id });
}
