import type postgres from 'postgres';
import type { NoticeState } from '../schema/notices.js';

export interface NoticeKey {
  readonly runId: string;
  readonly seq: number;
  readonly n: number;
}

/** A notice with its recipient and whether it still holds. */
export interface KnownNotice {
  readonly kind: string;
  readonly level: string;
  readonly reference: string;
  /** Of a rehearsal: nobody outside may hear of it. */
  readonly rehearsal: boolean;
  readonly dueAt: number | null;
  readonly institution: string;
  readonly nameEs: string | null;
  readonly nameEn: string | null;
  readonly timeZone: string | null;
  readonly language: 'es' | 'en' | null;
  readonly email: string | null;
  readonly supervisorEmail: string | null;
  /** The recipient's own row of the step: its status, and whether the recipient still holds it. */
  readonly status: string | null;
  readonly isHolder: boolean;
  /** Anybody must still answer this opening of the step. */
  readonly isOpen: boolean;
  readonly isSilent: boolean;
  /** The recipient was given data and has not acknowledged it. */
  readonly awaitsReceipt: boolean;
  /** The recipient belongs to the State of origin, with which there must be no contact any more. */
  readonly isCutOff: boolean;
}

/** A notice in the hands of one attempt. */
export interface ClaimedNotice extends KnownNotice {
  /** Only the attempt with this number may say what became of it. */
  readonly attempt: number;
  readonly state: NoticeState;
  readonly doubts: number;
  readonly step: string | null;
  readonly opening: number | null;
  /** Who of the institution works on the step. */
  readonly holder: string | null;
  /** The group operation the run's person was last put on. */
  readonly operation: string | null;
  /** What the institution chose for its mail; see `mail-preferences`. */
  readonly calendar: boolean;
  readonly reminders: 'each' | 'daily';
  readonly together: boolean;
}

/** What holds of a notice `c` and its recipient now. */
const FACTS = `c.kind, c.level, c.reference, (extract(epoch FROM c.due_at) * 1000)::float8 AS "dueAt",
  (SELECT r.rehearsal FROM runs r WHERE r.id = c.run_id) AS rehearsal, c.institution_id AS institution,
  i.name_es AS "nameEs", i.name_en AS "nameEn", i.time_zone AS "timeZone", i.language, i.email,
  i.supervisor_email AS "supervisorEmail", own.status, coalesce(own.institution_id = c.institution_id, false) AS "isHolder",
  EXISTS (SELECT 1 FROM steps s WHERE s.run_id = c.run_id AND s.step = c.step AND s.opening = c.opening
    AND s.status IN ('open', 'suspended')) AS "isOpen",
  EXISTS (SELECT 1 FROM steps s WHERE s.run_id = c.run_id AND s.step = c.step AND s.opening = c.opening
    AND s.by_silence) AS "isSilent",
  EXISTS (SELECT 1 FROM releases r WHERE r.run_id = c.run_id AND r.step = c.step AND r.opening = c.opening
    AND (c.kind = 'escalated' OR r.to_role = c.role) AND r.state = 'released') AS "awaitsReceipt",
  cut_off(c.run_id, c.institution_id) AS "isCutOff"`;
const FACTS_FROM = `LEFT JOIN institutions i ON i.id = c.institution_id
  LEFT JOIN steps own ON own.run_id = c.run_id AND own.step = c.step AND own.opening = c.opening AND own.role = c.role`;

const CLAIM = `
WITH claimed AS (
  UPDATE notices SET attempts = attempts + 1, claimed_at = clock_timestamp(),
    doubts = doubts + CASE WHEN state = 'sending' THEN 1 ELSE 0 END,
    state = CASE WHEN state = 'sending' AND (doubts > 0 OR NOT kind = ANY($4)) THEN 'unknown' ELSE 'sending' END
  WHERE run_id = $1 AND seq = $2 AND n = $3 AND (state = 'pending'
    OR (state = 'unknown' AND doubts = 1 AND kind = ANY($4))
    OR (state = 'sending' AND claimed_at < clock_timestamp() - $5 * interval '1 millisecond'))
  RETURNING *
)
SELECT c.attempts AS attempt, c.state, c.doubts, ${FACTS}, c.step, c.opening,
  (SELECT h.user_id FROM step_holders h WHERE h.run_id = c.run_id AND h.step = c.step AND h.opening = c.opening AND h.role = c.role
    AND h.institution_id = c.institution_id) AS holder,
  (SELECT m.operation_id FROM manifest_entries m WHERE m.run_id = c.run_id ORDER BY m.status_seq DESC LIMIT 1) AS operation,
  coalesce(p.calendar, true) AS calendar, coalesce(p.reminders, 'each') AS reminders, coalesce(p.together, true) AS together
FROM claimed c ${FACTS_FROM} LEFT JOIN mail_preferences p ON p.institution_id = c.institution_id AND p.user_id IS NULL`;

/**
 * Takes a notice in hand for one attempt. Undefined when there is nothing to do: it was sent, or another attempt has
 * it. One whose attempt was cut off longer than `lease` milliseconds ago may have arrived: kinds in `again` are sent
 * once more, others come back as `unknown`.
 */
export async function claimNotice(
  sql: postgres.Sql,
  { runId, seq, n }: NoticeKey,
  { again, lease }: { again: readonly string[]; lease: number },
): Promise<ClaimedNotice | undefined> {
  const [row] = await sql.unsafe<ClaimedNotice[]>(
    CLAIM,
    [runId, seq, n, again as string[], lease],
    { prepare: true },
  );
  return row;
}

/** What became of an attempt. Nothing is written when a later attempt has the notice in hand. */
export async function finishNotice(
  sql: postgres.Sql,
  { runId, seq, n }: NoticeKey,
  attempt: number,
  state: NoticeState,
): Promise<void> {
  await sql.unsafe(
    `UPDATE notices SET state = $5, doubts = doubts + CASE WHEN $5 = 'unknown' THEN 1 ELSE 0 END,
       sent_at = CASE WHEN $5 = 'sent' THEN clock_timestamp() END
     WHERE run_id = $1 AND seq = $2 AND n = $3 AND attempts = $4 AND state = 'sending'`,
    [runId, seq, n, attempt, state],
    { prepare: true },
  );
}

/**
 * Lets a notice in hand go out together with others: into the mail that collects them, which is sent at `sendAt` (epoch
 * milliseconds) of the first. Nothing happens when a later attempt has the notice.
 */
export async function bundleNotice(
  sql: postgres.Sql,
  { runId, seq, n }: NoticeKey,
  attempt: number,
  into: {
    kind: 'daily' | 'operation';
    about: string;
    institution: string;
    user: string | null;
    sendAt: number;
  },
): Promise<void> {
  await sql.unsafe(
    `WITH held AS (
       UPDATE notices SET state = 'bundled' WHERE run_id = $1 AND seq = $2 AND n = $3 AND attempts = $4 AND state = 'sending'
       RETURNING run_id, seq, n
     ), mail AS (
       INSERT INTO mails AS m (id, kind, about, institution_id, user_id, not_before)
       SELECT replace(gen_random_uuid()::text, '-', ''), $5, $6, $7, $8, to_timestamp($9::float8 / 1000) FROM held
       ON CONFLICT (kind, about, institution_id, coalesce(user_id, '')) WHERE state = 'pending' DO UPDATE SET kind = m.kind
       RETURNING id
     )
     INSERT INTO bundled_notices (run_id, seq, n, mail_id) SELECT h.run_id, h.seq, h.n, mail.id FROM held h, mail
     ON CONFLICT (run_id, seq, n) DO UPDATE SET mail_id = excluded.mail_id`,
    [runId, seq, n, attempt, into.kind, into.about, into.institution, into.user, into.sendAt],
    { prepare: true },
  );
}

/** The notices a mail puts together, soonest due first, as they hold now. */
export async function listBundled(sql: postgres.Sql, mailId: string): Promise<KnownNotice[]> {
  return sql.unsafe<KnownNotice[]>(
    `SELECT ${FACTS} FROM bundled_notices b JOIN notices c ON c.run_id = b.run_id AND c.seq = b.seq AND c.n = b.n ${FACTS_FROM}
     WHERE b.mail_id = $1 AND c.state = 'bundled' ORDER BY c.due_at NULLS LAST, c.reference`,
    [mailId],
    { prepare: true },
  );
}

/** Takes a notice out of what a mail puts together: it is no longer true. */
export async function unbundleNotice(
  sql: postgres.Sql,
  mailId: string,
  reference: string,
): Promise<void> {
  await sql.unsafe(
    `UPDATE notices n SET state = 'obsolete' FROM bundled_notices b
     WHERE b.mail_id = $1 AND n.run_id = b.run_id AND n.seq = b.seq AND n.n = b.n AND n.reference = $2 AND n.state = 'bundled'`,
    [mailId, reference],
    { prepare: true },
  );
}

/** Where a notice stands; undefined when there is none. */
export async function findNoticeState(
  sql: postgres.Sql,
  { runId, seq, n }: NoticeKey,
): Promise<NoticeState | undefined> {
  const [row] = await sql.unsafe<{ state: NoticeState }[]>(
    'SELECT state FROM notices WHERE run_id = $1 AND seq = $2 AND n = $3',
    [runId, seq, n],
    { prepare: true },
  );
  return row?.state;
}
