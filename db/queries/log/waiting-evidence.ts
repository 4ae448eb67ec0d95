import type postgres from 'postgres';
import type { EvidenceFailure } from '../../schema/evidence-requests.js';

/** A request that waits for the process that signs. Instants are epoch milliseconds. */
export interface WaitingEvidence {
  readonly id: string;
  readonly institution: string;
  readonly access: 'monitor' | 'case-lead';
  readonly run: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly ownSize: number | null;
  /** This attempt is counted. */
  readonly attempts: number;
}

/** Whether a request waits whose turn it is. */
export async function isEvidenceWaiting(sql: postgres.Sql): Promise<boolean> {
  const rows = await sql`
    SELECT 1 FROM evidence_requests WHERE state = 'pending' AND next_at <= clock_timestamp() LIMIT 1`;
  return rows.length > 0;
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/**
 * Takes the request in hand that waits longest. The attempt is counted before anything is made, so that one that ends the process
 * is not tried for ever; if nothing comes of it, it is taken again later, each time after twice as long, at most five minutes.
 */
export async function claimEvidenceRequest(
  sql: postgres.Sql,
): Promise<WaitingEvidence | undefined> {
  const [row] = await sql.unsafe<WaitingEvidence[]>(
    `UPDATE evidence_requests SET attempts = attempts + 1,
       next_at = clock_timestamp() + make_interval(secs => least(300, 5 * 2 ^ least(attempts, 10)))
     WHERE id = (SELECT id FROM evidence_requests WHERE state = 'pending' AND next_at <= clock_timestamp()
       ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, institution_id AS institution, access, run_id AS run, ${ms('from_at')} AS "from", ${ms('to_at')} AS "to",
       own_size::float8 AS "ownSize", attempts`,
  );
  return row && { ...row };
}

/** A file as it is stored. */
export interface SealedEvidence {
  readonly sealedKey: string;
  readonly pieces: readonly Buffer[];
  /** Bytes, and SHA-256 in hex, of the file in clear. */
  readonly size: number;
  readonly digest: string;
  readonly checkpoint: string;
}

/** Stores what was made, whole or not at all; false when the request had come to its end before. Kept for `days`. */
export async function saveEvidence(
  sql: postgres.Sql,
  id: string,
  { sealedKey, pieces, size, digest, checkpoint }: SealedEvidence,
  days: number,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const rows = await tx`
      UPDATE evidence_requests SET state = 'ready', ended_at = clock_timestamp(), size = ${size}, digest = ${digest},
        checkpoint = ${checkpoint}, sealed_key = ${sealedKey}, expires_at = clock_timestamp() + make_interval(days => ${days})
      WHERE id = ${id} AND state = 'pending' RETURNING id`;
    if (rows.length === 0) return false;
    for (const [n, ciphertext] of pieces.entries()) {
      await tx`INSERT INTO evidence_pieces (request_id, n, ciphertext) VALUES (${id}, ${n}, ${ciphertext})`;
    }
    return true;
  });
}

/** Says that nothing comes of a request, and why. */
export async function failEvidence(
  sql: postgres.Sql,
  id: string,
  why: EvidenceFailure,
): Promise<void> {
  await sql`
    UPDATE evidence_requests SET state = 'failed', failure = ${why}, ended_at = clock_timestamp()
    WHERE id = ${id} AND state = 'pending'`;
}
