import { findLastActor, findLastAnswer, type GivenAnswer } from '../db/queries/find-entry.js';
import { findUnseconded } from '../protocols/core/signing.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { ActRequest } from './acts.js';
import type { Door, KnownRun } from './door.js';

/**
 * The second person is another one: who gave an answer that waits for a second person does not confirm it, who lowered
 * somebody's protection for one institution does not do so for the other, as where the lead stands in for both, and who
 * asked for one institution that a stop end does not decide so for another, as somebody who works at both. And a second
 * person has read what the first one said: an answer meant as a first one confirms nothing, and one meant to confirm confirms
 * the answer it names while that stands, or nothing. The write succeeds only on the state that is judged here.
 * What the core cannot know, because acts carry no account.
 */
export async function refuseOwnSecond(
  door: Door,
  definition: Definition,
  { id, state }: KnownRun,
  { act, actor, meant }: ActRequest,
): Promise<Refusal | undefined> {
  if (act.type === 'origin-lift-decided') {
    if (!act.lifts || actor.institution === 'system') return undefined;
    const asked = await findLastActor(door.db.sql, { runId: id, type: 'origin-lift-asked' });
    return asked?.account === actor.account ? refusal('lift-by-another') : undefined;
  }
  if (act.type !== 'step-completed') return undefined;
  const step = definition.steps.find((candidate) => candidate.id === act.step);
  const open = state.steps[act.step]?.open;
  if (!step || !open || open.opening !== act.opening) return undefined;
  const waits = findUnseconded(step, open, act.role)?.outcome === act.outcome;
  if (waits && meant === 'first') return refusal('second-only-confirms', { step: step.id });
  const confirms = typeof meant === 'object' ? meant.confirms : undefined;
  if (confirms !== undefined && !waits) return refusal('answer-changed', { step: step.id });
  const isLowering = step.outcomes.some(({ id: one, lowers }) => one === act.outcome && lowers);
  const signed = Object.entries(open.signatures ?? {}).flatMap(([role, { outcome }]) =>
    outcome === act.outcome && (role === act.role ? waits : isLowering) ? [role] : [],
  );
  for (const role of signed) {
    const first = await findLastAnswer(door.db.sql, { runId: id, ...act, role });
    if (role === act.role && !isConfirmable(first, actor, confirms)) {
      return refusal('answer-changed', { step: step.id });
    }
    const isOther = first !== undefined && first.actor.account !== actor.account;
    if (!isOther) return refusal('second-by-another', { step: step.id });
  }
  return undefined;
}

/** Whether it is the answer that was read, and one's own institution's: histories from before decision 0099 hold others. */
function isConfirmable(
  first: GivenAnswer | undefined,
  { institution }: ActRequest['actor'],
  confirms: number | undefined,
): boolean {
  if (first?.actor.institution !== institution) return false;
  return confirms === undefined || first.seq === confirms;
}
