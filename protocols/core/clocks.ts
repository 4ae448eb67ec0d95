import type { Deadline } from '../language/deadline.js';
import type { Register } from '../language/register.js';
import type { Calendar } from '../rules/calendar.js';
import { getCalendar } from '../rules/calendars/index.js';
import { beforeAt, dueAt } from '../rules/deadline.js';
import { ladder, type Mark } from '../rules/ladder.js';
import { resumeDue } from '../rules/pause.js';
import { withDecreedDays } from '../rules/register.js';
import type { CompiledStep } from './compiled.js';
import { bindingOf, type Draft } from './draft.js';
import type { Binding, Clock } from './state.js';

/** A deadline that was already over when its step opened still gives this long before the lead is called. */
const SHORTEST_LADDER = 2 * 3600_000;

const MS = { minutes: 60_000, hours: 3600_000 } as const;

/** By whose days an institution counts: its country's calendar, with the days the pack and the register decree. */
export function calendarOf(
  draft: Draft,
  binding: Binding,
): { calendar: Calendar; timeZone: string } {
  return { calendar: calendarFor(draft, binding.country), timeZone: binding.timeZone };
}

/** The calendar of a country as the run knows it. */
export function calendarFor(draft: Draft, country: string): Calendar {
  return calendarUnder(draft, country, draft.state.register);
}

/** The calendar of a country as the run would know it under another register. */
export function calendarUnder(
  draft: Draft,
  country: string,
  register: Register | undefined,
): Calendar {
  const byPack = withDecreedDays(getCalendar(country), draft.compiled.pack?.days[country]);
  return withDecreedDays(byPack, register?.days[country]);
}

/**
 * The clock of a step's deadline for the institution that must keep it, or undefined while the planned date it counts
 * back from is not known.
 */
export function startClock(draft: Draft, entry: CompiledStep, role: string): Clock | undefined {
  const deadline = entry.step.deadline!;
  const binding = bindingOf(draft, role);
  const { from } = deadline;
  if (typeof from === 'object' && 'before' in from) {
    const anchorAt = draft.state.dates[from.before];
    if (anchorAt === undefined) return undefined;
    const due = beforeAt({ ...lengthOf(deadline), anchorAt, ...calendarOf(draft, binding) });
    return makeClock(deadline, draft.at, Math.max(due, draft.at));
  }
  const startAt = startOf(draft, entry);
  const due = dueAt({ ...lengthOf(deadline), startAt, ...calendarOf(draft, binding) });
  return makeClock(deadline, startAt, Math.max(due, draft.at), draft.at);
}

function startOf(draft: Draft, entry: CompiledStep): number {
  const { from } = entry.step.deadline!;
  if (from === 'start') return draft.state.startedAt;
  if (from === 'start-then-opening') {
    return wasAnswered(draft, entry) ? draft.at : draft.state.startedAt;
  }
  if (typeof from !== 'object' || !('after' in from)) return draft.at;
  return draft.state.established[from.after]?.at ?? draft.at;
}

/** An opening that was taken back, or an answer that left it open, is no answer: the first time goes on. */
function wasAnswered(draft: Draft, { id, step }: CompiledStep): boolean {
  return step.outcomes.some(
    (outcome) => !outcome.keepsOpen && draft.state.established[`${id}:${outcome.id}`],
  );
}

function lengthOf(deadline: Deadline): { length: number; unit: Deadline['unit'] } {
  return { length: deadline.length, unit: deadline.unit };
}

/** What the marks of a clock hang on. */
type Climb = Pick<Deadline, 'silence' | 'escalates'>;

/** Sets the marks of a clock again after its due instant moved; those that were reached do not come back. */
export function rebuildClock(clock: Clock, deadline: Climb, now: number): void {
  const left = new Set(clock.marks.map((mark) => mark.mark));
  const marks = makeClock(deadline, clock.startAt, clock.dueAt, now).marks;
  clock.marks = marks.filter((mark) => left.has(mark.mark));
}

function makeClock(deadline: Climb, startAt: number, due: number, now = startAt): Clock {
  const { silence, escalates } = deadline;
  const marks = ladder({
    silence,
    startAt: due > startAt ? startAt : due - SHORTEST_LADDER,
    dueAt: due,
    ...(escalates ? { climbMs: escalates.length * MS[escalates.unit] } : {}),
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
  const pausedAt = clock.pausedAt!;
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
    ...calendarOf(draft, bindingOf(draft, role)),
  });
  clock.startAt += draft.at - pausedAt;
  clock.dueAt = due;
  rebuildClock(clock, deadline, draft.at);
}
