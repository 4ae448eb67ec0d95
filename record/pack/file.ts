import { createHash } from 'node:crypto';
import type { Signer } from '../note/keys.js';
import { formatNote, signNote } from '../note/note.js';
import type { HeadLine, PackLine, SealLine } from './lines.js';

const KIND = 'retorno/evidence/v1';

/** A pack as text, one JSON object a line, signed. */
export function sealPack(lines: readonly PackLine[], origin: string, signer: Signer): string {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const text = sealText(origin, body);
  const note = formatNote({ text, signatures: [signNote(text, signer)] });
  return `${body}${JSON.stringify({ t: 'seal', note } satisfies SealLine)}\n`;
}

/** The text a pack's signature is over. */
export function sealText(origin: string, body: string): string {
  return `${KIND}\n${origin}\n${createHash('sha256').update(body).digest('base64')}\n`;
}

/** A pack taken apart. `seal` is undefined when the file ends without one, `torn` is the number of the first line that is none. */
export interface OpenPack {
  readonly head: HeadLine | undefined;
  readonly lines: readonly PackLine[];
  readonly body: string;
  readonly seal: string | undefined;
  readonly torn: number | undefined;
}

const KINDS = ['head', 'checkpoint', 'definition', 'leaf', 'node', 'unlogged', 'ledger', 'seal'];

export function openPack(text: string): OpenPack {
  const lines: PackLine[] = [];
  let seal: string | undefined;
  let start = 0;
  let torn: number | undefined;
  for (let number = 1; start < text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const line = end < 0 ? undefined : parseLine(text.slice(start, end));
    if (!line || seal !== undefined) {
      torn = number;
      break;
    }
    if (line.t === 'seal') seal = line.note;
    else lines.push(line);
    if (line.t === 'seal' && end + 1 === text.length) break;
    start = end + 1;
  }
  const body =
    seal === undefined ? text : text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  const [head] = lines;
  return { head: head?.t === 'head' ? head : undefined, lines, body, seal, torn };
}

function parseLine(text: string): PackLine | SealLine | undefined {
  try {
    const line = JSON.parse(text) as PackLine | SealLine;
    return KINDS.includes(line.t) ? line : undefined;
  } catch {
    return undefined;
  }
}
