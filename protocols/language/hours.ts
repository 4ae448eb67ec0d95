import type { Source } from './text.js';

/** ISO weekday, 1 = Monday to 7 = Sunday, or a public holiday. A holiday is judged as `holiday`, whatever its weekday. */
export type OpenDay = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 'holiday';

/**
 * Hours of the day, local, on some days: `from` is inside, `until` is not ('18:00' itself is closed, '24:00' is the end
 * of the day). What no entry names is closed: a ban at night or on holidays is what the list leaves out.
 */
export interface Hours {
  readonly days: readonly OpenDay[];
  readonly from: string;
  readonly until: string;
  readonly source: Source;
}

/** Local dates 'YYYY-MM-DD', both inside; without `until` there is no known end. */
export interface Period {
  readonly from: string;
  readonly until?: string;
}
