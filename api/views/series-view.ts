import type { z } from 'zod';
import type { ReadingAlarm } from '../../db/queries/reading-watch.js';
import type { SeriesHold } from '../../db/queries/series-holds.js';
import type { Access } from '../auth/access.js';
import type { ApiContext } from '../context.js';
import type { readingAlarms, seriesHold } from '../schemas/series.js';
import { reasonOf } from '../series/holds.js';

/** A hold as this access may know it: monitoring bodies learn no account, no run and no reason. */
export function seriesView(
  context: ApiContext,
  { role }: Access,
  hold: SeriesHold,
): z.infer<typeof seriesHold> {
  const { id, institutionId, account, cause, at, decisions, releasedAt, allowance } = hold;
  const isHouse = role !== 'monitor';
  return {
    id,
    institution: institutionId,
    cause,
    at: at.toISOString(),
    count: decisions.length,
    releasedAt: releasedAt?.toISOString() ?? null,
    allowance,
    ...(isHouse ? { account, decisions: decisions.map(({ seq: _, ...shown }) => shown) } : {}),
    reviews: hold.reviews.map((review) => ({
      decision: review.decision,
      allowance: review.allowance,
      at: review.at.toISOString(),
      by: review.institutionId,
      ...(isHouse ? { reason: reasonOf(context, review) } : {}),
    })),
  };
}

/** An alarm about readings; monitoring bodies learn no account. */
export function readingAlarmView(
  { role }: Access,
  { id, institutionId, account, at, opened, usual, unrelated }: ReadingAlarm,
): z.infer<typeof readingAlarms>['items'][number] {
  return {
    id,
    institution: institutionId,
    at: at.toISOString(),
    ...{ opened, usual, unrelated },
    ...(role === 'monitor' ? {} : { account }),
  };
}
