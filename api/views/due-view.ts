import type { InboxGroup, InboxLimits } from '../../db/queries/find-inbox.js';
import { dayNumber } from '../../protocols/rules/dates.js';
import { localDate } from '../../protocols/rules/zone.js';
import type { Language } from '../language.js';
import type { DueView } from '../schemas/steps.js';
import { groupOf, limitsAt, type Place, type Running, workingDaysUntil } from './due-state.js';
import { daysInWords, minuteWords, tomorrowWords } from './due-words.js';

/** A deadline as a person reads it: state, words, and the moment in the institution's zone. */
export function dueView(
  running: Running,
  now: number,
  place: Place,
  language: Language,
  known: { limits?: InboxLimits; group?: InboxGroup } = {},
): DueView {
  const group = known.group ?? groupOf(running, known.limits ?? limitsAt(now, place));
  const { dueAt } = running;
  if (dueAt === undefined) return { state: group, words: WORDS[language].none };
  const words = running.paused
    ? WORDS[language].paused
    : wordsOf(group, dueAt, now, place, language);
  return {
    state: group,
    words,
    at: new Date(dueAt).toISOString(),
    moment: momentOf(dueAt, place.timeZone, language),
  };
}

const WORDS = {
  es: {
    none: 'Sin plazo',
    paused: 'Plazo detenido',
    working: (n: number) => `Vence en ${n} ${n === 1 ? 'día hábil' : 'días hábiles'}`,
    days: (n: number) => `Vence en ${daysInWords(n, 'es')}`,
  },
  en: {
    none: 'No deadline',
    paused: 'Clock stopped',
    working: (n: number) => `Due in ${n} working ${n === 1 ? 'day' : 'days'}`,
    days: (n: number) => `Due in ${daysInWords(n, 'en')}`,
  },
} as const;

function wordsOf(
  group: InboxGroup,
  dueAt: number,
  now: number,
  place: Place,
  language: Language,
): string {
  const words = WORDS[language];
  if (group === 'overdue' || group === 'today') return minuteWords(dueAt, now, language);
  const tomorrow = tomorrowWords(dueAt, now, language);
  if (tomorrow) return tomorrow;
  const working = workingDaysUntil(dueAt, now, place);
  if (working) return words.working(working);
  const { timeZone } = place;
  return words.days(dayNumber(localDate(dueAt, timeZone)) - dayNumber(localDate(now, timeZone)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** “lunes 23 de noviembre de 2026, 14:00 (hora de Guatemala)”. */
export function momentOf(at: number, timeZone: string, language: Language): string {
  const key = `${language}/${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = language === 'es' ? ' de ' : ' ';
  const clock = `${part.hour}:${part.minute}`;
  const zone = zoneWords(timeZone, language);
  return `${part.weekday} ${part.day}${of}${part.month}${of}${part.year}, ${clock} (${zone})`;
}

/** “hora de Guatemala”. */
export function zoneWords(timeZone: string, language: Language): string {
  const city = cityOf(timeZone, language);
  return language === 'es' ? `hora de ${city}` : `${city} time`;
}

/** Zones whose city is written otherwise than in the zone's name. */
const CITIES: Readonly<Record<string, { es: string; en: string }>> = {
  Mexico_City: { es: 'Ciudad de México', en: 'Mexico City' },
  Cancun: { es: 'Cancún', en: 'Cancún' },
  Merida: { es: 'Mérida', en: 'Mérida' },
  Panama: { es: 'Panamá', en: 'Panama' },
  Belize: { es: 'Belice', en: 'Belize' },
  New_York: { es: 'Nueva York', en: 'New York' },
};

function cityOf(timeZone: string, language: Language): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1);
  return CITIES[city]?.[language] ?? city.replaceAll('_', ' ');
}
