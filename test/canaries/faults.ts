import type { Installation } from './installation.js';

/**
 * Lets the database refuse the first writes of a kind, as when a disk or a rule fails, with a failure that says in detail,
 * hint and context what was to be written: what logs, the engine and answers make of it is what is looked at.
 */
export async function failOnce(
  { database }: Installation,
  table: string,
  on: 'INSERT' | 'UPDATE',
  when: string,
  times: number,
  text: string,
): Promise<void> {
  const name = `canary_fault_${table}`;
  // Backwards, so that what is found in the server's files is not the source of this function.
  const said = `reverse('${[...text].reverse().join('')}')`;
  await database.db.sql.unsafe(`
    CREATE SEQUENCE ${name};
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $fault$
    BEGIN
      IF ${when} AND nextval('public.${name}') <= ${times} THEN
        RAISE EXCEPTION 'not written' USING DETAIL = ${said}, HINT = ${said}, COLUMN = ${said}, CONSTRAINT = 'none';
      END IF;
      RETURN NEW;
    END $fault$;
    CREATE TRIGGER ${name} BEFORE ${on} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`);
}

/** How many of those writes were refused. */
export async function failuresOf({ database }: Installation, table: string): Promise<number> {
  const [row] = await database.db.sql.unsafe<{ n: number }[]>(
    `SELECT CASE WHEN is_called THEN last_value::int ELSE 0 END AS n FROM canary_fault_${table}`,
  );
  return row!.n;
}

/** Takes them away again: what is looked at afterwards is what the product wrote, not what was planted for it. */
export async function mendFaults({ database }: Installation, ...tables: string[]): Promise<void> {
  for (const table of tables) {
    await database.db.sql.unsafe(`DROP FUNCTION canary_fault_${table} CASCADE;
      DROP SEQUENCE canary_fault_${table}`);
  }
}
