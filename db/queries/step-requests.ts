import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database } from '../client.js';
import { mails } from '../schema/mails.js';
import { stepRequests } from '../schema/step-requests.js';
import type { NewMail } from './mails.js';

export type StepRequest = typeof stepRequests.$inferSelect;

/**
 * Adds what an institution asks of whoever leads the run, with the mail that tells them: both are entered or neither. False when the
 * same id was added before.
 */
export async function addStepRequest(
  db: Database,
  row: Omit<StepRequest, 'at' | 'reply' | 'repliedBy' | 'repliedAt'>,
  mail?: NewMail,
): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const added = await tx
      .insert(stepRequests)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: stepRequests.id });
    if (added.length === 0) return false;
    if (mail) await tx.insert(mails).values(mail).onConflictDoNothing();
    return true;
  });
}

/** Whose run a request belongs to and whether it waits for a reply; for the mail about it and the link in there. */
export async function findStepRequest(
  sql: postgres.Sql,
  id: string,
): Promise<{ readonly runId: string; readonly isReplied: boolean } | undefined> {
  const [row] = await sql.unsafe<{ runId: string; isReplied: boolean }[]>(
    `SELECT run_id AS "runId", replied_at IS NOT NULL AS "isReplied" FROM step_requests WHERE id = $1`,
    [id],
    { prepare: true },
  );
  return row;
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
