import type { Period } from '../language/hours.js';
import type { Agreement } from '../language/pack.js';
import type { AgreementNews, AgreementSilence } from '../language/register.js';
import { dayNumber } from './dates.js';
import { isWithinPeriod } from './opening-hours.js';

/**
 * From when until when an agreement is in force: as it was made, with its last renewal, and what the register learned
 * since. Without an end it holds until somebody records one.
 */
export function periodOf({ from, until, renewals }: Agreement, news: AgreementNews = {}): Period {
  const last = renewals?.at(-1)?.until ?? until;
  const end = news.until ?? last;
  return { from: news.from ?? from, ...(end === undefined ? {} : { until: end }) };
}

/** Whether an agreement is in force on a local date. */
export function isInForce(
  agreement: Agreement,
  news: AgreementNews | undefined,
  on: string,
): boolean {
  return isWithinPeriod(periodOf(agreement, news), on);
}

/** What silence means under an agreement on a date; nothing once it is not in force. */
export function silenceUnder(
  agreement: Agreement,
  news: AgreementNews | undefined,
  on: string,
): AgreementSilence {
  if (!isInForce(agreement, news, on)) return 'none';
  return news?.silence ?? agreement.silence;
}

/** An agreement that ends soon or has ended, and in how many days (negative: ago). */
export interface ExpiryAlert {
  readonly agreement: string;
  readonly until: string;
  readonly days: number;
}

/** Agreements that end within so many days of a date, or ended before it, soonest first. */
export function expiryAlerts(
  agreements: readonly Agreement[],
  news: Readonly<Record<string, AgreementNews>>,
  on: string,
  within: number,
): ExpiryAlert[] {
  return agreements
    .flatMap((agreement) => {
      const { until } = periodOf(agreement, news[agreement.id]);
      if (until === undefined) return [];
      const days = dayNumber(until) - dayNumber(on);
      return days <= within ? [{ agreement: agreement.id, until, days }] : [];
    })
    .sort((a, b) => a.days - b.days || (a.agreement < b.agreement ? -1 : 1));
}
