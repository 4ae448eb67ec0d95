import { constants, inflateSync } from 'node:zlib';

/** Names under which a PDF carries programs, other files, forms that send, or a lock (ISO 32000-2). */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Encrypt)(?![A-Za-z0-9])/;
/** Most a single object stream, and all of one file together, may grow to, in bytes. */
const LARGEST_STREAM = 8 * 1024 * 1024;
const LARGEST_TOGETHER = 32 * 1024 * 1024;

/**
 * What keeps a PDF from being stored: `broken`, it does not end as one, something hangs behind its end, or it grows beyond
 * measure; `active`, it carries what may do something when it is opened, or is locked so that nobody can tell. A PDF is never
 * opened here and stays as it is: people look at it outside.
 */
export function pdfFault(bytes: Buffer): 'broken' | 'active' | undefined {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || text.slice(end + 5).trim() !== '') return 'broken';
  const named = namesOf(text);
  if (ACTIVE.test(named)) return 'active';
  return objectStreamsFault(bytes, text);
}

/** Letters of a name may be written as `#4A`; a reader takes them for the letter. */
function namesOf(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Objects may be packed into streams: they are unpacked and looked at like the rest. */
function objectStreamsFault(bytes: Buffer, text: string): 'broken' | 'active' | undefined {
  let together = 0;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const head = namesOf(headBefore(text, index));
    if (!head.includes('/ObjStm')) continue;
    const content = index + (text[index + 6] === '\r' ? 8 : 7);
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(head)) {
      // Without a filter it stands in the text, which was looked at; with another one nobody can tell.
      if (head.includes('/Filter')) return 'active';
      continue;
    }
    const unpacked = unpack(bytes.subarray(content));
    if (!unpacked) return 'broken';
    together += unpacked.length;
    if (together > LARGEST_TOGETHER) return 'broken';
    if (ACTIVE.test(namesOf(unpacked.toString('latin1')))) return 'active';
  }
  return undefined;
}

/** What stands between the beginning of the object and its stream. */
function headBefore(text: string, index: number): string {
  const from = Math.max(text.lastIndexOf(' obj', index), index - 4096, 0);
  return text.slice(from, index);
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, {
      maxOutputLength: LARGEST_STREAM,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    return undefined;
  }
}
