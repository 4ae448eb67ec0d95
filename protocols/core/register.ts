import type { Register } from '../language/register.js';
import { type Refusal, refusal } from '../refusals.js';
import type { Calendar } from '../rules/calendar.js';
import { recountDue } from '../rules/recount.js';
import { withChanges } from '../rules/register.js';
import type { Act } from './acts.js';
import { calendarFor, calendarUnder, rebuildClock } from './clocks.js';
import { refreshAgreed } from './countries.js';
import { bindingOf, type Draft, holderKey } from './draft.js';
import { clearFact } from './facts.js';
import { moveClocksBefore } from './open-steps.js';
import { refusalAt } from './places.js';
import type { Clock } from './state.js';

/**
 * The register of days, agreements, closures and relations has new entries. They hold from this act on: running
 * deadlines in working days keep the days they have left, a planned date that is no longer allowed at its point takes
 * back what rests on it. Everything before the act stays as it was counted, so the history replays.
 */
export function changeRegister(
  draft: Draft,
  act: Extract<Act, { type: 'register-changed' }>,
): Refusal | undefined {
  const before = draft.state.register;
  if (act.upTo <= (before?.upTo ?? 0)) return refusal('register-known');
  draft.state.register = withChanges(before, act.changes, act.upTo);
  const countries = new Set(
    act.changes.flatMap((change) => (change.kind === 'day' ? [change.country] : [])),
  );
  if (countries.size > 0) recount(draft, before, countries);
  refreshAgreed(draft);
  takeBackPlans(draft);
  return undefined;
}

function recount(draft: Draft, before: Register | undefined, countries: ReadonlySet<string>): void {
  for (const entry of draft.compiled.order) {
    const state = draft.state.steps[entry.id];
    const { deadline } = entry.step;
    if (!state || deadline?.unit !== 'working-days') continue;
    if (typeof deadline.from === 'object' && 'before' in deadline.from) continue;
    const role = holderKey(draft.state, entry.id, entry.signers[0]!);
    for (const clock of [state.open?.clock, state.heldClock]) {
      if (!clock || !moved(draft, clock, role, before, countries)) continue;
      rebuildClock(clock, deadline, draft.at);
      if (clock !== state.open?.clock) continue;
      draft.effects.push({
        type: 'clock-moved',
        step: entry.id,
        opening: state.open.opening,
        dueAt: clock.dueAt,
        paused: clock.pausedAt !== undefined,
      });
    }
  }
  for (const { role, clock, unit } of Object.values(draft.state.acknowledgements)) {
    if (unit !== 'working-days' || !moved(draft, clock, role, before, countries)) continue;
    rebuildClock(clock, { silence: 'L1' }, draft.at);
  }
  for (const date of Object.keys(draft.state.dates)) moveClocksBefore(draft, date);
}

/** Counts a clock again under the changed calendar; says whether its due instant moved. */
function moved(
  draft: Draft,
  clock: Clock,
  role: string,
  before: Register | undefined,
  countries: ReadonlySet<string>,
): boolean {
  const { country, timeZone } = bindingOf(draft, role);
  if (!countries.has(country) || !clock.marks.some(({ mark }) => mark === 'due')) return false;
  const calendars: { before: Calendar; after: Calendar } = {
    before: calendarUnder(draft, country, before),
    after: calendarFor(draft, country),
  };
  const at = clock.pausedAt ?? draft.at;
  const { startAt, dueAt } = clock;
  const due = recountDue({ startAt, dueAt, at, timeZone, ...calendars });
  if (due === dueAt) return false;
  clock.dueAt = due;
  return true;
}

/** Planned dates that are no longer allowed at their point: what was settled with them no longer holds. */
function takeBackPlans(draft: Draft): void {
  for (const [date, { attribute, facts }] of Object.entries(draft.compiled.pack?.places ?? {})) {
    const at = draft.state.dates[date];
    if (at === undefined || at <= draft.at) continue;
    if (!refusalAt(draft, draft.state.attributes[attribute], at)) continue;
    for (const fact of facts) clearFact(draft, fact);
  }
}
