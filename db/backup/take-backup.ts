import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type postgres from 'postgres';
import type { Database } from '../client.js';
import { fileOf, type Manifest, writeManifest } from './manifest.js';
import { KEY_TABLES, listTables, schemaOf, type TableShape } from './tables.js';

/** Rows read at once. */
const BATCH = 500;

/** The folders of the two sets; neither may exist. */
export interface BackupFolders {
  readonly data: string;
  readonly keys: string;
}

/** Copies every table as it stood at one moment. Others go on reading and writing. Rejects when a folder is there already. */
export async function takeBackup(
  db: Database,
  folders: BackupFolders,
  tell: (table: string) => void = () => {},
): Promise<{ takenAt: string; tables: number; rows: number }> {
  for (const folder of [folders.data, folders.keys]) await mkdir(folder, { mode: 0o700 });
  return db.sql.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY', async (tx) => {
    const [{ now } = { now: new Date(0) }] = await tx<{ now: Date }[]>`SELECT now()`;
    const takenAt = now.toISOString();
    const schema = await schemaOf(tx);
    const written: Record<Manifest['set'], Manifest['tables'][number][]> = { data: [], keys: [] };
    for (const table of await listTables(tx)) {
      tell(table.name);
      const set = KEY_TABLES.includes(table.name) ? 'keys' : 'data';
      written[set].push(await copyOut(tx, table, fileOf(folders[set], table.name)));
    }
    for (const set of ['data', 'keys'] as const) {
      const tables = written[set];
      await writeManifest(folders[set], { format: 1, set, takenAt, schema, tables });
    }
    const all = [...written.data, ...written.keys];
    return { takenAt, tables: all.length, rows: all.reduce((sum, { rows }) => sum + rows, 0) };
  });
}

async function copyOut(
  tx: postgres.TransactionSql,
  { name, columns }: TableShape,
  file: string,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  let rows = 0;
  const list = columns.map((column) => `"${column}"`).join(', ');
  const all = tx
    .unsafe<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM (SELECT ${list} FROM "${name}") t`,
    )
    .cursor(BATCH);
  const lines = async function* () {
    for await (const batch of all) {
      rows += batch.length;
      yield batch.map(({ row }) => `${row}\n`).join('');
    }
  };
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await pipeline(Readable.from(lines()), createGzip(), hashing, out);
  return { name, columns: [...columns], rows, sha256: hash.digest('hex') };
}
