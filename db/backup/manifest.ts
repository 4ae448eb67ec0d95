import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a set holds. */
export interface Manifest {
  readonly format: 1;
  readonly set: 'data' | 'keys';
  /** ISO 8601. */
  readonly takenAt: string;
  /** Digest of the migrations it was made under. */
  readonly schema: string;
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: number;
    /** Of the file, hex. */
    readonly sha256: string;
  }[];
}

const NAME = /^[a-z_][a-z_0-9]*$/;

/** Names go into statements, so they are looked at before anything else. */
function isManifest(value: Manifest): boolean {
  return (
    value.format === 1 &&
    Array.isArray(value.tables) &&
    value.tables.every(
      ({ name, columns, rows }) =>
        NAME.test(name) &&
        columns.every((column: string) => NAME.test(column)) &&
        Number.isInteger(rows),
    )
  );
}

/** Where the rows of a table are. */
export function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.jsonl.gz`);
}

/** Written last: a set without it was never finished. */
export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(content, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
}

/** The manifest of a set of this kind, after every file was found as it was written. Throws what is wrong, in plain words. */
export async function readManifest(folder: string, set: Manifest['set']): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no finished backup: manifest.json is missing`);
  });
  const content = JSON.parse(text) as Manifest;
  if (!isManifest(content)) throw new Error(`manifest.json in ${folder} is not one of a backup`);
  if (content.set !== set) throw new Error(`${folder} is a backup of ${content.set}, not ${set}`);
  for (const { name, sha256 } of content.tables) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(fileOf(folder, name)), hash);
    if (hash.digest('hex') !== sha256) {
      throw new Error(`The file of table ${name} in ${folder} is not as it was written`);
    }
  }
  return content;
}
