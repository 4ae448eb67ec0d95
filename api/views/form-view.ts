import type { Field } from '../../protocols/language/form.js';
import { type Language, say } from '../language.js';
import type { FieldView } from '../schemas/steps.js';

/** What people are asked by a form, with its texts in the reader's language. */
export function formView(fields: readonly Field[], language: Language): FieldView[] {
  return fields.filter(isAsked).map((field) => ({
    id: field.id,
    type: field.type,
    category: field.category,
    label: say(field.label, language),
    ...(field.hint ? { hint: say(field.hint, language) } : {}),
    required: field.required === undefined ? false : requiredOf(field.required),
    ...(field.yesFor ? { yesFor: [...field.yesFor] } : {}),
    ...(field.options
      ? { options: field.options.map(({ id, title }) => ({ id, title: say(title, language) })) }
      : {}),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  }));
}

function isAsked({ fills }: Field): boolean {
  return fills === undefined;
}

function requiredOf(required: boolean | readonly string[]): boolean | string[] {
  return typeof required === 'boolean' ? required : [...required];
}
