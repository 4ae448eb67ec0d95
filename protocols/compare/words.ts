import type { Condition } from '../language/condition.js';
import type { Deadline, Length, Unit } from '../language/deadline.js';
import type { Setting } from '../language/step.js';
import type { Text } from '../language/text.js';

const UNITS: Record<Unit, Text> = {
  minutes: { es: 'minutos', en: 'minutes' },
  hours: { es: 'horas', en: 'hours' },
  'calendar-days': { es: 'días corridos', en: 'calendar days' },
  'working-days': { es: 'días hábiles', en: 'working days' },
  months: { es: 'meses', en: 'months' },
};
const ONE: Record<Unit, Text> = {
  minutes: { es: 'minuto', en: 'minute' },
  hours: { es: 'hora', en: 'hour' },
  'calendar-days': { es: 'día corrido', en: 'calendar day' },
  'working-days': { es: 'día hábil', en: 'working day' },
  months: { es: 'mes', en: 'month' },
};

/** A length of time in words, e.g. `15 working days`. */
export function sayLength({ length, unit }: Length): Text {
  return both((language) => `${length} ${(length === 1 ? ONE : UNITS)[unit][language]}`);
}

/** Whether a length is certainly no longer than another; lengths of different kinds of days are not compared. */
export function isAtMost(a: Length, b: Length): boolean {
  const minutes = ({ length, unit }: Length) =>
    unit === 'minutes' ? length : unit === 'hours' ? length * 60 : undefined;
  const [left, right] = [minutes(a), minutes(b)];
  if (left !== undefined && right !== undefined) return left <= right;
  return a.unit === b.unit && a.length <= b.length;
}

/** Codes in a row, or a dash for none. */
export function sayList(ids: readonly unknown[] | undefined): string {
  return ids && ids.length > 0 ? ids.map(String).join(', ') : '–';
}

/** What a deadline counts from. */
export function sayFrom(from: Deadline['from'] | undefined): Text {
  if (from === undefined || from === 'opening') {
    return { es: 'desde que se abre', en: 'from its opening' };
  }
  if (from === 'start') return { es: 'desde el inicio', en: 'from the start of the run' };
  if (from === 'start-then-opening') {
    return {
      es: 'desde el inicio la primera vez, después desde que se abre',
      en: 'from the start of the run the first time, then from its opening',
    };
  }
  return 'after' in from
    ? { es: `desde «${from.after}»`, en: `from "${from.after}"` }
    : { es: `antes de «${from.before}»`, en: `before "${from.before}"` };
}

/** A fact that is set, with how long it holds. */
export function saySetting(setting: Setting): Text {
  if (typeof setting === 'string') return { es: setting, en: setting };
  const length = sayLength(setting.validFor);
  return { es: `${setting.fact} (${length.es})`, en: `${setting.fact} (${length.en})` };
}

const AND: Text = { es: 'y', en: 'and' };
const OR: Text = { es: 'o', en: 'or' };
const NOT: Text = { es: 'no', en: 'not' };
const ALWAYS: Text = { es: 'siempre', en: 'always' };

/** A condition in words; `always` for none. */
export function sayCondition(condition: Condition | undefined): Text {
  return both((language) => conditionIn(condition ?? 'start', language, false));
}

function conditionIn(condition: Condition, language: 'es' | 'en', inside: boolean): string {
  if (condition === 'start') return ALWAYS[language];
  if (typeof condition === 'string') return condition;
  if ('not' in condition) return `${NOT[language]} ${conditionIn(condition.not, language, true)}`;
  if ('attribute' in condition)
    return `${condition.attribute} = ${[condition.is].flat().join('/')}`;
  const parts = 'all' in condition ? condition.all : condition.any;
  const word = ('all' in condition ? AND : OR)[language];
  const said = parts.map((part) => conditionIn(part, language, true)).join(` ${word} `);
  return inside && parts.length > 1 ? `(${said})` : said;
}

/** The same sentence made for each language. */
export function both(say: (language: 'es' | 'en') => string): Text {
  return { es: say('es'), en: say('en') };
}
