import type { Verifier } from './keys.js';
import { type Note, parseNote, signedAt } from './note.js';

/** How long the log is and the hash of all of it, C2SP tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a checkpoint; undefined for what is none. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root] = text.split('\n');
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? '')) return undefined;
  const hash = Buffer.from(root ?? '', 'base64');
  if (hash.length !== 32 || hash.toString('base64') !== root) return undefined;
  return { origin, size: Number(size), root: hash };
}

/** A checkpoint with its note, once its log's signature was found good; undefined otherwise. */
export function openCheckpoint(
  signed: string,
  log: Verifier,
): (Checkpoint & { readonly note: Note }) | undefined {
  const note = parseNote(signed);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint || checkpoint.origin !== log.name) return undefined;
  return signedAt(note, log) === undefined ? undefined : { ...checkpoint, note };
}
