// Made by scripts/make-calendars.ts from date-holidays 3.37.0; change that, not this.
// An administrator of the country must check these days, and again every year, before use.
// Differs from the data set:
// - without Día del Soldado: Decreto 78-2015: moved to the Semana Morazánica
// - without Día de la Raza: as above
// - without Día de las Fuerzas Armadas: as above: from the first Wednesday of October to the
//   Friday after it
import type { Calendar } from '../calendar.js';
import { days } from './days.js';

/** Public holidays of Honduras, 2024 to 2036. */
export const honduras: Calendar = {
  id: 'hn',
  country: 'HN',
  timeZone: 'America/Tegucigalpa',
  weekend: [6, 7],
  holidays: days(
    '2024 01-01 03-28 03-29 04-14 05-01 09-15 10-02 10-03 10-04 12-25',
    '2025 01-01 04-14 04-17 04-18 05-01 09-15 10-01 10-02 10-03 12-25',
    '2026 01-01 04-02 04-03 04-14 05-01 09-15 10-07 10-08 10-09 12-25',
    '2027 01-01 03-25 03-26 04-14 05-01 09-15 10-06 10-07 10-08 12-25',
    '2028 01-01 04-13 04-14 05-01 09-15 10-04 10-05 10-06 12-25',
    '2029 01-01 03-29 03-30 04-14 05-01 09-15 10-03 10-04 10-05 12-25',
    '2030 01-01 04-14 04-18 04-19 05-01 09-15 10-02 10-03 10-04 12-25',
    '2031 01-01 04-10 04-11 04-14 05-01 09-15 10-01 10-02 10-03 12-25',
    '2032 01-01 03-25 03-26 04-14 05-01 09-15 10-06 10-07 10-08 12-25',
    '2033 01-01 04-14 04-15 05-01 09-15 10-05 10-06 10-07 12-25',
    '2034 01-01 04-06 04-07 04-14 05-01 09-15 10-04 10-05 10-06 12-25',
    '2035 01-01 03-22 03-23 04-14 05-01 09-15 10-03 10-04 10-05 12-25',
    '2036 01-01 04-10 04-11 04-14 05-01 09-15 10-01 10-02 10-03 12-25',
  ),
  from: '2024-01-01',
  until: '2036-12-31',
};
