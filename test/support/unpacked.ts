import { spawnSync } from 'node:child_process';
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';

/** What was inside a piece: its bytes, or that there is something nobody here can open. */
export type Unpacked =
  | { readonly as: string; readonly bytes: Buffer }
  | { readonly unreadable: string };

/** More than any honest content unpacks to here. */
const LONGEST = 64 * 1024 * 1024;
/** So much of a text is looked at as one when its line breaks are taken out. */
const LONGEST_TEXT = 32 * 1024 * 1024;
const SAMPLE = 4096;
const OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST };

/** How compressed content begins, as bytes, and at the start of Base64 and hexadecimal. */
const KINDS = [
  {
    as: 'gzip',
    magic: Buffer.from([0x1f, 0x8b, 0x08]),
    open: (bytes: Buffer) => gunzipSync(bytes, OPTIONS),
  },
  ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
    as: 'zlib',
    magic: Buffer.from([0x78, level]),
    open: (bytes: Buffer) => inflateSync(bytes, OPTIONS),
  })),
  { as: 'zstd', magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), open: openZstd },
] as const;

/** Everything packed inside a piece of content; `read` is the same in latin-1. */
export function* unpackedFrom(content: Buffer, read: string): Generator<Unpacked> {
  for (const { as, magic, open } of KINDS) {
    for (let at = content.indexOf(magic); at >= 0; at = content.indexOf(magic, at + 1)) {
      yield* tried(as, () => open(content.subarray(at)));
    }
  }
  for (const { index } of read.matchAll(/H4sI|KLUv|eJ[w-z]|eA[E-H]|eF[4-7]|eN[o-r]/g)) {
    yield* within(read, index, /[\w+/-]+/y, 'base64');
  }
  for (const { index } of read.matchAll(/1f8b08|78(?:01|5e|9c|da)|28b52ffd/gi)) {
    yield* within(read, index, /[0-9a-f]+/iy, 'hex');
  }
  if (content.length > 4 && content.length < 4 * 1024 * 1024) {
    // These two have no mark of their own: only a piece that is nothing else.
    yield* tried('deflate', () => inflateRawSync(content, { maxOutputLength: LONGEST }));
    yield* tried('brotli', () => brotliDecompressSync(content, { maxOutputLength: LONGEST }));
  }
  // Soft line breaks of mails and calendars, and the line breaks in Base64.
  if (content.length < LONGEST_TEXT && /=\r?\n|\r?\n[ \t]|[\w+/]{4}\r?\n[\w+/]{4}/.test(read)) {
    const joined = read.replace(/=\r?\n|\r?\n[ \t]?/g, '');
    yield { as: 'lines joined', bytes: Buffer.from(joined, 'latin1') };
  }
}

/** What is packed in a run of letters that begins like it. */
function* within(
  read: string,
  index: number,
  run: RegExp,
  code: 'base64' | 'hex',
): Generator<Unpacked> {
  run.lastIndex = index;
  const [start = ''] = run.exec(read.slice(0, index + SAMPLE)) ?? [];
  const sample = Buffer.from(start, code);
  for (const { as, magic, open } of KINDS) {
    if (!sample.subarray(0, magic.length).equals(magic)) continue;
    // Most beginnings are chance: a sample tells, without reading what may be megabytes.
    const [first] = tried(as, () => open(sample));
    if (!first) continue;
    run.lastIndex = index;
    const [whole = ''] = run.exec(read) ?? [];
    yield* tried(`${as} in ${code}`, () => open(Buffer.from(whole, code)));
  }
}

/** Chance makes beginnings that are none: what does not open as it says is not that. */
function* tried(as: string, open: () => Buffer | undefined): Generator<Unpacked> {
  try {
    const bytes = open();
    if (bytes === undefined) yield { unreadable: as };
    else if (bytes.length > 0) yield { as, bytes };
  } catch {}
}

/** By the program: this version of Node cannot. Undefined where there is none. */
function openZstd(bytes: Buffer): Buffer | undefined {
  // The frame's first byte has a bit that is always zero; most chance beginnings end here.
  if (((bytes[4] ?? 0xff) & 0x08) !== 0) throw new Error('no frame');
  const { stdout, error } = spawnSync('zstd', ['-d', '-c', '-q', '--memory=128MB'], {
    input: bytes,
    maxBuffer: LONGEST,
  });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  return stdout;
}
