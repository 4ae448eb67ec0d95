import type { Definition } from '../language/definition.js';
import { type Competence, competenceKey, roleOfKey } from '../language/pack.js';
import { type Refusal, refusal } from '../refusals.js';
import { openingAt } from '../rules/opening-hours.js';
import type { Act } from './acts.js';
import { calendarFor } from './clocks.js';
import type { CompiledStep } from './compiled.js';
import { type Draft, holderIn, holderKey } from './draft.js';
import type { OpenStep, RunState } from './state.js';

/**
 * Who is competent for a step at this instant, where it is not the institution that fills the role: by role, the name
 * under which the other one is bound. Undefined when every role acts itself.
 */
export function holdersAt(draft: Draft, entry: CompiledStep): OpenStep['holders'] {
  let holders: Record<string, string> | undefined;
  for (const role of entry.signers) {
    const rule = draft.compiled.pack?.competence.find(
      (one) => one.role === role && applies(draft, entry, one),
    );
    if (!rule) continue;
    holders ??= {};
    holders[role] = competenceKey(rule);
  }
  return holders;
}

function applies(draft: Draft, entry: CompiledStep, rule: Competence): boolean {
  if (!draft.state.bindings[competenceKey(rule)]) return false;
  if (rule.steps && !rule.steps.includes(entry.id)) return false;
  if (!rule.hours) return true;
  const { hours, timeZone, holidaysOf } = rule;
  const calendars = holidaysOf.map((country) => calendarFor(draft, country));
  return openingAt({ hours, timeZone, calendars, at: draft.at }).open;
}

/** An act somebody does in a role. */
export type ActInRole = Extract<
  Act,
  { type: 'step-completed' | 'event-reported' | 'share-acknowledged' | `origin-${string}` }
>;

/** Whether an institution may do an act in its role: as the one that is competent for the step, or fills the role. */
export function mayActAs(
  state: RunState,
  lead: string,
  act: Pick<ActInRole, 'type' | 'role'> & { readonly step?: string },
  institution: string,
): boolean {
  if (holderIn(state, lead, act.step, act.role).institution === institution) return true;
  // Whoever is competent beside a role for some steps may report what it sees, as the role may.
  return (
    act.type === 'event-reported' &&
    Object.entries(state.bindings).some(
      ([key, binding]) => roleOfKey(key) === act.role && binding.institution === institution,
    )
  );
}

/**
 * Why the lead may not answer in the name of a role nobody fills, which only a re-route leaves vacant: what protects a
 * person, tells of them or moves them is decided by whoever is competent, or by nobody. Of a step that does none of it only
 * the outcomes are refused that lower protection: an answer that keeps it need not wait. The step stays open with the lead, its
 * clock runs, and giving the role to an institution is what ends it. Judged where an act enters, not where a history is
 * folded: what was accepted before this rule stays true.
 */
export function refuseStandIn(
  { roles, steps }: Pick<Definition, 'roles' | 'steps'>,
  state: RunState,
  act: Pick<ActInRole, 'type' | 'role'> & { readonly step?: string; readonly outcome?: string },
): Refusal | undefined {
  const { type, role, step: id } = act;
  if (type !== 'step-completed' || state.bindings[holderKey(state, id, role)]) return undefined;
  // Of a role that may stay empty the checker has proven that the lead may answer for it.
  if (roles.some((one) => one.id === role && one.optional)) return undefined;
  const step = steps.find((one) => one.id === id);
  const lowers = step?.outcomes.find((one) => one.id === act.outcome)?.lowers;
  const decides = lowers || step?.safeguard || (step?.effects?.length ?? 0) > 0;
  return decides ? refusal('role-vacant', { role, step: step!.id }) : undefined;
}
