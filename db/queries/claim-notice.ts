import type postgres from 'postgres';
import type { NoticeState } from '../schema/notices.js';

export interface NoticeKey {
  readonly runId: string;
  readonly seq: number;
  readonly n: number;
}

/** A notice in the hands of one attempt, with its recipient and whether it still holds. */
export interface ClaimedNotice {
  /** Only the attempt with this number may say what became of it. */
  readonly attempt: number;
  readonly state: NoticeState;
  readonly doubts: number;
  readonly kind: string;
  readonly level: string;
  readonly reference: string;
  /** Of a rehearsal: nobody outside may hear of it. */
  readonly rehearsal: boolean;
  readonly dueAt: number | null;
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
}

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
SELECT c.attempts AS attempt, c.state, c.doubts, c.kind, c.level, c.reference,
  (SELECT r.rehearsal FROM runs r WHERE r.id = c.run_id) AS rehearsal,
  (extract(epoch FROM c.due_at) * 1000)::float8 AS "dueAt", i.name_es AS "nameEs", i.name_en AS "nameEn",
  i.time_zone AS "timeZone", i.language, i.email, i.supervisor_email AS "supervisorEmail", own.status,
  coalesce(own.institution_id = c.institution_id, false) AS "isHolder",
  EXISTS (SELECT 1 FROM steps s WHERE s.run_id = c.run_id AND s.step = c.step AND s.opening = c.opening
    AND s.status IN ('open', 'suspended')) AS "isOpen",
  EXISTS (SELECT 1 FROM steps s WHERE s.run_id = c.run_id AND s.step = c.step AND s.opening = c.opening
    AND s.by_silence) AS "isSilent",
  EXISTS (SELECT 1 FROM releases r WHERE r.run_id = c.run_id AND r.step = c.step AND r.opening = c.opening
    AND (c.kind = 'escalated' OR r.to_role = c.role) AND r.state = 'released') AS "awaitsReceipt"
FROM claimed c LEFT JOIN institutions i ON i.id = c.institution_id
  LEFT JOIN steps own ON own.run_id = c.run_id AND own.step = c.step AND own.opening = c.opening AND own.role = c.role`;

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
