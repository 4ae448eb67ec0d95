import { createHash } from 'node:crypto';
import {
  addSeriesReview,
  listSeriesHolds,
  type ReviewDecision,
  type SeriesHold,
} from '../../db/queries/series-holds.js';
import type { Access } from '../auth/access.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';

/** Most decisions a held account may be released for. */
export const MOST_ALLOWED = 50;
/** Longest reason, in characters. */
export const LONGEST_REASON = 1000;

/** What a second person decides about a held account. */
export interface Review {
  readonly decision: ReviewDecision;
  /** For a release: how many decisions until the pace counts again. */
  readonly allowance?: number | undefined;
  readonly reason: string;
}

/**
 * Releases a held account for a number of decisions, or keeps it held; the same key again decides nothing more. Throws
 * `series-unknown`, also for a hold of another institution, `series-own` for whoever is held, `series-released`.
 */
export async function reviewHold(
  { door }: ApiContext,
  { institution, account }: Access,
  key: string,
  holdId: string,
  { decision, allowance, reason }: Review,
): Promise<SeriesHold> {
  const id = createHash('sha256').update(`${account}/${holdId}/${key}`).digest('hex').slice(0, 32);
  const before = await getHold({ door }, holdId);
  if (before.reviews.some((review) => review.id === id)) return before;
  const obstacle = await addSeriesReview(door.db, {
    ...{ id, holdId, decision, account },
    allowance: decision === 'released' ? (allowance ?? 1) : null,
    institutionId: institution,
    reason: door.vault.protect(reason, `series/${id}`),
  });
  if (obstacle) throw new ProblemError(obstacle === 'own' ? 'series-own' : 'series-released');
  return getHold({ door }, holdId);
}

/** A hold whoever asks may see. Throws `series-unknown`. */
async function getHold({ door }: Pick<ApiContext, 'door'>, id: string): Promise<SeriesHold> {
  const [hold] = await listSeriesHolds(door.db, id);
  if (!hold) throw new ProblemError('series-unknown');
  return hold;
}

/** Why a review decided as it did, in the words of whoever did. */
export function reasonOf({ door }: ApiContext, review: SeriesHold['reviews'][number]): string {
  return door.vault.reveal(review.reason, `series/${review.id}`);
}
