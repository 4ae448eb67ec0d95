import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { notices } from '../schema/notices.js';
import { notCutOff } from './origin-stops.js';

export { NOTICE_STATES } from '../schema/notices.js';

export type NoticeRecord = typeof notices.$inferSelect;

/**
 * The notice with this reference that went to the institution; undefined for one that went to another, which nobody can
 * tell from one that does not exist. References are random, not unique: of two the newer.
 */
export async function findNotice(
  db: Database,
  of: { reference: string; institution: string },
): Promise<NoticeRecord | undefined> {
  const [row] = await db.orm
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.reference, of.reference),
        eq(notices.institutionId, of.institution),
        notCutOff(sql`${notices.runId}`, of.institution),
      ),
    )
    .orderBy(desc(notices.createdAt))
    .limit(1);
  return row;
}
