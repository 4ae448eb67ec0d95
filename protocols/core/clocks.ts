import type { Deadline } from '../language/deadline.js';
import type { Calendar } from '../rules/calendar.js';
import { getCalendar } from '../rules/calendars/index.js';
import { beforeAt, dueAt } from '../rules/deadline.js';
import { ladder, type Mark } from '../rules/ladder.js';
import { resumeDue } from '../rules/pause.js';
import { bindingOf, type Draft } from './draft.js';
import type { Binding, Clock } from './state.js';

/** A deadline that was already over when its step opened still gives this long before the lead is called. */
const SHORTEST_LADDER = 2 * 3600_000;

export function calendarOf(binding: Binding): { calendar: Calendar; timeZone: string } {
  return { calendar: getCalendar(binding.country), timeZone: binding.timeZone };
}

/**
 * The clock of a deadline for the institution that must keep it, or undefined while the planned date it counts back
 * from is not known.
 */
export function startClock(draft: Draft, deadline: Deadline, role: string): Clock | undefined {
  const binding = bindingOf(draft, role);
  const from = deadline.from ?? 'opening';
  if (typeof from === 'object' && 'before' in from) {
    const anchorAt = draft.state.dates[from.before];
    if (anchorAt === undefined) return undefined;
    const due = beforeAt({ ...lengthOf(deadline), anchorAt, ...calendarOf(binding) });
    return makeClock(deadline, draft.at, Math.max(due, draft.at));
  }
  const startAt = startOf(draft, from);
  const due = dueAt({ ...lengthOf(deadline), startAt, ...calendarOf(binding) });
  return makeClock(deadline, startAt, Math.max(due, draft.at), draft.at);
}

function startOf(draft: Draft, from: 'opening' | 'start' | { after: string }): number {
  if (from === 'opening') return draft.at;
  if (from === 'start') return draft.state.startedAt;
  return draft.state.established[from.after]?.at ?? draft.at;
}

function lengthOf(deadline: Deadline): { length: number; unit: Deadline['unit'] } {
  return { length: deadline.length, unit: deadline.unit };
}

function makeClock(deadline: Deadline, startAt: number, due: number, now = startAt): Clock {
  const span = Math.min(startAt, due - SHORTEST_LADDER);
  const marks = ladder({
    silence: deadline.silence,
    startAt: due > startAt ? startAt : span,
    dueAt: due,
  });
  return {
    startAt,
    dueAt: due,
    marks: marks.filter((mark) => mark.at > now || isFinal(mark.mark)),
  };
}

function isFinal(mark: Mark): boolean {
  return mark !== 'reminder-50' && mark !== 'reminder-90';
}

/** Stops a running clock. Nothing falls due until it is resumed. */
export function pauseClock(clock: Clock, at: number): void {
  clock.pausedAt = at;
}

/** Lets a stopped clock run on with at least the time that was left. */
export function resumeClock(draft: Draft, clock: Clock, deadline: Deadline, role: string): void {
  const { pausedAt } = clock;
  if (pausedAt === undefined) return;
  delete clock.pausedAt;
  const from = deadline.from;
  if (typeof from === 'object' && 'before' in from) return;
  if (pausedAt >= clock.dueAt) {
    const stood = draft.at - pausedAt;
    clock.marks = clock.marks.map(({ mark, at }) => ({
      mark,
      at: at > pausedAt ? at + stood : at,
    }));
    return;
  }
  const due = resumeDue({
    unit: deadline.unit,
    dueAt: clock.dueAt,
    pausedAt,
    resumedAt: draft.at,
    ...calendarOf(bindingOf(draft, role)),
  });
  const left = new Set(clock.marks.map((mark) => mark.mark));
  const moved = makeClock(deadline, clock.startAt + (draft.at - pausedAt), due, draft.at);
  clock.startAt = moved.startAt;
  clock.dueAt = moved.dueAt;
  clock.marks = moved.marks.filter((mark) => left.has(mark.mark));
}
