import { isWithdrawal } from '../language/definition.js';
import type { RecallAnswer } from '../language/recall.js';
import { coversShare } from '../language/recalled.js';
import type { Outcome, Share, Step } from '../language/step.js';
import type { Act } from './acts.js';
import type { Compiled, CompiledStep } from './compiled.js';
import { bindingOf, type Draft, holderIn, touchStep } from './draft.js';
import { notifyRole } from './notices.js';
import { isDueBack } from './recall-predicate.js';
import type { Received, RunState } from './state.js';

/** Remembers a share that was released, where some recall may take it back. */
export function noteReceived(draft: Draft, key: string, step: Step, share: Share): void {
  const recall = draft.compiled.recalls.get(share.to);
  if (!recall || !coversShare(recall.step, step, share)) return;
  draft.state.tick += 1;
  const { institution } = bindingOf(draft, share.to);
  const received = { to: share.to, institution, tick: draft.state.tick };
  draft.state.received = { ...draft.state.received, [key]: received };
  // What calls it back may hold already.
  touchStep(draft, recall.id);
}

/**
 * A recall opens: it is about everything its role received that is due back, and about what an opening that was superseded
 * asked for in vain.
 */
export function takeBack(draft: Draft, { id, step }: CompiledStep, opening: number): void {
  if (!step.recalls) return;
  const { state } = draft;
  change(draft, (one) =>
    one.to === step.by && (one.recall ? !one.recall.answer : isDueBack(step.when, state, one.tick))
      ? { ...one, recall: { step: id, opening, at: one.recall?.at ?? draft.at } }
      : one,
  );
  tellOfFormer(draft, id);
}

/**
 * Data lies at an institution that is not asked, because it has left the role since or another is competent: whoever leads
 * the run must ask there by other means.
 */
export function tellOfFormer(draft: Draft, id: string): void {
  const { compiled, state } = draft;
  const { opening, clock } = state.steps[id]!.open!;
  const { lead } = compiled.definition;
  const isAsked = ({ to, institution }: Received) =>
    holderIn(state, lead, id, to).institution === institution;
  if (recalledBy(state, id, opening).every(([, one]) => isAsked(one))) return;
  notifyRole(draft, id, opening, lead, 'escalated', 'lead-technical', clock?.dueAt);
}

/** What a recall was answered with becomes the word about each share it was about. */
export function noteRecallAnswer(
  draft: Draft,
  { id, step }: CompiledStep,
  { recalled }: Outcome,
  opening: number,
): void {
  if (!step.recalls || !recalled) return;
  const answer: RecallAnswer = recalled;
  change(draft, (one) =>
    one.recall?.step === id && one.recall.opening === opening
      ? { ...one, recall: { ...one.recall, answer, answeredAt: draft.at } }
      : one,
  );
}

function change(draft: Draft, to: (one: Received) => Received): void {
  const entries = Object.entries(draft.state.received ?? {});
  draft.state.received = Object.fromEntries(entries.map(([key, one]) => [key, to(one)]));
}

/** The shares one opening of a recall is about, by share key. */
export function recalledBy(
  { received }: RunState,
  step: string,
  opening: number,
): [string, Received][] {
  return Object.entries(received ?? {}).filter(
    ([, { recall }]) => recall?.step === step && recall.opening === opening,
  );
}

/**
 * A run that ended leaves its open recalls to be answered, and hands them to a person: whoever leads it is told of each,
 * because no clock runs any more. `before` says whether it had ended before this act: then of those that open now.
 */
export function handOverRecalls(draft: Draft, before: boolean): void {
  const { compiled, state, effects } = draft;
  for (const { id } of compiled.recalls.values()) {
    const open = state.steps[id]?.open;
    if (!open) continue;
    const isNew = effects.some((effect) => effect.type === 'step-opened' && effect.step === id);
    if (before && !isNew) continue;
    const { lead } = compiled.definition;
    notifyRole(draft, id, open.opening, lead, 'escalated', 'lead-technical', open.clock?.dueAt);
  }
}

/**
 * Whether an act is still accepted when the run has ended: receipts, what is said about contact with the State of origin,
 * consents taken back, and answers to recalls that are open.
 */
export function isHeardAfterEnd({ steps, events }: Compiled, act: Act): boolean {
  if (act.type === 'share-acknowledged' || act.type.startsWith('origin-')) return true;
  if (act.type === 'event-reported') {
    const event = events.get(act.event);
    return event !== undefined && isWithdrawal(event);
  }
  return act.type === 'step-completed' && steps.get(act.step)?.step.recalls !== undefined;
}
