import type postgres from 'postgres';

/** The database's clock, epoch milliseconds. */
export async function readClock(sql: postgres.Sql): Promise<number> {
  const [row] = await sql.unsafe<{ now: string }[]>(
    'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now',
    [],
    { prepare: true },
  );
  return Number(row!.now);
}
