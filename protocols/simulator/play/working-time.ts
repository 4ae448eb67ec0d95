import { getCalendar } from '../../rules/calendars/index.js';
import { addDays } from '../../rules/dates.js';
import { isWorkingDay } from '../../rules/working-days.js';
import { instantOf, localDate } from '../../rules/zone.js';
import type { Hours, Place } from '../profile/profile.js';

/** The hours in which an institution works, as a second clock that stands still while it is closed. */
export interface WorkingTime {
  /** Milliseconds worked from the beginning up to an instant. */
  workedUntil(at: number): number;
  /** The first instant from `at` on at which somebody works. */
  opensFrom(at: number): number;
  /** When work of this length (milliseconds) that begins at an instant is done. */
  after(at: number, work: number): number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

const known = new Map<string, WorkingTime>();

/**
 * The working time of an institution from a local date on, until the calendar of its country ends. Throws RangeError
 * where the calendar has nothing to say about an instant.
 */
export function workingTimeOf(hours: Hours, place: Place, fromOn: string): WorkingTime {
  if (hours === 'always') return ALWAYS;
  const key = [hours.from, hours.until, place.country, place.timeZone, fromOn].join();
  let time = known.get(key);
  if (!time) {
    time = officeTime(hours, place, fromOn);
    known.set(key, time);
  }
  return time;
}

const ALWAYS: WorkingTime = {
  workedUntil: (at) => at,
  opensFrom: (at) => at,
  after: (at, work) => at + work,
};

function officeTime(
  hours: Exclude<Hours, 'always'>,
  { country, timeZone }: Place,
  fromOn: string,
): WorkingTime {
  const calendar = getCalendar(country);
  const opens: number[] = [];
  const closes: number[] = [];
  /** Worked before the opening of the same position. */
  const before: number[] = [];
  let worked = 0;
  for (let day = fromOn; day <= calendar.until; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const openAt = instantOf(day, '00:00', timeZone) + hours.from * HOUR;
    const closeAt = openAt + (hours.until - hours.from) * HOUR;
    opens.push(openAt);
    closes.push(closeAt);
    before.push(worked);
    worked += closeAt - openAt;
  }
  const startAt = instantOf(fromOn, '00:00', timeZone);
  const endAt = instantOf(calendar.until, '00:00', timeZone);

  /** The last opening at or before an instant, -1 before the first. Guessed from the share of working days. */
  const openingBefore = (at: number): number => {
    if (at > endAt + DAY)
      throw new RangeError(`${localDate(at, timeZone)} is after ${calendar.id}`);
    const share = (at - startAt) / (endAt - startAt);
    let guess = Math.min(opens.length - 1, Math.max(0, Math.floor(share * opens.length)));
    while (guess >= 0 && opens[guess]! > at) guess -= 1;
    while (guess + 1 < opens.length && opens[guess + 1]! <= at) guess += 1;
    return guess;
  };

  const workedUntil = (at: number): number => {
    const index = openingBefore(at);
    if (index < 0) return 0;
    return before[index]! + Math.min(at, closes[index]!) - opens[index]!;
  };
  const opensFrom = (at: number): number => {
    const index = openingBefore(at);
    if (index >= 0 && at < closes[index]!) return at;
    const next = opens[index + 1];
    if (next === undefined) throw new RangeError(`Nobody works after the end of ${calendar.id}`);
    return next;
  };
  return {
    workedUntil,
    opensFrom,
    after(at, work) {
      let now = opensFrom(at);
      let index = openingBefore(now);
      let left = work;
      while (now + left > closes[index]!) {
        left -= closes[index]! - now;
        index += 1;
        const next = opens[index];
        if (next === undefined)
          throw new RangeError(`Work goes on after the end of ${calendar.id}`);
        now = next;
      }
      return now + left;
    },
  };
}
