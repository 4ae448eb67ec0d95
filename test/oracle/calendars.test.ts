import { describe, expect, it } from 'vitest';
import { getCalendar } from '../../protocols/rules/calendars/index.js';
import { COUNTRIES, holidayDates } from '../../scripts/make-calendars.js';

describe('shipped calendars', () => {
  it.each(COUNTRIES)('$name is what scripts/make-calendars.ts makes', (country) => {
    expect(getCalendar(country.code).holidays).toEqual(holidayDates(country));
  });
});
