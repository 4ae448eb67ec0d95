import type { Queryable } from './queryable.js';

/** Where the log stands. Transaction numbers are text. */
export interface LogState {
  readonly origin: string;
  readonly size: number;
  readonly horizon: string;
  readonly cluster: string;
  readonly sealedSalts: string;
}

/** Where the transactions of the database stand: all below `oldest` have ended. */
export interface Transactions {
  readonly oldest: string;
  readonly cluster: string;
}

/** Begins the log unless it has begun. */
export async function beginLog(
  sql: Queryable,
  first: { readonly origin: string; readonly sealedSalts: string },
): Promise<void> {
  await sql.unsafe(
    `INSERT INTO log_state (id, origin, size, horizon, cluster, sealed_salts)
     SELECT 1, $1, 0, '0', system_identifier::text, $2 FROM pg_control_system() ON CONFLICT DO NOTHING`,
    [first.origin, first.sealedSalts],
  );
}

/** Undefined before the log has begun. `lock`: nobody else may move the log until the transaction ends. */
export async function findLogState(tx: Queryable, lock = false): Promise<LogState | undefined> {
  const rows = await tx.unsafe<LogState[]>(
    `SELECT origin, size::float8 AS size, horizon::text AS horizon, cluster, sealed_salts AS "sealedSalts" FROM log_state
     WHERE id = 1 ${lock ? 'FOR UPDATE' : ''}`,
  );
  return rows[0] && { ...rows[0] };
}

/** As the transaction's own snapshot sees them. */
export async function readTransactions(tx: Queryable): Promise<Transactions> {
  const [row] = await tx.unsafe<Transactions[]>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest, system_identifier::text AS cluster FROM pg_control_system()`,
  );
  return { ...row! };
}

export async function moveLogState(
  tx: Queryable,
  to: { readonly size: number; readonly horizon: string; readonly cluster: string },
): Promise<void> {
  await tx.unsafe('UPDATE log_state SET size = $1, horizon = $2::xid8, cluster = $3 WHERE id = 1', [
    to.size,
    to.horizon,
    to.cluster,
  ]);
}
