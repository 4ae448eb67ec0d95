import { and, eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { actReasons } from '../schema/act-reasons.js';

export type Reason = typeof actReasons.$inferSelect;

/** Keeps the reason of an act; of several under the same id the first stays. */
export async function addReason(db: Database, row: Omit<Reason, 'at'>): Promise<void> {
  await db.orm.insert(actReasons).values(row).onConflictDoNothing();
}

/** The reasons given in a run; of one institution only when it is given. */
export async function listReasons(
  db: Database,
  of: { run: string; institution?: string },
): Promise<Reason[]> {
  return db.orm
    .select()
    .from(actReasons)
    .where(
      and(
        eq(actReasons.runId, of.run),
        of.institution === undefined ? undefined : eq(actReasons.institutionId, of.institution),
      ),
    );
}
