import type { CompiledStep } from './compiled.js';
import { type Draft, holderIn, holderKey } from './draft.js';
import type { NoticeKind, NoticeLevel } from './effects.js';
import { hasSigned } from './signing.js';

/** Tells every role that must still sign an open step; a step taken back is told to those who signed as well. */
export function notifySigners(
  draft: Draft,
  entry: CompiledStep,
  kind: NoticeKind,
  level: NoticeLevel = 'institution',
): void {
  const open = draft.state.steps[entry.id]!.open!;
  for (const role of entry.signers) {
    if (kind !== 'withdrawn' && hasSigned(entry.step, open, role)) continue;
    notifyRole(draft, entry.id, open.opening, role, kind, level, open.clock?.dueAt);
  }
}

/** An answer waits for a second person: colleagues are told, and the supervisor, who can be that person. */
export function notifySecond(draft: Draft, entry: CompiledStep, role: string): void {
  const open = draft.state.steps[entry.id]!.open!;
  for (const level of ['institution', 'supervisor'] as const) {
    notifyRole(draft, entry.id, open.opening, role, 'second-needed', level, open.clock?.dueAt);
  }
}

export function notifyRole(
  draft: Draft,
  step: string,
  opening: number,
  role: string,
  kind: NoticeKind,
  level: NoticeLevel,
  dueAt?: number,
): void {
  const { lead } = draft.compiled.definition;
  const elsewhere = holderKey(draft.state, step, role) !== role;
  draft.effects.push({
    type: 'notice',
    kind,
    role,
    level,
    step,
    opening,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(elsewhere ? { institution: holderIn(draft.state, lead, step, role).institution } : {}),
  });
}

/** Tells the institution that leads the run something about the run as a whole. */
export function notifyLead(draft: Draft, kind: NoticeKind): void {
  const { lead } = draft.compiled.definition;
  draft.effects.push({ type: 'notice', kind, role: lead, level: 'lead-technical' });
}
