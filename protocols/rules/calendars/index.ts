import type { Calendar } from '../calendar.js';
import { belize } from './belize.js';
import { canada } from './canada.js';
import { costaRica } from './costa-rica.js';
import { dominicanRepublic } from './dominican-republic.js';
import { elSalvador } from './el-salvador.js';
import { guatemala } from './guatemala.js';
import { haiti } from './haiti.js';
import { honduras } from './honduras.js';
import { mexico } from './mexico.js';
import { nicaragua } from './nicaragua.js';
import { panama } from './panama.js';
import { unitedStates } from './united-states.js';

/** The shipped calendars of the eleven member countries, ascending by name. */
export const calendars: readonly Calendar[] = [
  belize,
  canada,
  costaRica,
  dominicanRepublic,
  elSalvador,
  guatemala,
  honduras,
  mexico,
  nicaragua,
  panama,
  unitedStates,
];

/** Calendars of countries that are no members and the other side of a corridor. */
export const counterparts: readonly Calendar[] = [haiti];

/** The shipped calendar of a country (ISO 3166-1 alpha-2, upper case), if there is one. */
export function findCalendar(country: string): Calendar | undefined {
  return [...calendars, ...counterparts].find((calendar) => calendar.country === country);
}

/** As `findCalendar`; throws RangeError where no calendar is shipped. */
export function getCalendar(country: string): Calendar {
  const calendar = findCalendar(country);
  if (!calendar) throw new RangeError(`No calendar for country ${country}`);
  return calendar;
}
