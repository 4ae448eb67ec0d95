// Made by scripts/make-calendars.ts from date-holidays 3.37.0; change that, not this.
// An administrator of the country must check these days, and again every year, before use.
// Differs from the data set:
// - federal labour code: Victoria, Reconciliation, Thanksgiving, Remembrance, Boxing Day
import type { Calendar } from '../calendar.js';
import { days } from './days.js';

/** Public holidays of Canada, 2024 to 2036. */
export const canada: Calendar = {
  id: 'ca',
  country: 'CA',
  timeZone: 'America/Toronto',
  weekend: [6, 7],
  holidays: days(
    '2024 01-01 03-29 05-20 07-01 09-02 09-30 10-14 11-11 12-25 12-26',
    '2025 01-01 04-18 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26',
    '2026 01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26',
    '2027 01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26',
    '2028 01-01 04-14 05-22 07-01 09-04 09-30 10-09 11-11 12-25 12-26',
    '2029 01-01 03-30 05-21 07-01 09-03 09-30 10-08 11-11 12-25 12-26',
    '2030 01-01 04-19 05-20 07-01 09-02 09-30 10-14 11-11 12-25 12-26',
    '2031 01-01 04-11 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26',
    '2032 01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26',
    '2033 01-01 04-15 05-23 07-01 09-05 09-30 10-10 11-11 12-25 12-26',
    '2034 01-01 04-07 05-22 07-01 09-04 09-30 10-09 11-11 12-25 12-26',
    '2035 01-01 03-23 05-21 07-01 09-03 09-30 10-08 11-11 12-25 12-26',
    '2036 01-01 04-11 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26',
  ),
  from: '2024-01-01',
  until: '2036-12-31',
};
