import type { Outcome } from '../language/step.js';
import { type Refusal, refusal } from '../refusals.js';
import { endOfDay } from '../rules/zone.js';
import type { Act } from './acts.js';
import { bindingOf, type Draft } from './draft.js';
import type { OpenStep } from './state.js';

type Days = Readonly<Record<string, string>>;
type Completion = Extract<Act, { type: 'step-completed' }>;

/** The last instant of a fact's last day, where the lead is: as its `validFor` is counted. */
export function endAt(draft: Draft, on: string): number {
  return endOfDay(on, bindingOf(draft, draft.compiled.definition.lead).timeZone);
}

/** An answer that sets a fact names no last day that is over. */
export function refuseEnded(
  draft: Draft,
  outcome: Outcome,
  { ends }: Completion,
): Refusal | undefined {
  for (const setting of outcome.sets ?? []) {
    const on = typeof setting === 'string' ? undefined : ends?.[setting.fact];
    if (on !== undefined && endAt(draft, on) <= draft.at) return refusal('already-ended', { on });
  }
  return undefined;
}

/** Keeps the days a signer named until the step closes. Whoever confirms an answer never makes anything last longer. */
export function noteEnds(open: OpenStep, { role, ends }: Completion, confirms: boolean): void {
  const { [role]: before, ...others } = open.ends ?? {};
  const own = confirms ? earliest([before ?? {}, ends ?? {}]) : ends;
  if (own) open.ends = { ...others, [role]: own };
  else if (before) open.ends = others;
}

/** The last day of each fact by all who signed: the earliest anybody named. */
export function endsOf({ ends = {} }: OpenStep): Days {
  return earliest(Object.values(ends));
}

function earliest(all: readonly Days[]): Days {
  const found: Record<string, string> = {};
  for (const days of all) {
    for (const [fact, on] of Object.entries(days)) {
      const known = found[fact];
      if (known === undefined || on < known) found[fact] = on;
    }
  }
  return found;
}
