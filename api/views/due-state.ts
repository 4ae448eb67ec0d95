import type { InboxGroup, InboxLimits } from '../../db/queries/find-inbox.js';
import type { Calendar } from '../../protocols/rules/calendar.js';
import { findCalendar } from '../../protocols/rules/calendars/index.js';
import { addDays } from '../../protocols/rules/dates.js';
import {
  addWorkingDays,
  CalendarRangeError,
  countWorkingDays,
} from '../../protocols/rules/working-days.js';
import { endOfDay, localDate } from '../../protocols/rules/zone.js';

/** By whose days deadlines are told. */
export interface Place {
  readonly country: string;
  readonly timeZone: string;
}

/** What separates overdue, today, soon and later for an institution at an instant. */
export function limitsAt(now: number, { country, timeZone }: Place): InboxLimits {
  const today = localDate(now, timeZone);
  const calendar = findCalendar(country);
  const soonOn =
    withinCalendar(() => calendar && addWorkingDays(calendar, today, 2)) ?? addDays(today, 2);
  return {
    now,
    endOfToday: endOfDay(today, timeZone),
    soonUntil: endOfDay(soonOn, timeZone),
  };
}

/** A deadline as far as its state depends on it. */
export interface Running {
  readonly dueAt?: number;
  readonly paused: boolean;
  readonly openedAt: number;
}

/** The group of an open step; the inbox query computes the same in SQL. Soon: two working days or a quarter left. */
export function groupOf({ dueAt, paused, openedAt }: Running, limits: InboxLimits): InboxGroup {
  if (paused || dueAt === undefined) return 'none';
  if (dueAt < limits.now) return 'overdue';
  if (dueAt <= limits.endOfToday) return 'today';
  const quarterLeft = dueAt - limits.now <= (dueAt - openedAt) / 4;
  return dueAt <= limits.soonUntil || quarterLeft ? 'soon' : 'later';
}

/** Working days from today until a deadline; undefined where the calendar does not say. */
export function workingDaysUntil(
  dueAt: number,
  now: number,
  { country, timeZone }: Place,
): number | undefined {
  const calendar: Calendar | undefined = findCalendar(country);
  const days = [localDate(now, timeZone), localDate(dueAt, timeZone)] as const;
  return withinCalendar(() => calendar && countWorkingDays(calendar, ...days));
}

function withinCalendar<T>(count: () => T | undefined): T | undefined {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}
