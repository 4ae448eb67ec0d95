import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { takeBackup } from '../../db/backup/take-backup.js';
import type { Database } from '../../db/client.js';

/** A text found where it must not be: which, how it was written there, and where. */
export interface Found {
  readonly text: string;
  readonly as: string;
  readonly where: string;
}

/**
 * A text as it could be written: as it is, in JSON, in an address, in hexadecimal, and in Base64 at each of the three
 * places it may begin, without the letters that depend on its neighbours.
 */
export function waysToWrite(text: string): Map<string, string> {
  const bytes = Buffer.from(text);
  const ways = new Map([
    ['clear', text],
    ['upper case', text.toUpperCase()],
    ['json', JSON.stringify(text).slice(1, -1)],
    [
      'ascii json',
      JSON.stringify(text)
        .slice(1, -1)
        .replace(/[^\x20-\x7e]/g, escaped),
    ],
    ['address', encodeURIComponent(text)],
    ['form', encodeURIComponent(text).replaceAll('%20', '+')],
    ['hex', bytes.toString('hex')],
  ]);
  for (const shift of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(shift, 'x'), bytes]).toString('base64url');
    ways.set(`base64 +${shift}`, shifted.slice(shift === 0 ? 0 : shift + 1, -2));
  }
  return ways;
}

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Where any of the texts is in `content`, in any way of writing; Base64 of both alphabets, hexadecimal in any case. */
export function findIn(content: string, texts: readonly string[], where: string): Found[] {
  const found: Found[] = [];
  const plain = content.replaceAll('+', '-').replaceAll('/', '_');
  const small = content.toLowerCase();
  for (const text of texts) {
    for (const [as, written] of waysToWrite(text)) {
      const within = as.startsWith('base64') ? plain : as === 'hex' ? small : content;
      if (within.includes(written)) found.push({ text, as, where });
    }
  }
  return found;
}

/**
 * Copies the whole database and looks for the texts in every table; bytes are looked at as they are too. `control` counts the
 * finds of texts that must be there, so that a search that finds nothing at all is noticed.
 */
export async function sweepDatabase(
  db: Database,
  texts: readonly string[],
  known: readonly string[],
): Promise<{
  searched: { tables: number; texts: number; bytes: number };
  found: Found[];
  control: number;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-sweep-'));
  const found: Found[] = [];
  const searched = { tables: 0, texts: 0, bytes: 0 };
  let control = 0;
  try {
    const sets = { data: join(folder, 'data'), keys: join(folder, 'keys') };
    await takeBackup(db, sets);
    for (const set of Object.values(sets)) {
      for (const file of (await readdir(set)).filter((name) => name.endsWith('.gz'))) {
        const content = gunzipSync(await readFile(join(set, file))).toString();
        searched.tables += 1;
        searched.bytes += content.length;
        searched.texts += content.split('"').length >> 1;
        found.push(...findIn(content, texts, file));
        // What PostgreSQL shows of bytes, as the bytes they are.
        for (const [, hex] of content.matchAll(/"\\\\x([0-9a-f]+)"/g)) {
          found.push(
            ...findIn(Buffer.from(hex!, 'hex').toString('latin1'), texts, `${file} bytes`),
          );
        }
        control += findIn(content, known, file).length;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { searched, found, control };
}
