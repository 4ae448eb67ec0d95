import type { Field } from '../../protocols/language/form.js';
import { instantOf } from '../../protocols/rules/zone.js';
import { dateFrom, datePartsIn } from '../components/date-parts.js';
import { inputName } from './names.js';

type Asked = Pick<Field, 'id' | 'type'>;

/**
 * What was typed into the fields of a form, as answers. Days and moments that are none stay as the list of their parts, and
 * numbers that are none as text: the check refuses them, and a draft keeps them. Empty fields are left out. Moments are
 * read in the given zone.
 */
export function readAnswers(
  fields: readonly Asked[],
  form: URLSearchParams,
  timeZone: string,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const field of fields) {
    const value = readField(field, form, timeZone);
    if (value !== undefined) answers[field.id] = value;
  }
  return answers;
}

function readField({ id, type }: Asked, form: URLSearchParams, timeZone: string): unknown {
  const name = inputName(id);
  const typed = form.get(name) ?? '';
  switch (type) {
    case 'text':
    case 'long-text':
      return typed === '' ? undefined : typed.replace(/\r\n?/g, '\n');
    case 'number':
      return numberOf(typed.trim());
    case 'boolean':
      return typed === 'si' ? true : typed === 'no' ? false : undefined;
    case 'code':
      return typed === '' ? undefined : typed;
    case 'codes': {
      const chosen = form.getAll(name).filter((one) => one !== '');
      return chosen.length > 0 ? [...new Set(chosen)] : undefined;
    }
    case 'date':
      return dayOf(form, name);
    case 'instant':
      return momentIn(form, name, timeZone);
  }
}

/** With comma or point for decimals; spaces between thousands are common and harmless. */
function numberOf(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  const bare = typed.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(bare) ? Number(bare) : typed;
}

function dayOf(form: URLSearchParams, name: string): string | string[] | undefined {
  const parts = datePartsIn(form, name);
  const date = dateFrom(parts);
  if (date === '') return undefined;
  return isDate(date) ? date : [parts.day, parts.month, parts.year];
}

function momentIn(
  form: URLSearchParams,
  name: string,
  timeZone: string,
): string | string[] | undefined {
  const parts = datePartsIn(form, name);
  const typed = (form.get(`${name}-time`) ?? '').trim();
  const date = dateFrom(parts);
  if (date === '' && typed === '') return undefined;
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(typed) ?? [];
  if (!isDate(date) || hour === undefined) {
    return [parts.day, parts.month, parts.year, typed];
  }
  const at = instantOf(date, `${hour.padStart(2, '0')}:${minute}`, timeZone);
  return new Date(at).toISOString();
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
