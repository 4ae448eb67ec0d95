import { parseInstant } from '../../api/schemas/common.js';
import { localDate, localTime } from '../../protocols/rules/zone.js';
import { type DateParts, datePartsOf } from '../components/date-parts.js';

/** A text to show in an input, whatever a draft holds. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The options chosen. */
export function chosenOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A day, or its parts as typed. */
export function dayParts(value: unknown): DateParts {
  if (typeof value === 'string') return datePartsOf(value);
  const [day = '', month = '', year = ''] = chosenOf(value);
  return { day, month, year };
}

/** A moment in the given zone, or its parts as typed. */
export function momentParts(value: unknown, timeZone: string): { day: DateParts; time: string } {
  const at = typeof value === 'string' ? parseInstant(value) : undefined;
  if (at !== undefined) {
    return {
      day: datePartsOf(localDate(at, timeZone)),
      time: localTime(at, timeZone).slice(0, 5),
    };
  }
  return {
    day: dayParts(Array.isArray(value) ? value : undefined),
    time: chosenOf(value)[3] ?? '',
  };
}
