import { type Competence, competenceKey, roleOfKey } from '../language/pack.js';
import { openingAt } from '../rules/opening-hours.js';
import type { Act } from './acts.js';
import { calendarFor } from './clocks.js';
import type { CompiledStep } from './compiled.js';
import { type Draft, holderIn } from './draft.js';
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
