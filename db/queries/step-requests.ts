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

/** A request as the mails about it and their link need it. */
export interface KnownRequest {
  readonly runId: string;
  /** Who asked. */
  readonly institution: string;
  readonly isReplied: boolean;
  /** Whether the institution that asked may still be told something of the run. */
  readonly isTold: boolean;
}

/** Whose run a request belongs to and what became of it. */
export async function findStepRequest(
  sql: postgres.Sql,
  id: string,
): Promise<KnownRequest | undefined> {
  const [row] = await sql.unsafe<KnownRequest[]>(
    `SELECT run_id AS "runId", institution_id AS institution, replied_at IS NOT NULL AS "isReplied",
       NOT cut_off(run_id, institution_id) AND EXISTS (
         SELECT FROM run_parties p WHERE p.run_id = q.run_id AND p.institution_id = q.institution_id) AS "isTold"
     FROM step_requests q WHERE id = $1`,
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

/**
 * Answers a request once, with the mail to whoever asked under `mailId`, where one is to be sent; none to an institution that answers
 * itself. False when it is unknown in this run or was answered before.
 */
export async function replyToStepRequest(
  db: Database,
  of: { id: string; run: string; account: string; institution: string; reply: Buffer },
  mailId?: string,
): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const [row] = await tx
      .update(stepRequests)
      .set({ reply: of.reply, repliedBy: of.account, repliedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(stepRequests.id, of.id),
          eq(stepRequests.runId, of.run),
          isNull(stepRequests.repliedAt),
        ),
      )
      .returning({ institutionId: stepRequests.institutionId });
    if (!row) return false;
    const { institutionId } = row;
    if (mailId !== undefined && institutionId !== of.institution) {
      const mail = { id: mailId, kind: 'reply', about: of.id, institutionId } as const;
      await tx.insert(mails).values(mail).onConflictDoNothing();
    }
    return true;
  });
}
