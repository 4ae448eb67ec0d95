import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { stepRequests } from '../schema/step-requests.js';

export type StepRequest = typeof stepRequests.$inferSelect;

/** Adds what an institution asks of whoever leads the run; false when the same id was added before. */
export async function addStepRequest(
  db: Database,
  row: Omit<StepRequest, 'at' | 'reply' | 'repliedBy' | 'repliedAt'>,
): Promise<boolean> {
  const added = await db.orm
    .insert(stepRequests)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: stepRequests.id });
  return added.length > 0;
}

/** What was asked in a run, oldest first; of one institution only when it is given. */
export async function listStepRequests(
  db: Database,
  of: { run: string; institution?: string },
): Promise<StepRequest[]> {
  return db.orm
    .select()
    .from(stepRequests)
    .where(
      and(
        eq(stepRequests.runId, of.run),
        of.institution === undefined ? undefined : eq(stepRequests.institutionId, of.institution),
      ),
    )
    .orderBy(asc(stepRequests.at), asc(stepRequests.id));
}

/** Answers a request once; false when it is unknown in this run or was answered before. */
export async function replyToStepRequest(
  db: Database,
  of: { id: string; run: string; account: string; reply: Buffer },
): Promise<boolean> {
  const rows = await db.orm
    .update(stepRequests)
    .set({ reply: of.reply, repliedBy: of.account, repliedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(stepRequests.id, of.id),
        eq(stepRequests.runId, of.run),
        isNull(stepRequests.repliedAt),
      ),
    )
    .returning({ id: stepRequests.id });
  return rows.length > 0;
}
