import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import postgres from 'postgres';
import { migrateDatabase } from '../migrate.js';
import { emptyDestroyed } from '../queries/destroy-keys.js';
import { fileOf, type Manifest, readManifest } from './manifest.js';
import { listTables, schemaOf } from './tables.js';
import type { BackupFolders } from './take-backup.js';

/** What came back. `unreadable`: persons with runs whose keys neither came back nor were destroyed. */
export interface RestoreReport {
  readonly dataFrom: string;
  readonly keysFrom: string;
  readonly rows: number;
  readonly erased: number;
  readonly unreadable: number;
}

/**
 * Fills an empty database from both sets, which may be of different moments: a key whose destruction is written down in the
 * set of keys is destroyed again, however old the rest is. All or nothing. `url` is the owner's. Rejects when a file was
 * changed, the database is not empty, or the backup is of another schema.
 */
export async function restoreBackup(
  url: string,
  folders: BackupFolders,
  tell: (table: string) => void = () => {},
): Promise<RestoreReport> {
  const data = await readManifest(folders.data, 'data');
  const keys = await readManifest(folders.keys, 'keys');
  await migrateDatabase(url);
  const connection = { 'app.access': 'door' };
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection });
  try {
    return await sql.begin(async (tx) => {
      for (const { schema } of [data, keys]) {
        if (schema === (await schemaOf(tx))) continue;
        throw new Error(
          'The backup is of another version of the schema: restore it with the version of Retorno that made it, then migrate',
        );
      }
      await mustBeEmpty(tx);
      const open = await unguard(tx);
      const files = new Map<string, [string, Manifest['tables'][number]]>();
      for (const table of data.tables) files.set(table.name, [folders.data, table]);
      for (const table of keys.tables) files.set(table.name, [folders.keys, table]);
      let rows = 0;
      const tables = await listTables(tx);
      for (const { name } of tables.toReversed()) await tx.unsafe(`DELETE FROM "${name}"`);
      for (const { name } of tables) {
        const [folder, table] = files.get(name) ?? [];
        if (!folder || !table) throw new Error(`The backup has no table ${name}`);
        tell(name);
        await fill(tx, table, fileOf(folder, name));
        rows += table.rows;
      }
      await emptyDestroyed(tx);
      await setSequences(tx);
      await open.guard();
      const [counts] = await tx<{ erased: number; unreadable: number }[]>`
        SELECT (SELECT count(DISTINCT person_id)::int FROM key_destructions) AS erased,
          (SELECT count(DISTINCT person_id)::int FROM runs r
            WHERE NOT EXISTS (SELECT FROM person_keys k WHERE k.person_id = r.person_id)
              AND NOT EXISTS (SELECT FROM key_destructions d WHERE d.person_id = r.person_id)) AS unreadable`;
      return { dataFrom: data.takenAt, keysFrom: keys.takenAt, rows, ...counts! };
    });
  } finally {
    await sql.end();
  }
}

/** Rows written at once. */
const BATCH = 500;

async function fill(
  tx: postgres.TransactionSql,
  { name, columns }: Manifest['tables'][number],
  file: string,
): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const insert = `INSERT INTO "${name}" (${list}) OVERRIDING SYSTEM VALUE
    SELECT ${list} FROM json_populate_recordset(NULL::"${name}", $1::text::json)`;
  let batch: string[] = [];
  const write = async () => {
    if (batch.length > 0) await tx.unsafe(insert, [`[${batch.join(',')}]`]);
    batch = [];
  };
  const input = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(line);
    if (batch.length === BATCH) await write();
  }
  await write();
}

async function mustBeEmpty(tx: postgres.TransactionSql): Promise<void> {
  const [row] = await tx`SELECT FROM runs LIMIT 1`;
  if (row)
    throw new Error('The database is not empty: a backup is restored into an empty one only');
}

/**
 * Takes triggers and forced row security off for this transaction: rows come back as they were, not as new acts. `guard`
 * puts every one back as it stood.
 */
async function unguard(tx: postgres.TransactionSql): Promise<{ guard(): Promise<void> }> {
  const triggers = await tx<{ table: string; name: string; enabled: string }[]>`
    SELECT c.relname AS table, t.tgname AS name, t.tgenabled AS enabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'D'`;
  const forced = await tx<{ table: string }[]>`
    SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity`;
  for (const { table, name } of triggers) {
    await tx.unsafe(`ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`);
  }
  for (const { table } of forced) {
    await tx.unsafe(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
  }
  return {
    async guard() {
      const modes: Record<string, string> = {
        O: 'ENABLE',
        A: 'ENABLE ALWAYS',
        R: 'ENABLE REPLICA',
      };
      for (const { table, name, enabled } of triggers) {
        await tx.unsafe(`ALTER TABLE "${table}" ${modes[enabled]} TRIGGER "${name}"`);
      }
      for (const { table } of forced) {
        await tx.unsafe(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
      }
    },
  };
}

/** New rows go on after the last ones that came back. */
async function setSequences(tx: postgres.TransactionSql): Promise<void> {
  const columns = await tx<{ table: string; column: string; sequence: string }[]>`
    SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`;
  for (const { table, column, sequence } of columns) {
    await tx.unsafe(
      `SELECT setval('${sequence}', (SELECT coalesce(max("${column}"), 0) + 1 FROM "${table}"), false)`,
    );
  }
}
