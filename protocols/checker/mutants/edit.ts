import type { Condition } from '../../language/condition.js';
import type { Definition, ProtocolEvent } from '../../language/definition.js';
import type { Consequences, Outcome, Setting, Share, Step } from '../../language/step.js';

/** A condition that never holds. */
export const NEVER: Condition = { not: 'start' };

/** The fact a setting names. */
export function factOf(setting: Setting): string {
  return typeof setting === 'string' ? setting : setting.fact;
}

/** Step, outcome or event by id. Throws when there is none: a mutation of nothing would prove nothing. */
export function getStep(definition: Definition, id: string): Step {
  const found = definition.steps.find((step) => step.id === id);
  if (!found) throw new Error(`${definition.id} has no step ${id}`);
  return found;
}

/** Whether a definition has a step. */
export function hasStep(definition: Definition, id: string): boolean {
  return definition.steps.some((step) => step.id === id);
}

/** A copy with one step changed. */
export function editStep(
  definition: Definition,
  id: string,
  change: (step: Step) => Step,
): Definition {
  getStep(definition, id);
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.id === id ? change(step) : step)),
  };
}

/** A copy with every step changed. */
export function editSteps(definition: Definition, change: (step: Step) => Step): Definition {
  return { ...definition, steps: definition.steps.map(change) };
}

/** A copy with one outcome changed. */
export function editOutcome(
  definition: Definition,
  step: string,
  outcome: string,
  change: (outcome: Outcome) => Outcome,
): Definition {
  return editStep(definition, step, (of) => {
    if (!of.outcomes.some(({ id }) => id === outcome)) {
      throw new Error(`${definition.id} has no outcome ${step}:${outcome}`);
    }
    return { ...of, outcomes: of.outcomes.map((one) => (one.id === outcome ? change(one) : one)) };
  });
}

/** A copy with one event changed. */
export function editEvent(
  definition: Definition,
  id: string,
  change: (event: ProtocolEvent) => ProtocolEvent,
): Definition {
  if (!definition.events.some((event) => event.id === id)) {
    throw new Error(`${definition.id} has no event ${id}`);
  }
  return {
    ...definition,
    events: definition.events.map((event) => (event.id === id ? change(event) : event)),
  };
}

/** A copy in which an entry lacks some parts. */
export function without<T extends object, K extends keyof T>(entry: T, ...parts: K[]): T {
  const copy = { ...entry };
  for (const part of parts) delete copy[part];
  return copy;
}

/** A copy in which a consequence also sets a fact, or sets it instead of clearing it. */
export function setting<T extends Consequences>(does: T, fact: string): T {
  const clears = (does.clears ?? []).filter((other) => other !== fact);
  const sets = (does.sets ?? []).filter((other) => factOf(other) !== fact);
  return { ...does, ...(does.clears ? { clears } : {}), sets: [...sets, fact] };
}

/** A copy in which a consequence no longer clears some facts. */
export function keeping<T extends Consequences>(does: T, facts: readonly string[]): T {
  if (!does.clears) return does;
  return { ...does, clears: does.clears.filter((fact) => !facts.includes(fact)) };
}

/** A copy in which a consequence no longer sets a fact. */
export function notSetting<T extends Consequences>(does: T, fact: string): T {
  if (!does.sets) return does;
  return { ...does, sets: does.sets.filter((other) => factOf(other) !== fact) };
}

/** A copy in which no step clears some facts by opening after an atom. */
export function keptAtOpening(
  definition: Definition,
  facts: readonly string[],
  atom: string,
): Definition {
  return editSteps(definition, (step) => {
    if (!step.clearsAtOpening || !names(step.when, atom)) return step;
    const left = step.clearsAtOpening.filter((fact) => !facts.includes(fact));
    return { ...step, clearsAtOpening: left };
  });
}

/** Whether a condition names an atom anywhere. */
export function names(condition: Condition, atom: string): boolean {
  if (typeof condition === 'string') return condition === atom;
  if ('all' in condition) return condition.all.some((part) => names(part, atom));
  if ('any' in condition) return condition.any.some((part) => names(part, atom));
  return 'not' in condition && names(condition.not, atom);
}

/** A condition in which an atom is replaced by another condition. */
export function replaced(condition: Condition, atom: string, by: Condition): Condition {
  if (typeof condition === 'string') return condition === atom ? by : condition;
  if ('all' in condition) return { all: condition.all.map((part) => replaced(part, atom, by)) };
  if ('any' in condition) return { any: condition.any.map((part) => replaced(part, atom, by)) };
  return 'not' in condition ? { not: replaced(condition.not, atom, by) } : condition;
}

/** A copy without an event; what waited for it waits for ever. */
export function withoutEvent(definition: Definition, id: string): Definition {
  const atom = `event:${id}` as const;
  const steps = definition.steps.map((step): Step => {
    const { deadline } = step;
    const from = deadline?.from;
    const isAfter = typeof from === 'object' && 'after' in from && from.after === atom;
    return {
      ...step,
      when: replaced(step.when, atom, NEVER),
      ...(step.shares ? { shares: step.shares.map((share) => silenced(share, atom)) } : {}),
      ...(deadline && isAfter ? { deadline: without(deadline, 'from') } : {}),
    };
  });
  const events = definition.events
    .filter((event) => event.id !== id)
    .map((event) =>
      event.while ? { ...event, while: replaced(event.while, atom, NEVER) } : event,
    );
  return { ...definition, steps, events };
}

/** The share as it is where the event never happened. */
function silenced(share: Share, atom: Condition & string): Share {
  return share.unless ? { ...share, unless: replaced(share.unless, atom, NEVER) } : share;
}

/** A copy in which a step opens only while a condition holds too. */
export function guarded(definition: Definition, id: string, condition: Condition): Definition {
  return editStep(definition, id, (step) => ({ ...step, when: { all: [step.when, condition] } }));
}

/** A copy in which a step never opens. */
export function never(definition: Definition, id: string): Definition {
  return editStep(definition, id, (step) => ({ ...step, when: NEVER }));
}

/** A copy in which a step requires one more fact. */
export function requiring(definition: Definition, id: string, fact: string): Definition {
  return editStep(definition, id, (step) => ({
    ...step,
    requires: [...(step.requires ?? []), fact],
  }));
}

/** A copy in which a role has another name, wherever it is named. */
export function renameRole(definition: Definition, from: string, to: string): Definition {
  const named = (role: string) => (role === from ? to : role);
  return {
    ...definition,
    lead: named(definition.lead),
    ...(definition.monitor ? { monitor: named(definition.monitor) } : {}),
    roles: definition.roles.map((role) => ({ ...role, id: named(role.id) })),
    steps: definition.steps.map((step) => ({
      ...step,
      by: typeof step.by === 'string' ? named(step.by) : step.by.map(named),
      ...(step.shares
        ? { shares: step.shares.map((share) => ({ ...share, to: named(share.to) })) }
        : {}),
    })),
    events: definition.events.map((event) => ({
      ...event,
      by: typeof event.by === 'string' ? event.by : event.by.map(named),
    })),
  };
}
