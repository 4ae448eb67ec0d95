import type { Setting } from '../language/step.js';
import { dueAt } from '../rules/deadline.js';
import { calendarOf } from './clocks.js';
import { bindingOf, type Draft, establish, touch } from './draft.js';
import { endAt } from './ends.js';

/**
 * Makes a fact hold. Established only when it did not hold before; a limited validity always starts anew, and ends with the
 * last day the answer named if that is earlier. What is over by then ran out: it does not hold for a moment.
 */
export function setFact(
  draft: Draft,
  setting: Setting,
  ends: Readonly<Record<string, string>> = {},
): void {
  const id = typeof setting === 'string' ? setting : setting.fact;
  const before = draft.state.facts[id];
  if (typeof setting === 'string') draft.state.facts[id] = {};
  else {
    const binding = bindingOf(draft, draft.compiled.definition.lead);
    const longest = dueAt({
      ...setting.validFor,
      startAt: draft.at,
      ...calendarOf(draft, binding),
    });
    const on = ends[id];
    const until = on === undefined ? longest : Math.min(longest, endAt(draft, on));
    if (until <= draft.at) {
      expireFact(draft, id);
      return;
    }
    draft.state.facts[id] = { until };
  }
  delete draft.state.established[`expired:${id}`];
  touch(draft, id);
  touch(draft, `expired:${id}`);
  if (!before) establish(draft, id);
}

export function clearFact(draft: Draft, id: string): void {
  delete draft.state.facts[id];
  touch(draft, id);
}

/** A fact ran out: it is cleared, and guards that wait for its expiry see it. */
export function expireFact(draft: Draft, id: string): void {
  clearFact(draft, id);
  establish(draft, `expired:${id}`);
}
