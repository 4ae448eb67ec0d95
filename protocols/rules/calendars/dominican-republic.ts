// Made by scripts/make-calendars.ts from date-holidays 3.37.0; change that, not this.
// An administrator of the country must check these days, and again every year, before use.
// Differs from the data set:
// - without Día de la Constitución: Ley 139-97: Tuesday and Wednesday move back to Monday,
//   Thursday and Friday on
// - without Día de la Restauración: Ley 139-97: moves as above, save in years in which a
//   presidency begins
import type { Calendar } from '../calendar.js';
import { days } from './days.js';

/** Public holidays of Dominican Republic, 2024 to 2036. */
export const dominicanRepublic: Calendar = {
  id: 'do',
  country: 'DO',
  timeZone: 'America/Santo_Domingo',
  weekend: [6, 7],
  holidays: days(
    '2024 01-01 01-06 01-21 01-29 02-27 03-29 04-29 05-30 08-16 09-24 11-04 12-25',
    '2025 01-01 01-06 01-21 01-26 02-27 04-18 05-05 06-19 08-16 09-24 11-10 12-25',
    '2026 01-01 01-05 01-21 01-26 02-27 04-03 05-04 06-04 08-16 09-24 11-09 12-25',
    '2027 01-01 01-04 01-21 01-25 02-27 03-26 05-01 05-27 08-16 09-24 11-06 12-25',
    '2028 01-01 01-10 01-21 01-24 02-27 04-14 05-01 06-15 08-16 09-24 11-06 12-25',
    '2029 01-01 01-06 01-21 01-29 02-27 03-30 04-30 05-31 08-20 09-24 11-05 12-25',
    '2030 01-01 01-06 01-21 01-26 02-27 04-19 04-29 06-20 08-19 09-24 11-04 12-25',
    '2031 01-01 01-06 01-21 01-26 02-27 04-11 05-05 06-12 08-16 09-24 11-10 12-25',
    '2032 01-01 01-05 01-21 01-26 02-27 03-26 05-01 05-27 08-16 09-24 11-06 12-25',
    '2033 01-01 01-10 01-21 01-24 02-27 04-15 05-02 06-16 08-15 09-24 11-06 12-25',
    '2034 01-01 01-09 01-21 01-30 02-27 04-07 05-01 06-08 08-14 09-24 11-06 12-25',
    '2035 01-01 01-06 01-21 01-29 02-27 03-23 04-30 05-24 08-20 09-24 11-05 12-25',
    '2036 01-01 01-06 01-21 01-26 02-27 04-11 05-05 06-12 08-16 09-24 11-10 12-25',
  ),
  from: '2024-01-01',
  until: '2036-12-31',
};
