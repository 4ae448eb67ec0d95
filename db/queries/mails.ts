import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database } from '../client.js';
import type { MailKind, MailState } from '../schema/mails.js';
import { mails } from '../schema/mails.js';
import { randomCode } from './random-code.js';

export type { MailKind, MailState } from '../schema/mails.js';

export type NewMail = typeof mails.$inferInsert;

/** Opaque id of a mail, known before it is written so that a secret can be sealed for its place. */
export function newMailId(): string {
  return randomCode(16);
}

/** Enters a mail to be sent. One of the same kind about the same thing that still waits stands for it. */
export async function addMail(db: Database, mail: NewMail): Promise<void> {
  await db.orm.insert(mails).values(mail).onConflictDoNothing();
}

/** A mail in the hands of one attempt, with its recipient as known now. Instants are epoch milliseconds. */
export interface ClaimedMail {
  readonly id: string;
  /** Only the attempt with this number may say what became of it. */
  readonly attempt: number;
  readonly doubts: number;
  readonly kind: MailKind;
  readonly about: string;
  readonly institution: string;
  readonly user: string | null;
  readonly mailbox: 'institution' | 'supervisor';
  readonly sealed: string | null;
  readonly isExpired: boolean;
  readonly nameEs: string;
  readonly nameEn: string;
  readonly timeZone: string;
  readonly language: 'es' | 'en';
  readonly email: string | null;
  readonly supervisorEmail: string | null;
  readonly userLanguage: 'es' | 'en' | null;
  /** Absent for somebody who may not sign in any more. */
  readonly userEmail: string | null;
}

const CLAIM = `
WITH due AS (
  SELECT id FROM mails WHERE state IN ('pending', 'sending')
    AND not_before <= clock_timestamp()
    AND (state = 'pending' OR claimed_at < clock_timestamp() - $2 * interval '1 millisecond')
  ORDER BY not_before LIMIT $1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE mails m SET state = 'sending', attempts = m.attempts + 1, claimed_at = clock_timestamp(),
    doubts = m.doubts + CASE WHEN m.state = 'sending' THEN 1 ELSE 0 END
  FROM due WHERE m.id = due.id RETURNING m.*
)
SELECT c.id, c.attempts AS attempt, c.doubts, c.kind, c.about, c.institution_id AS institution, c.user_id AS "user", c.mailbox,
  c.sealed, coalesce(c.expires_at < clock_timestamp(), false) AS "isExpired", i.name_es AS "nameEs", i.name_en AS "nameEn",
  i.time_zone AS "timeZone", i.language, i.email, i.supervisor_email AS "supervisorEmail", u.language AS "userLanguage",
  u.email AS "userEmail"
FROM claimed c JOIN institutions i ON i.id = c.institution_id LEFT JOIN users u ON u.id = c.user_id AND u.active
ORDER BY c.not_before, c.id`;

/**
 * Takes mails in hand whose time has come, the longest waiting first; also those whose attempt was cut off more than
 * `lease` milliseconds ago, which may have arrived.
 */
export async function claimMails(
  sql: postgres.Sql,
  { limit, lease }: { limit: number; lease: number },
): Promise<ClaimedMail[]> {
  return sql.unsafe<ClaimedMail[]>(CLAIM, [limit, lease], { prepare: true });
}

/**
 * What became of an attempt; nothing is written when a later one has the mail. `again` puts it back for so many
 * milliseconds; any other state is the end, and the secret is forgotten.
 */
export async function finishMail(
  sql: postgres.Sql,
  { id, attempt }: Pick<ClaimedMail, 'id' | 'attempt'>,
  state:
    | Exclude<MailState, 'pending' | 'sending'>
    | { readonly again: number; readonly inDoubt?: true },
): Promise<void> {
  if (typeof state === 'object') {
    await sql.unsafe(
      `UPDATE mails SET state = 'pending', not_before = clock_timestamp() + $3 * interval '1 millisecond', doubts = doubts + $4
       WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [id, attempt, state.again, state.inDoubt ? 1 : 0],
      { prepare: true },
    );
    return;
  }
  await sql.unsafe(
    `WITH done AS (
       UPDATE mails SET state = $3, sealed = NULL, sent_at = CASE WHEN $3 = 'sent' THEN clock_timestamp() END
       WHERE id = $1 AND attempts = $2 AND state = 'sending' RETURNING id
     )
     UPDATE notices n SET state = $3, sent_at = CASE WHEN $3 = 'sent' THEN clock_timestamp() END
     FROM done d JOIN bundled_notices b ON b.mail_id = d.id
     WHERE n.run_id = b.run_id AND n.seq = b.seq AND n.n = b.n AND n.state = 'bundled'`,
    [id, attempt, state],
    { prepare: true },
  );
}

/** A mail about somebody's account that did not reach them. */
export interface LostMail {
  readonly userId: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly createdAt: Date;
}

/** The last mail about each person's account at an institution, where it is not known to have arrived. */
export async function listLostAccountMails(db: Database, institution: string): Promise<LostMail[]> {
  const rows = await db.orm
    .selectDistinctOn([mails.userId], {
      userId: mails.userId,
      kind: mails.kind,
      state: mails.state,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .where(
      and(
        eq(mails.institutionId, institution),
        inArray(mails.kind, ['invitation', 'role', 'recovery']),
        sql`${mails.userId} IS NOT NULL`,
      ),
    )
    .orderBy(mails.userId, desc(mails.createdAt));
  return rows.flatMap(({ userId, ...row }) =>
    userId === null || row.state === 'sent' ? [] : [{ userId, ...row }],
  );
}
