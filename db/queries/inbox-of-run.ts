import type postgres from 'postgres';

/** The open steps of one institution in one run. */
export async function findInboxOfRun(
  sql: postgres.Sql,
  institution: string,
  runId: string,
): Promise<{ step: string; opening: number; role: string; status: string }[]> {
  return sql.unsafe(
    `SELECT step, opening, role, status FROM steps
     WHERE run_id = $1 AND institution_id = $2 AND status IN ('open', 'suspended')`,
    [runId, institution],
    { prepare: true },
  );
}
