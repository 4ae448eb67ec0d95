/** A date as somebody types it; any part may be empty or wrong. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Names of the three inputs of a date field, in the order they are typed. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

/** What was typed into the three inputs of a date field. */
export function datePartsIn(form: URLSearchParams, name: string): DateParts {
  const part = (which: string) => (form.get(`${name}-${which}`) ?? '').trim();
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A stored date (`2026-03-27`) as parts to show; whatever else was stored shows as nothing. */
export function datePartsOf(stored: string | undefined): DateParts {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(stored ?? '') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/**
 * The date as stored (`2026-03-27`); '' where nothing was typed. Parts that make no date of the calendar come joined as typed
 * (`31/2/2026`), so that the check of the form refuses them instead of taking another day.
 */
export function dateFrom({ day, month, year }: DateParts): string {
  if (day === '' && month === '' && year === '') return '';
  const typed = `${day}/${month}/${year}`;
  if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(typed)) return typed;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : typed;
}
