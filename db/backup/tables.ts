import type postgres from 'postgres';

export type Sql = postgres.Sql | postgres.TransactionSql;

/** Tables of the set that is kept apart. */
export const KEY_TABLES: readonly string[] = ['person_keys', 'key_destructions'];

/** A table with the columns that are stored, and the tables it refers to. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly refersTo: readonly string[];
}

/** Every table of the schema, those that others refer to first. */
export async function listTables(sql: Sql): Promise<TableShape[]> {
  const rows = await sql<{ name: string; columns: string[]; refersTo: string[] }[]>`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS "refersTo"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;
  const sorted: TableShape[] = [];
  let left = [...rows];
  while (left.length > 0) {
    const placed = new Set(sorted.map(({ name }) => name));
    const ready = left.filter(({ refersTo }) => refersTo.every((name) => placed.has(name)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle');
    sorted.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return sorted;
}

/** The migrations a database has been through, as one digest: equal only between equal schemas. */
export async function schemaOf(sql: Sql): Promise<string> {
  const [row] = await sql<{ digest: string }[]>`
    SELECT encode(sha256(convert_to(string_agg(hash, ',' ORDER BY id), 'UTF8')), 'hex') AS digest
    FROM drizzle.__drizzle_migrations`;
  return row?.digest ?? '';
}
