import type postgres from 'postgres';
import type { ManifestLine } from '../../protocols/core/acts.js';

/** A line of a person's run on the list of a group operation. Instants are epoch milliseconds. */
export interface SeatProjection {
  readonly operation: string;
  readonly seq: number;
  readonly list: string;
  readonly status: string;
  readonly statusSeq: number;
  readonly corrections: number;
  readonly departsAt: number;
}

export interface OperationProjection {
  readonly purpose: string;
  readonly capacity: number;
  readonly departsAt: number | null;
  readonly latestAt: number | null;
  readonly point: string | null;
  readonly seating: boolean;
  readonly live: boolean;
  readonly boarded: boolean;
}

export interface ManifestProjection {
  readonly version: number;
  readonly seq: number;
  readonly frozenAt: number;
  readonly lines: readonly ManifestLine[];
}

/** What the history of one run says about group operations. */
export interface SeatProjections {
  readonly seats: readonly SeatProjection[];
  readonly operation: OperationProjection | null;
  readonly manifests: readonly ManifestProjection[];
}

const ms = (column: string, name: string) =>
  `round(extract(epoch FROM ${column}) * 1000)::float8 AS "${name}"`;

/** The lines, the declaration and the sent lists of a run as they stand in the database. */
export async function readSeatProjections(
  sql: postgres.Sql,
  runId: string,
): Promise<SeatProjections> {
  const ask = <T>(text: string) => sql.unsafe<T[]>(text, [runId], { prepare: true });
  const seats = await ask<SeatProjection>(
    `SELECT operation_id AS operation, seq, list, status, status_seq AS "statusSeq", corrections, ${ms('departs_at', 'departsAt')}
     FROM manifest_entries WHERE run_id = $1 ORDER BY operation_id COLLATE "C"`,
  );
  const [operation] = await ask<OperationProjection>(
    `SELECT purpose, capacity, ${ms('departs_at', 'departsAt')}, ${ms('latest_at', 'latestAt')}, point, seating, live, boarded
     FROM operations WHERE run_id = $1`,
  );
  const manifests = await ask<Omit<ManifestProjection, 'lines'> & { lines: string }>(
    `SELECT version, seq, ${ms('frozen_at', 'frozenAt')}, lines::text AS lines FROM manifest_versions
     WHERE operation_id = $1 ORDER BY version`,
  );
  return {
    seats,
    operation: operation ?? null,
    manifests: manifests.map((row) => ({
      ...row,
      lines: JSON.parse(row.lines) as readonly ManifestLine[],
    })),
  };
}

/** Puts them in place of what stands there. Lines go in one by one: no statement gives two seats. */
export async function replaceSeatProjections(
  tx: postgres.TransactionSql,
  runId: string,
  { seats, operation, manifests }: SeatProjections,
): Promise<void> {
  const put = (text: string, row: unknown) => tx.unsafe(text, [runId, JSON.stringify(row)]);
  await tx.unsafe('DELETE FROM manifest_entries WHERE run_id = $1', [runId]);
  for (const seat of seats) {
    await put(
      `INSERT INTO manifest_entries (operation_id, run_id, seq, list, status, status_seq, corrections, departs_at)
       SELECT operation, $1, seq, list, status, "statusSeq", corrections, to_timestamp("departsAt" / 1000)
       FROM json_to_record($2::text::json) AS s(operation text, seq int, list text, status text, "statusSeq" int, corrections int,
         "departsAt" float8)`,
      seat,
    );
  }
  await tx.unsafe('DELETE FROM operations WHERE run_id = $1', [runId]);
  if (operation) {
    await put(
      `INSERT INTO operations (run_id, purpose, capacity, departs_at, latest_at, point, seating, live, boarded)
       SELECT $1, purpose, capacity, to_timestamp("departsAt" / 1000), to_timestamp("latestAt" / 1000), point, seating, live, boarded
       FROM json_to_record($2::text::json) AS o(purpose text, capacity int, "departsAt" float8, "latestAt" float8, point text,
         seating bool, live bool, boarded bool)`,
      operation,
    );
  }
  await tx.unsafe('DELETE FROM manifest_versions WHERE operation_id = $1', [runId]);
  await put(
    `INSERT INTO manifest_versions (operation_id, version, seq, frozen_at, lines)
     SELECT $1, version, seq, to_timestamp("frozenAt" / 1000), lines
     FROM json_to_recordset($2::text::json) AS m(version int, seq int, "frozenAt" float8, lines json)`,
    manifests,
  );
}
