import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { takeBackup } from '../../db/backup/take-backup.js';
import type { Database } from '../../db/client.js';
import { unpackedFrom } from './unpacked.js';

/** A text found where it must not be: which, how it was written there, and where. */
export interface Found {
  readonly text: string;
  readonly as: string;
  readonly where: string;
}

/** Looks for texts it was made for in a piece of anything. */
export type Finder = (content: Buffer | string, where: string) => Found[];

const NAMED: Readonly<Record<string, string>> = {
  ...{ á: 'aacute', é: 'eacute', í: 'iacute', ó: 'oacute', ú: 'uacute', ñ: 'ntilde', ü: 'uuml' },
  ...{ Á: 'Aacute', É: 'Eacute', Í: 'Iacute', Ó: 'Oacute', Ú: 'Uacute', Ñ: 'Ntilde', Ü: 'Uuml' },
  ...{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' },
};

/**
 * A regular expression over bytes read as latin-1. It takes every letter in either case, with or without its accent, as
 * UTF-8, latin-1 or UTF-16 of either order, or escaped as JSON, HTML, XML, addresses and quoted-printable do, each letter
 * in its own way.
 */
function letterByLetter(text: string): RegExp {
  return new RegExp([...text].map(waysOf).join('\\0?'), 'g');
}

function waysOf(letter: string): string {
  const ways = new Set<string>();
  for (const cased of [letter.toLowerCase(), letter.toUpperCase()]) {
    const bare = cased.normalize('NFD').replace(/\p{M}/gu, '');
    for (const form of [cased, cased.normalize('NFD'), bare]) {
      ways.add(inBytes(Buffer.from(form)));
      ways.add(escapedBytes(Buffer.from(form)));
    }
    const code = cased.codePointAt(0) ?? 0;
    if (code < 256) {
      ways.add(inBytes(Buffer.from([code])));
      ways.add(escapedBytes(Buffer.from([code])));
    }
    const hex = anyCase(code.toString(16));
    ways.add(`\\\\u\\{?0*${hex}\\}?`).add(`\\\\x0*${hex}`);
    ways.add(`&#0*${code};`).add(`&#[xX]0*${hex};`);
    if (NAMED[cased]) ways.add(`&${NAMED[cased]};`);
  }
  if (letter === ' ') for (const way of ['\\+', '_', '&nbsp;']) ways.add(way);
  return `(?:${[...ways].join('|')})`;
}

const byte = (value: number) => `\\x${value.toString(16).padStart(2, '0')}`;
const inBytes = (bytes: Buffer) => [...bytes].map(byte).join('');
/** `%C3` of addresses and `=C3` of quoted-printable. */
const escapedBytes = (bytes: Buffer) =>
  [...bytes].map((one) => `[%=]${anyCase(one.toString(16).padStart(2, '0'))}`).join('');
const anyCase = (hex: string) =>
  hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

interface Written {
  readonly text: string;
  readonly as: string;
  readonly bytes: Buffer;
}

/** The text in Base64 at each of the three places it may begin, without the letters that depend on its neighbours, and in hex. */
function asWhole(text: string): Written[] {
  const plain = [text, text.toLowerCase(), text.toUpperCase()].flatMap((cased) => [
    ['utf-8', Buffer.from(cased)] as const,
    ['latin-1', Buffer.from(cased, 'latin1')] as const,
    ['utf-16', Buffer.from(cased, 'utf16le')] as const,
  ]);
  const written = new Map<string, Written>();
  const add = (as: string, form: string) =>
    written.set(form, { text, as, bytes: Buffer.from(form, 'latin1') });
  for (const [code, bytes] of plain) {
    add(`hex ${code}`, bytes.toString('hex'));
    add(`HEX ${code}`, bytes.toString('hex').toUpperCase());
    for (const shift of [0, 1, 2]) {
      const shifted = Buffer.concat([Buffer.alloc(shift, 'x'), bytes]);
      for (const alphabet of ['base64', 'base64url'] as const) {
        const form = shifted.toString(alphabet).replaceAll('=', '');
        add(`${alphabet} +${shift} ${code}`, form.slice(shift === 0 ? 0 : shift + 1, -1));
      }
    }
  }
  return [...written.values()];
}

/** Larger pieces are looked at in parts that overlap, as a regular expression takes a text and not bytes. */
const PART = 16 * 1024 * 1024;
const OVERLAP = 4096;

/**
 * A finder of texts in clear, in common encodings, and inside what is compressed (gzip, zlib, zstd; as bytes, Base64 or hex) or
 * broken into lines, at any depth up to three. Something compressed that cannot be opened counts as found when its kind is known.
 */
export function finderOf(texts: readonly string[]): Finder {
  const letters = texts.map((text) => ({ text, like: letterByLetter(text) }));
  const whole = texts.flatMap(asWhole);
  const look = (content: Buffer, where: string, depth: number): Found[] => {
    const found: Found[] = [];
    for (let at = 0; at < content.length; at += PART) {
      const part = content.subarray(at, at + PART + OVERLAP);
      const read = part.toString('latin1');
      for (const { text, like } of letters) {
        const [first] = read.match(like) ?? [];
        if (first !== undefined) found.push({ text, as: `“${first}”`, where });
      }
      for (const { text, as, bytes } of whole) {
        if (part.includes(bytes)) found.push({ text, as, where });
      }
      if (depth === 0) continue;
      for (const inner of unpackedFrom(part, read)) {
        if ('unreadable' in inner) found.push({ text: '?', as: inner.unreadable, where });
        else found.push(...look(inner.bytes, `${where} › ${inner.as}`, depth - 1));
      }
    }
    return found;
  };
  return (content, where) =>
    look(typeof content === 'string' ? Buffer.from(content) : content, where, 3);
}

/** Where any of the texts is in `content`. */
export function findIn(content: Buffer | string, texts: readonly string[], where: string): Found[] {
  return finderOf(texts)(content, where);
}

/** What the rows of a database say: each file of a copy, and apart from it the bytes PostgreSQL shows in hexadecimal. */
export async function* rowsOf(
  db: Database,
): AsyncGenerator<{ where: string; content: Buffer; values: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-sweep-'));
  try {
    const sets = { data: join(folder, 'data'), keys: join(folder, 'keys') };
    await takeBackup(db, sets);
    for (const set of Object.values(sets)) {
      for (const file of (await readdir(set)).filter((name) => name.endsWith('.gz'))) {
        const content = gunzipSync(await readFile(join(set, file)));
        const read = content.toString('latin1');
        yield { where: file, content, values: read.split('"').length >> 1 };
        const bytes = [...read.matchAll(/\\\\x([0-9a-f]+)/g)].flatMap(([, hex]) => [
          Buffer.from(hex!, 'hex'),
          BETWEEN,
        ]);
        yield { where: `${file} bytes`, content: Buffer.concat(bytes), values: 0 };
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const BETWEEN = Buffer.alloc(8);

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
  const [find, findKnown] = [finderOf(texts), finderOf(known)];
  const found: Found[] = [];
  const searched = { tables: 0, texts: 0, bytes: 0 };
  let control = 0;
  for await (const { where, content, values } of rowsOf(db)) {
    if (values > 0) searched.tables += 1;
    searched.bytes += content.length;
    searched.texts += values;
    found.push(...find(content, where));
    control += findKnown(content, where).length;
  }
  return { searched, found, control };
}
