// Words of deadlines that change by the minute. Browsers run this too, so it depends on nothing.
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const WORDS = {
  es: {
    overdue: (length: string) => `Vencida hace ${length}`,
    today: (length: string) => `Vence hoy, en ${length}`,
    tomorrow: (length: string) => `Vence mañana, en ${length}`,
  },
  en: {
    overdue: (length: string) => `Overdue by ${length}`,
    today: (length: string) => `Due today, in ${length}`,
    tomorrow: (length: string) => `Due tomorrow, in ${length}`,
  },
} as const;

/** “Vencida hace 3 h”, “Vence hoy, en 2 h 10 min”: a deadline of today, or one that has passed. Instants. */
export function minuteWords(dueAt: number, now: number, language: 'es' | 'en'): string {
  const words = WORDS[language];
  return dueAt < now
    ? words.overdue(lengthOf(now - dueAt, language))
    : words.today(lengthOf(dueAt - now, language));
}

/** “Vence mañana, en 10 min”: a deadline of the next day that is less than a day away; undefined for others. Instants. */
export function tomorrowWords(
  dueAt: number,
  now: number,
  language: 'es' | 'en',
): string | undefined {
  if (dueAt - now >= DAY) return undefined;
  return WORDS[language].tomorrow(lengthOf(dueAt - now, language));
}

/** A length as people say it: minutes, then hours with minutes, from two days on days. */
function lengthOf(ms: number, language: 'es' | 'en'): string {
  if (ms >= 2 * DAY) return daysInWords(Math.floor(ms / DAY), language);
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 60) return `${Math.max(minutes, 1)} min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)} h`;
  return rest === 0 || ms >= DAY ? hours : `${hours} ${rest} min`;
}

/** “1 día”, “2 days”. */
export function daysInWords(n: number, language: 'es' | 'en'): string {
  if (language === 'es') return `${n} ${n === 1 ? 'día' : 'días'}`;
  return `${n} ${n === 1 ? 'day' : 'days'}`;
}
