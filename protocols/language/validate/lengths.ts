import type { Length, Unit } from '../deadline.js';
import type { Scope } from './scope.js';

/** Longest length per unit: a year in minutes or hours, twenty years in days or months, ten in working days. */
const LONGEST: Record<Unit, number> = {
  minutes: 527_040,
  hours: 8_784,
  'calendar-days': 7_320,
  'working-days': 2_500,
  months: 240,
};

/** A length is a whole number of its unit within reason; zero, where allowed, means at once. */
export function checkLength(scope: Scope, length: Length, where: string, least: 0 | 1): void {
  const most = LONGEST[length.unit];
  if (Number.isInteger(length.length) && length.length >= least && length.length <= most) return;
  const form = {
    es: `un número entero de ${least} a ${most}`,
    en: `a whole number from ${least} to ${most}`,
  };
  scope.report('value-form', where, { value: length.length, form });
}
