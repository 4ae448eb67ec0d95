import type { Length } from '../../language/deadline.js';
import type { Text } from '../../language/text.js';
import { t } from '../words.js';

type Hours = Readonly<Record<Length['unit'], number>>;

const LONGEST: Hours = {
  minutes: 1 / 60,
  hours: 1,
  'calendar-days': 24,
  // Holidays in a row can stretch a working day; five for one is more than any calendar has.
  'working-days': 120,
  months: 31 * 24,
};
const SHORTEST: Hours = { ...LONGEST, 'working-days': 24, months: 28 * 24 };

/** The longest a length can take, in hours. */
export function longest({ length, unit }: Length): number {
  return length * LONGEST[unit];
}

/** The shortest a length can take, in hours. */
export function shortest({ length, unit }: Length): number {
  return length * SHORTEST[unit];
}

const UNITS: Readonly<Record<Length['unit'], Text>> = {
  minutes: t('minutos', 'minutes'),
  hours: t('horas', 'hours'),
  'calendar-days': t('días naturales', 'calendar days'),
  'working-days': t('días hábiles', 'working days'),
  months: t('meses', 'months'),
};

/** A length of time in words. */
export function lengthText({ length, unit }: Length): Text {
  return t(`${length} ${UNITS[unit].es}`, `${length} ${UNITS[unit].en}`);
}
