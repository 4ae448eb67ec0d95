import postgres from 'postgres';

/**
 * Gives a database a clock that can be moved. `now()` and `clock_timestamp()` then mean ours, which stand before those of
 * PostgreSQL on the path every later connection begins with. Everything in the service goes by the database's clock:
 * deadlines, sessions, second factors, drafts.
 */
export async function makeClockMovable(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const name = new URL(url).pathname.slice(1);
  await sql.unsafe(`
    CREATE SCHEMA moved;
    CREATE TABLE moved.clock (by interval NOT NULL);
    INSERT INTO moved.clock VALUES ('0');
    GRANT USAGE ON SCHEMA moved TO PUBLIC;
    GRANT SELECT, UPDATE ON moved.clock TO PUBLIC;
    CREATE FUNCTION moved.now() RETURNS timestamptz LANGUAGE sql STABLE
      AS 'SELECT pg_catalog.now() + by FROM moved.clock';
    CREATE FUNCTION moved.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
      AS 'SELECT pg_catalog.clock_timestamp() + by FROM moved.clock';
    ALTER DATABASE ${name} SET search_path = moved, pg_catalog, public;
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT table_name, column_name, column_default FROM information_schema.columns
        WHERE table_schema = 'public' AND column_default IN ('now()', 'clock_timestamp()')
      LOOP
        EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT moved.%s',
          one.table_name, one.column_name, one.column_default);
      END LOOP;
    END $$`);
  await sql.end();
}

/** Moves the clock forward. A process that estimates it must be told (`door.clock.adjust`). */
export async function moveClock(sql: postgres.Sql, ms: number): Promise<void> {
  await sql`UPDATE moved.clock SET by = by + ${ms} * interval '1 millisecond'`;
}
