import type { InputFault, ProblemError } from '../../api/errors.js';
import type { Language } from '../../api/language.js';
import type { FieldView } from '../../api/schemas/steps.js';
import { DATE_PARTS, type DateParts } from '../components/date-parts.js';
import type { Fault } from '../components/error-summary.js';
import { faultId } from './names.js';
import { dayParts } from './typed.js';

const WORDS = {
  es: {
    part: { day: 'un día', month: 'un mes', year: 'un año' },
    lacks: (label: string, parts: string) => `«${label}» debe incluir ${parts}`,
    and: ' y ',
    noDay: (label: string) => `«${label}» debe ser una fecha que exista, como 27 3 2026`,
    noTime: (label: string) => `«${label}» debe incluir la hora, como 14:05`,
    number: (label: string) => `«${label}» debe ser un número, como 12 o 1,5`,
    other: 'Revise el formulario',
  },
  en: {
    part: { day: 'a day', month: 'a month', year: 'a year' },
    lacks: (label: string, parts: string) => `“${label}” must include ${parts}`,
    and: ' and ',
    noDay: (label: string) => `“${label}” must be a date that exists, such as 27 3 2026`,
    noTime: (label: string) => `“${label}” must include a time, such as 14:05`,
    number: (label: string) => `“${label}” must be a number, such as 12 or 1.5`,
    other: 'Check the form',
  },
};

/** The faults of answers as the page tells them, each leading to its input. */
export function formFaults(
  problem: ProblemError,
  fields: readonly FieldView[],
  answers: Readonly<Record<string, unknown>>,
  language: Language,
): Fault[] {
  const faults = problem.options.faults ?? [];
  if (faults.length === 0) return [{ text: WORDS[language].other }];
  return faults.map((fault) => {
    const field = fields.find(({ id }) => `${fault.pointer}/`.startsWith(`/answers/${id}/`));
    if (!field) return { text: fault.message[language] };
    return { text: sentence(fault, field, answers[field.id], language), field: faultId(field) };
  });
}

function sentence(
  { code, message }: InputFault,
  { label }: FieldView,
  typed: unknown,
  language: Language,
): string {
  const words = WORDS[language];
  if (code === 'not-a-number') return words.number(label);
  if (code !== 'not-a-date' && code !== 'not-an-instant') return message[language];
  const parts = dayParts(Array.isArray(typed) ? typed : undefined);
  const missing = emptyParts(parts).map((part) => words.part[part]);
  if (missing.length > 0) return words.lacks(label, listOf(missing, words.and));
  const time = Array.isArray(typed) ? typed[3] : undefined;
  if (code === 'not-an-instant' && isCalendarDay(parts) && time !== undefined) {
    return words.noTime(label);
  }
  return words.noDay(label);
}

/** The parts of a date somebody left out. */
export function emptyParts(parts: DateParts): (keyof DateParts)[] {
  return DATE_PARTS.filter((part) => parts[part] === '');
}

function isCalendarDay({ day, month, year }: DateParts): boolean {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    /^\d{4}$/.test(year) &&
    at.getUTCDate() === Number(day) &&
    at.getUTCMonth() + 1 === Number(month)
  );
}

function listOf(items: readonly string[], and: string): string {
  return [items.slice(0, -1).join(', '), items.at(-1)].filter(Boolean).join(and);
}
