import type { Queryable } from './queryable.js';

export interface WitnessRow {
  readonly id: string;
  readonly verifier: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly active: boolean;
  /** Latest size it is known to have signed. */
  readonly cosignedSize: number;
}

/** A checkpoint that has not reached a witness. */
export interface PendingDelivery extends WitnessRow {
  readonly channel: 'http' | 'mail';
  readonly size: number;
  readonly note: string;
  readonly attempts: number;
  /** Latest size that went this way before. */
  readonly sentSize: number;
}

const COLUMNS =
  'w.id, w.verifier, w.url, w.email, w.active, w.cosigned_size::float8 AS "cosignedSize"';

/** Adds a witness or changes where it is reached; a key never changes. False when the name has another key. */
export async function saveWitness(
  sql: Queryable,
  { id, verifier, url, email }: Pick<WitnessRow, 'id' | 'verifier' | 'url' | 'email'>,
): Promise<boolean> {
  const rows = await sql.unsafe(
    `INSERT INTO witnesses (id, verifier, url, email) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, email = excluded.email, active = true
     WHERE witnesses.verifier = excluded.verifier RETURNING id`,
    [id, verifier, url, email],
  );
  return rows.length > 0;
}

/** Witnesses with how many checkpoints are on their way and how many were refused. */
export async function listWitnesses(
  sql: Queryable,
): Promise<(WitnessRow & { readonly pending: number; readonly refused: number })[]> {
  const rows = await sql.unsafe<(WitnessRow & { pending: number; refused: number })[]>(
    `SELECT ${COLUMNS}, (count(*) FILTER (WHERE d.state = 'pending'))::int AS pending,
       (count(*) FILTER (WHERE d.state = 'refused'))::int AS refused
     FROM witnesses w LEFT JOIN witness_deliveries d ON d.witness_id = w.id GROUP BY w.id ORDER BY w.id`,
  );
  return rows.map((row) => ({ ...row }));
}

/** The latest checkpoint on its way to each witness by each channel whose turn it is. */
export async function listPendingDeliveries(sql: Queryable): Promise<PendingDelivery[]> {
  const rows = await sql.unsafe<PendingDelivery[]>(
    `SELECT DISTINCT ON (d.witness_id, d.channel) ${COLUMNS}, d.channel, d.size::float8 AS size, c.note, d.attempts,
       coalesce((SELECT max(s.size) FROM witness_deliveries s WHERE s.witness_id = d.witness_id AND s.channel = d.channel
         AND s.state IN ('sent', 'cosigned')), 0)::float8 AS "sentSize"
     FROM witness_deliveries d JOIN witnesses w ON w.id = d.witness_id AND w.active JOIN log_checkpoints c ON c.size = d.size
     WHERE d.state = 'pending' AND d.next_at <= clock_timestamp() ORDER BY d.witness_id, d.channel, d.size DESC`,
  );
  return rows.map((row) => ({ ...row }));
}

/** What became of a delivery; earlier ones on the same way are covered by one that went. */
export async function endDelivery(
  sql: Queryable,
  of: Pick<PendingDelivery, 'id' | 'channel' | 'size'>,
  end: { readonly state: 'sent' | 'cosigned' | 'refused'; readonly cosignature?: string },
): Promise<void> {
  await sql.unsafe(
    `UPDATE witness_deliveries SET ended_at = clock_timestamp(), attempts = attempts + 1,
       state = CASE WHEN size = $3 THEN $4 ELSE 'covered' END,
       cosignature = CASE WHEN size = $3 THEN $5 END
     WHERE witness_id = $1 AND channel = $2 AND state = 'pending' AND (size = $3 OR size < $3 AND $4 <> 'refused')`,
    [of.id, of.channel, of.size, end.state, end.cosignature ?? null],
  );
  if (end.state === 'cosigned') await setCosigned(sql, of.id, of.size);
}

/** The latest size a witness says it signed. */
export async function setCosigned(sql: Queryable, id: string, size: number): Promise<void> {
  await sql.unsafe('UPDATE witnesses SET cosigned_size = $2 WHERE id = $1', [id, size]);
}

/** A witness was not reached: the delivery waits, twice as long each time, at most an hour. */
export async function delayDelivery(
  sql: Queryable,
  of: Pick<PendingDelivery, 'id' | 'channel' | 'size'>,
): Promise<void> {
  await sql.unsafe(
    `UPDATE witness_deliveries SET attempts = attempts + 1,
       next_at = clock_timestamp() + make_interval(secs => least(3600, 5 * 2 ^ least(attempts, 10)))
     WHERE witness_id = $1 AND channel = $2 AND size = $3`,
    [of.id, of.channel, of.size],
  );
}
