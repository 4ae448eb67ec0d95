// Made by scripts/make-calendars.ts from date-holidays 3.37.0; change that, not this.
// An administrator of the country must check these days, and again every year, before use.
// Differs from the data set:
// - without Día de las Fuerzas Armadas: Decreto 19-2018: Tuesday and Wednesday move back to
//   Monday, Thursday to Sunday on
import type { Calendar } from '../calendar.js';
import { days } from './days.js';

/** Public holidays of Guatemala, 2024 to 2036. */
export const guatemala: Calendar = {
  id: 'gt',
  country: 'GT',
  timeZone: 'America/Guatemala',
  weekend: [6, 7],
  holidays: days(
    '2024 01-01 03-28 03-29 03-30 05-01 07-01 09-15 10-20 11-01 12-25',
    '2025 01-01 04-17 04-18 04-19 05-01 06-30 09-15 10-20 11-01 12-25',
    '2026 01-01 04-02 04-03 04-04 05-01 06-29 09-15 10-20 11-01 12-25',
    '2027 01-01 03-25 03-26 03-27 05-01 06-28 09-15 10-20 11-01 12-25',
    '2028 01-01 04-13 04-14 04-15 05-01 07-03 09-15 10-20 11-01 12-25',
    '2029 01-01 03-29 03-30 03-31 05-01 07-02 09-15 10-20 11-01 12-25',
    '2030 01-01 04-18 04-19 04-20 05-01 07-01 09-15 10-20 11-01 12-25',
    '2031 01-01 04-10 04-11 04-12 05-01 06-30 09-15 10-20 11-01 12-25',
    '2032 01-01 03-25 03-26 03-27 05-01 06-28 09-15 10-20 11-01 12-25',
    '2033 01-01 04-14 04-15 04-16 05-01 07-04 09-15 10-20 11-01 12-25',
    '2034 01-01 04-06 04-07 04-08 05-01 07-03 09-15 10-20 11-01 12-25',
    '2035 01-01 03-22 03-23 03-24 05-01 07-02 09-15 10-20 11-01 12-25',
    '2036 01-01 04-10 04-11 04-12 05-01 06-30 09-15 10-20 11-01 12-25',
  ),
  from: '2024-01-01',
  until: '2036-12-31',
};
