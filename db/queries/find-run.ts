import type postgres from 'postgres';
import type { RunState } from '../../protocols/core/state.js';

/** A run as the door needs it. */
export interface StoredRun {
  readonly id: string;
  readonly protocol: string;
  readonly version: number;
  /** `id@version` of the pack it is under. */
  readonly pack: string | null;
  readonly personId: string;
  readonly startedBy: string;
  readonly rehearsal: boolean;
  readonly state: RunState;
}

interface Row extends Omit<StoredRun, 'state'> {
  state: string;
}

const COLUMNS = `id, protocol, version, pack, person_id AS "personId", started_by AS "startedBy", rehearsal, state::text AS state`;

/** The run with this id, if there is one. */
export async function findRun(sql: postgres.Sql, id: string): Promise<StoredRun | undefined> {
  const [run] = await findRuns(sql, [id]);
  return run;
}

/** The runs with these ids; unknown ids are left out. */
export async function findRuns(sql: postgres.Sql, ids: readonly string[]): Promise<StoredRun[]> {
  const rows = await sql.unsafe<Row[]>(
    `SELECT ${COLUMNS} FROM runs WHERE id = ANY($1)`,
    [ids as string[]],
    { prepare: true },
  );
  return rows.map((row) => ({ ...row, state: JSON.parse(row.state) as RunState }));
}
