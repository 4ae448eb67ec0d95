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

/**
 * Objects may be packed into streams: they are unpacked and looked at like the rest. One whose description cannot be found
 * or that is packed in another way than all programs do it hides something.
 */
function objectStreamsFault(bytes: Buffer, text: string): 'broken' | 'active' | undefined {
  let together = 0;
  const hidden = new Set([...text.matchAll(OBJECT_STREAM)].map(({ index }) => index));
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const from = headFrom(text, index);
    const head = namesOf(text.slice(from, index));
    for (const named of hidden) if (named >= from && named < index) hidden.delete(named);
    if (!isPacked(head)) continue;
    const content = index + (text[index + 6] === '\r' ? 8 : 7);
    // Without a filter it stands in the text as it is, which was looked at.
    if (!head.includes('/Filter')) continue;
    if (!isPlainlyDeflated(head)) return 'active';
    const unpacked = unpack(bytes.subarray(content));
    if (!unpacked) return 'broken';
    together += unpacked.length;
    if (together > LARGEST_TOGETHER) return 'broken';
    if (ACTIVE.test(namesOf(unpacked.toString('latin1')))) return 'active';
  }
  return hidden.size > 0 ? 'active' : undefined;
}

/** One filter, said once and with no other on top of it; `DecodeParms` could put the bytes in another order before it. */
function isPlainlyDeflated(head: string): boolean {
  const filters = head.match(/\/Filter(?![A-Za-z0-9])/g) ?? [];
  return (
    filters.length === 1 &&
    !head.includes('/DecodeParms') &&
    /\/Filter\s*(?:\[\s*\/FlateDecode\s*\]|\/FlateDecode(?![A-Za-z0-9]))/.test(head)
  );
}

/** `/ObjStm`, each letter as it is or by its number. */
const OBJECT_STREAM = new RegExp(
  `/${[...'ObjStm'].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}(?![A-Za-z0-9])`.replaceAll(
    /#(\d)([a-f])/g,
    (_, one: string, two: string) => `#${one}[${two}${two.toUpperCase()}]`,
  ),
  'g',
);

/** Some readers take a stream for packed objects by its counts alone. */
function isPacked(head: string): boolean {
  return (
    /\/ObjStm(?![A-Za-z0-9])/.test(head) ||
    (/\/First(?![A-Za-z])/.test(head) && /\/N(?![A-Za-z])/.test(head))
  );
}

/** Where the description of a stream begins: with its object, as far as can be told. */
function headFrom(text: string, index: number): number {
  return Math.max(text.lastIndexOf(' obj', index), index - 4096, 0);
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
