import type { Category, Field } from '../protocols/language/form.js';

const DAY = 86_400_000;

const TEXTS: Partial<Record<Category, string>> = {
  D1: 'Persona Inventada Ejemplo',
  D2: 'Calle Inventada 123, Ciudad Ejemplo',
  D4: 'Familiar Inventada, prima',
  D6: 'Relato inventado para el ensayo',
  D9: 'Ninguno: dato inventado',
};
const OTHER_TEXT = 'Dato inventado';
const INVENTED_CODE = 'codigo-inventado';
/** Later than anything a shipped protocol lets hold: an invented last day shortens nothing. */
const FAR_AHEAD = 200 * DAY;
const DAY_OF_BIRTH = '1990-01-01';

/** Everything personal that invented answers say; none of it may appear outside the service's own store. */
export const INVENTED_TEXTS: readonly string[] = [
  ...Object.values(TEXTS),
  OTHER_TEXT,
  DAY_OF_BIRTH,
];

/**
 * Recognisably invented answers to every field of a form that the outcome asks for, and to all that take free text. `at` is the run's clock; a field
 * that plans a date gets the one given, or four days later.
 */
export function inventAnswers(
  fields: readonly Field[],
  outcome: string,
  at: number,
  dates: Readonly<Record<string, number>> = {},
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.fills) continue;
    const asked =
      field.required === true ||
      (Array.isArray(field.required) && field.required.includes(outcome));
    const planned = field.plans !== undefined && dates[field.plans] !== undefined;
    if (asked || planned || isFreeText(field)) answers[field.id] = invent(field, at, dates);
  }
  return answers;
}

/** What people write as they like; nothing in the run depends on it. */
function isFreeText({ type, refers }: Field): boolean {
  return (type === 'text' || type === 'long-text') && !refers;
}

function invent(field: Field, at: number, dates: Readonly<Record<string, number>>): unknown {
  if (field.refers) return INVENTED_CODE;
  switch (field.type) {
    case 'text':
    case 'long-text':
      return (TEXTS[field.category] ?? OTHER_TEXT).slice(0, field.maxLength ?? 200);
    case 'date':
      return field.ends ? new Date(at + FAR_AHEAD).toISOString().slice(0, 10) : DAY_OF_BIRTH;
    case 'instant':
      return new Date(field.plans ? (dates[field.plans] ?? at + 4 * DAY) : at).toISOString();
    case 'number':
      return field.min ?? 1;
    case 'boolean':
      return true;
    case 'code':
      return field.options?.[0]?.id;
    case 'codes':
      return (field.options ?? []).slice(0, 1).map((option) => option.id);
  }
}
