import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import { memberships } from '../schema/memberships.js';

/** How long a role lasts unless the institution renews it. */
export const RENEWAL_DAYS = 90;

/** Of the table `memberships`: the role is in use, so not ended and renewed by the institution in time. */
export const isCurrent = and(
  eq(memberships.active, true),
  gt(memberships.renewedAt, sql`now() - ${RENEWAL_DAYS} * interval '1 day'`),
);

/** The same of `memberships m` in a statement written out. */
export function currentRole(): SQL {
  return sql`(m.active AND m.renewed_at > now() - ${RENEWAL_DAYS} * interval '1 day')`;
}
