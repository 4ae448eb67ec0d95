import type postgres from 'postgres';

/** Runs in which something is due by the database's clock, longest overdue first; rehearsals keep their own time. */
export async function findDueRuns(sql: postgres.Sql, limit: number): Promise<string[]> {
  const rows = await sql.unsafe<{ id: string }[]>(
    `SELECT id FROM runs WHERE next_due_at IS NOT NULL AND NOT rehearsal AND next_due_at <= clock_timestamp()
     ORDER BY next_due_at LIMIT $1`,
    [limit],
    { prepare: true },
  );
  return rows.map((row) => row.id);
}

/**
 * Milliseconds until the next thing in any run but those in `except` falls due, negative when it is overdue; undefined
 * when nothing is waiting.
 */
export async function findTimeToNextDue(
  sql: postgres.Sql,
  except: readonly string[] = [],
): Promise<number | undefined> {
  const [row] = await sql.unsafe<{ ms: string | null }[]>(
    `SELECT extract(epoch FROM next_due_at - clock_timestamp()) * 1000 AS ms FROM runs
     WHERE next_due_at IS NOT NULL AND NOT rehearsal AND id <> ALL($1) ORDER BY next_due_at LIMIT 1`,
    [except as string[]],
    { prepare: true },
  );
  return row?.ms == null ? undefined : Number(row.ms);
}
