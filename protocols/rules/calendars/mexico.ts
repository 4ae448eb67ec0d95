// Made by scripts/make-calendars.ts from date-holidays 3.37.0; change that, not this.
// An administrator of the country must check these days, and again every year, before use.
// Differs from the data set:
// - without Transmisión del Poder Ejecutivo Federal: Ley Federal del Trabajo art. 74, reform of 30
//   September 2024: 1 October
import type { Calendar } from '../calendar.js';
import { days } from './days.js';

/** Public holidays of Mexico, 2024 to 2036. */
export const mexico: Calendar = {
  id: 'mx',
  country: 'MX',
  timeZone: 'America/Mexico_City',
  weekend: [6, 7],
  holidays: days(
    '2024 01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25',
    '2025 01-01 02-03 03-17 05-01 09-16 11-17 12-25',
    '2026 01-01 02-02 03-16 05-01 09-16 11-16 12-25',
    '2027 01-01 02-01 03-15 05-01 09-16 11-15 12-25',
    '2028 01-01 02-07 03-20 05-01 09-16 11-20 12-25',
    '2029 01-01 02-05 03-19 05-01 09-16 11-19 12-25',
    '2030 01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25',
    '2031 01-01 02-03 03-17 05-01 09-16 11-17 12-25',
    '2032 01-01 02-02 03-15 05-01 09-16 11-15 12-25',
    '2033 01-01 02-07 03-21 05-01 09-16 11-21 12-25',
    '2034 01-01 02-06 03-20 05-01 09-16 11-20 12-25',
    '2035 01-01 02-05 03-19 05-01 09-16 11-19 12-25',
    '2036 01-01 02-04 03-17 05-01 09-16 10-01 11-17 12-25',
  ),
  from: '2024-01-01',
  until: '2036-12-31',
};
