import type { Language } from '../../api/language.js';
import { parseInstant } from '../../api/schemas/common.js';
import type { FieldView } from '../../api/schemas/steps.js';
import { momentOf } from '../../api/views/due-view.js';

const WORDS = { es: { yes: 'Sí', no: 'No' }, en: { yes: 'Yes', no: 'No' } };

/** An answer as people read it; '' for none. Whatever is no proper answer is shown as it is. */
export function shownAnswer(
  { type, options = [] }: Pick<FieldView, 'type' | 'options'>,
  value: unknown,
  timeZone: string,
  language: Language,
): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? WORDS[language].yes : WORDS[language].no;
  const titleOf = (id: unknown) => options.find((one) => one.id === id)?.title ?? String(id);
  if (Array.isArray(value)) return value.map(titleOf).join(', ');
  if (type === 'code') return titleOf(value);
  if (type === 'date' && typeof value === 'string') return dayWords(value, language);
  const at = type === 'instant' && typeof value === 'string' ? parseInstant(value) : undefined;
  return at === undefined ? String(value) : momentOf(at, timeZone, language);
}

function dayWords(day: string, language: Language): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
}
