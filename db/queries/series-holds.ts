import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { accessTokens } from '../schema/access-tokens.js';
import { type ReviewDecision, seriesHolds, seriesReviews } from '../schema/series.js';
import { users } from '../schema/users.js';

export {
  HOLD_CAUSES,
  type HoldCause,
  REVIEW_DECISIONS,
  type ReviewDecision,
  type SeriesDecision,
} from '../schema/series.js';

export type SeriesReview = typeof seriesReviews.$inferSelect;

/** A hold with what was decided about it, oldest first. */
export type SeriesHold = typeof seriesHolds.$inferSelect & {
  /** Name of the person, or the label of the access token. */
  readonly name: string | null;
  readonly reviews: readonly SeriesReview[];
};

/** Longest list; what stands comes first. */
const MOST = 100;

/** The holds row security shows whoever asks: of the own institution, or of runs one watches over. */
export async function listSeriesHolds(db: Database, id?: string): Promise<SeriesHold[]> {
  const holds = await db.orm
    .select({
      hold: seriesHolds,
      name: sql<string | null>`coalesce(${users.displayName}, ${accessTokens.label})`,
    })
    .from(seriesHolds)
    .leftJoin(users, eq(users.id, seriesHolds.account))
    .leftJoin(accessTokens, eq(accessTokens.id, seriesHolds.account))
    .where(id === undefined ? undefined : eq(seriesHolds.id, id))
    .orderBy(sql`${seriesHolds.releasedAt} IS NOT NULL`, desc(seriesHolds.at), seriesHolds.id)
    .limit(MOST);
  if (holds.length === 0) return [];
  const reviews = await db.orm
    .select()
    .from(seriesReviews)
    .where(
      inArray(
        seriesReviews.holdId,
        holds.map(({ hold }) => hold.id),
      ),
    )
    .orderBy(asc(seriesReviews.at), asc(seriesReviews.id));
  return holds.map(({ hold, name }) => ({
    ...hold,
    name,
    reviews: reviews.filter(({ holdId }) => holdId === hold.id),
  }));
}

/** Why a hold cannot be decided about as wanted. */
export type ReviewObstacle = 'own' | 'released';

/**
 * Enters what a second person decided about a hold; a release is in force with it. Returns what stands in the way; then nothing
 * is written. Entering the same id again changes nothing.
 */
export async function addSeriesReview(
  db: Database,
  row: {
    readonly id: string;
    readonly holdId: string;
    readonly decision: ReviewDecision;
    readonly allowance: number | null;
    readonly reason: string;
    readonly institutionId: string;
    readonly account: string;
  },
): Promise<ReviewObstacle | undefined> {
  try {
    await db.orm.insert(seriesReviews).values(row).onConflictDoNothing();
    return undefined;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code === 'RT014') return 'own';
    if (code === 'RT015') return 'released';
    throw error;
  }
}
