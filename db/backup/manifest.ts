import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const manifest = z.object({
  format: z.literal(1),
  set: z.enum(['data', 'keys']),
  takenAt: z.iso.datetime(),
  schema: z.string().regex(/^[0-9a-f]{64}$/),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What a set holds. */
export type Manifest = z.infer<typeof manifest>;

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
  const content = manifest.parse(JSON.parse(text));
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
