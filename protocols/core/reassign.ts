import { competenceKey, roleOfKey } from '../language/pack.js';
import { type Refusal, refusal } from '../refusals.js';
import type { Act } from './acts.js';
import { holdersAt } from './competence.js';
import type { Compiled, CompiledStep } from './compiled.js';
import { type Draft, holderIn, holderKey } from './draft.js';
import { notifyRole } from './notices.js';
import { tellOfFormer } from './recalls.js';
import { findUnseconded, hasSigned } from './signing.js';
import type { OpenStep } from './state.js';

type Reassignment = Extract<Act, { type: 'role-reassigned' }>;

/** Whether an institution can be bound under this name: a role, or who is competent beside one. */
export function isBindable({ definition, pack }: Compiled, name: string): boolean {
  if (definition.roles.some((role) => role.id === name)) return true;
  return pack?.competence.some((rule) => competenceKey(rule) === name) ?? false;
}

/**
 * Another institution fills a role. Open steps that it has not signed yet move with it; where competence depends on the
 * hour or the matter it is judged again at this instant.
 */
export function reassign(draft: Draft, act: Reassignment): Refusal | undefined {
  if (!isBindable(draft.compiled, act.role)) return refusal('role-unknown', { role: act.role });
  const before = draft.state.bindings[act.role];
  const role = roleOfKey(act.role);
  const unsigned = draft.compiled.order.filter((entry) => {
    const open = draft.state.steps[entry.id]?.open;
    return open && entry.signers.includes(role) && !hasSigned(entry.step, open, role);
  });
  const held = new Map(unsigned.map((entry) => [entry.id, holderOf(draft, entry, role)]));
  const waiting = act.anew ? listWaiting(draft) : [];
  draft.state.bindings[act.role] = act.binding;
  draft.effects.push({
    type: 'role-moved',
    role: act.role,
    institution: act.binding.institution,
    from: before?.institution ?? '',
  });
  for (const entry of unsigned) {
    moveStep(draft, entry, role, held.get(entry.id));
    if (entry.step.recalls) tellOfFormer(draft, entry.id);
  }
  for (const one of waiting) if (actsFor(draft, one) !== one.by) forget(one);
  return undefined;
}

/** An answer that waits for a second person of the institution that gave it. */
interface Waiting {
  readonly step: string;
  readonly role: string;
  readonly open: OpenStep;
  readonly by: string;
}

function listWaiting(draft: Draft): Waiting[] {
  return draft.compiled.order.flatMap(({ id: step, step: declared, signers }) => {
    const open = draft.state.steps[step]?.open;
    if (!open) return [];
    return signers
      .filter((role) => findUnseconded(declared, open, role))
      .map((role) => ({ step, role, open, by: actsFor(draft, { step, role }) }));
  });
}

/** The institution whose people answer for a role in an open step: the lead's, where it stands in. */
function actsFor({ state, compiled }: Draft, of: Pick<Waiting, 'step' | 'role'>): string {
  return holderIn(state, compiled.definition.lead, of.step, of.role).institution;
}

/**
 * Nobody confirms what another institution said: whoever takes over begins anew. It may not even read it, and the two people
 * an answer takes answer to one institution.
 */
function forget({ open, role }: Waiting): void {
  const { [role]: _, ...signatures } = open.signatures ?? {};
  const { [role]: __, ...ends } = open.ends ?? {};
  if (Object.keys(signatures).length > 0) open.signatures = signatures;
  else delete open.signatures;
  if (Object.keys(ends).length > 0) open.ends = ends;
  else delete open.ends;
}

/** The institution bound for a role in an open step; undefined while the lead stands in for a role nobody fills. */
function holderOf(draft: Draft, entry: CompiledStep, role: string): string | undefined {
  return draft.state.bindings[holderKey(draft.state, entry.id, role)]?.institution;
}

function moveStep(draft: Draft, entry: CompiledStep, role: string, from: string | undefined): void {
  const open = draft.state.steps[entry.id]!.open!;
  const keyBefore = holderKey(draft.state, entry.id, role);
  const { [role]: _, ...others } = open.holders ?? {};
  const competent = holdersAt(draft, entry)?.[role];
  const holders = competent ? { ...others, [role]: competent } : others;
  if (Object.keys(holders).length > 0) open.holders = holders;
  else delete open.holders;
  const to = holderOf(draft, entry, role)!;
  const { opening } = open;
  const elsewhere = (competent ?? role) !== role || keyBefore !== role;
  if (elsewhere && from === to) return;
  if (elsewhere) {
    draft.effects.push({ type: 'holder-moved', step: entry.id, opening, role, institution: to });
  }
  notifyRole(draft, entry.id, opening, role, 'reassigned', 'institution', open.clock?.dueAt);
  if (from === undefined || from === to) return;
  draft.effects.push({
    type: 'notice',
    kind: 'withdrawn',
    role,
    level: 'institution',
    step: entry.id,
    opening,
    institution: from,
  });
}
