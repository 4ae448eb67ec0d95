import { describe, expect, it } from 'vitest';
import { dateFrom, datePartsIn, datePartsOf } from './date-parts.js';

const typed = (day: string, month: string, year: string) =>
  dateFrom(
    datePartsIn(new URLSearchParams({ 'x-day': day, 'x-month': month, 'x-year': year }), 'x'),
  );

describe('a date typed in three parts', () => {
  it('is stored the way dates are stored', () => {
    expect(typed('27', '3', '2026')).toBe('2026-03-27');
    expect(typed(' 07 ', '03', '2026')).toBe('2026-03-07');
    expect(typed('29', '2', '2028')).toBe('2028-02-29');
  });

  it('is nothing where nothing was typed', () => {
    expect(typed('', ' ', '')).toBe('');
  });

  it.each([
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['0', '1', '2026'],
    ['1', '13', '2026'],
    ['1', '1', '26'],
    ['1', 'enero', '2026'],
    ['', '1', '2026'],
    ['1', '', ''],
  ])('never becomes another day: %s/%s/%s', (day, month, year) => {
    expect(typed(day, month, year)).toBe(`${day}/${month}/${year}`);
  });

  it('comes back as typed from what is stored', () => {
    expect(datePartsOf('2026-03-07')).toEqual({ day: '7', month: '3', year: '2026' });
    expect(datePartsOf(undefined)).toEqual({ day: '', month: '', year: '' });
    expect(datePartsOf('ayer')).toEqual({ day: '', month: '', year: '' });
  });
});
