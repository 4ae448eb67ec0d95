/**
 * The non-working days of one country or institution, as data an administrator can read and
 * correct. Plain JSON: a calendar may come from this folder or from the database.
 */
export type Calendar = {
  readonly id: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  /** IANA zone used where an institution names none of its own. */
  readonly timeZone: string;
  /** ISO weekdays on which nobody works: 1 = Monday … 6 = Saturday, 7 = Sunday. */
  readonly weekend: readonly number[];
  /** Local dates 'YYYY-MM-DD' of non-working public holidays, ascending. */
  readonly holidays: readonly string[];
  /** Local dates on which people work by decree although the weekday says otherwise, ascending. */
  readonly workingDays?: readonly string[];
  /** First local date the data speaks about. */
  readonly from: string;
  /** Last local date the data speaks about. */
  readonly until: string;
};
