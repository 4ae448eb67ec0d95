import type { Definition, Role } from '../language/definition.js';
import type { Outcome } from '../language/step.js';
import type { CompiledStep } from './compiled.js';
import { isChildIn } from './consent-record.js';
import type { Draft } from './draft.js';
import type { NoticeLevel } from './effects.js';
import type { Lowered } from './state.js';

/** A departure planned so soon after it makes a change that takes protection away suspect; milliseconds. */
const SOON = 72 * 3_600_000;

/**
 * Remembers an answer that lowers the person's protection, before it takes effect. One that was given about a child shortly
 * before is not forgotten over it: a departure planned now is as suspect for that one.
 */
export function noteLowered(
  draft: Draft,
  { id }: CompiledStep,
  outcome: Outcome,
  opening: number,
): void {
  const { state, view, compiled } = draft;
  const { lowered: before } = state;
  const wasOfChild = before?.ofChild === true && draft.at - before.at <= SOON;
  const isOfChild = wasOfChild || isChildIn(compiled.definition, view);
  state.lowered = {
    at: draft.at,
    seq: state.seq,
    step: id,
    opening,
    outcome: outcome.id,
    ...(isOfChild ? { ofChild: true as const } : {}),
  };
}

/**
 * Tells those who watch over the person what was lowered with this act, and tells them apart, once, when a departure is
 * planned within 72 hours of it: already then, or by a later act. `before` is what was known when the act began.
 */
export function tellLowered(draft: Draft, before: Lowered | undefined): void {
  const { state } = draft;
  const { lowered } = state;
  if (!lowered || lowered.soon) return;
  const isSoon = Object.values(state.dates).some(
    (at) => at >= lowered.at && at - lowered.at <= SOON,
  );
  if (isSoon) state.lowered = { ...lowered, soon: true };
  else if (lowered === before) return;
  const { step, opening } = lowered;
  const where = lowered.carried ? {} : { step, opening };
  for (const [role, level] of watching(draft.compiled.definition, lowered)) {
    if (state.bindings[role] === undefined) continue;
    const kind = isSoon ? 'lowered-soon' : 'lowered';
    draft.effects.push({ type: 'notice', kind, role, level, ...where });
  }
}

/** The same for the run that carries on: a departure that is planned there soon after it is told there. */
export function carried({ soon: _, ...lowered }: Lowered): Lowered {
  return { ...lowered, carried: true };
}

/** Who leads, who monitors, counsel, and for a child whoever answers for the guardian. */
function watching(
  { lead, monitor, roles }: Definition,
  { ofChild }: Lowered,
): readonly (readonly [role: string, level: NoticeLevel])[] {
  const others = roles.filter(
    (role) => role.id !== lead && role.id !== monitor && isBeside(role, ofChild === true),
  );
  return [
    [lead, 'lead-technical'],
    ...(monitor ? [[monitor, 'monitor'] as const] : []),
    ...others.map(({ id }) => [id, 'institution'] as const),
  ];
}

function isBeside({ kind, side }: Role, ofChild: boolean): boolean {
  return kind === 'LEGAL' || (ofChild && kind === 'CPA' && side === 'sending');
}
