import type { NoticeLanguage } from '../notice-mail.js';

// British order for English: the readers' countries all write the day first.
const locales: Record<NoticeLanguage, string> = { es: 'es', en: 'en-GB' };

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/**
 * An instant in full, on the 24-hour clock, without its zone:
 * `lunes 23 de noviembre de 2026, 14:00` or `Monday 23 November 2026, 14:00`.
 * Throws `RangeError` when the zone is unknown.
 */
export function formatDue(dueAt: number, timeZone: string, language: NoticeLanguage): string {
  const { weekday, day, month, year, hour, minute } = partsOf(dueAt, timeZone, language, 'long');
  const of = language === 'es' ? ' de ' : ' ';
  return `${weekday} ${day}${of}${month}${of}${year}, ${hour}:${minute}`;
}

/** The same instant as short as a subject line needs it: `23 nov 2026, 14:00`. */
export function formatDueShort(dueAt: number, timeZone: string, language: NoticeLanguage): string {
  const { day, month, year, hour, minute } = partsOf(dueAt, timeZone, language, 'short');
  return `${day} ${month} ${year}, ${hour}:${minute}`;
}

// Put together from parts, because the punctuation and the clock of a locale vary with its data.
function partsOf(
  dueAt: number,
  timeZone: string,
  language: NoticeLanguage,
  month: 'long' | 'short',
): Parts {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month,
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(dueAt).map(({ type, value }) => [type, value]));
}
