import { openCheckpoint } from '../note/checkpoint.js';
import type { Signer, Verifier } from '../note/keys.js';
import { formatNote, signNote } from '../note/note.js';
import { isConsistent } from '../tree/consistency.js';

/** The copy a witness keeps: the latest checkpoint it signed, as text. */
export interface WitnessCopy {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

/** A checkpoint on its way to a witness, C2SP tlog-witness `add-checkpoint`. */
export interface Submission {
  /** The size the sender believes the witness signed last. */
  readonly old: number;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

/** What a witness answers: a signature line, or why none. `status` is that of the HTTP answer. */
export type WitnessAnswer =
  | { readonly status: 200; readonly line: string; readonly copy: WitnessCopy }
  /** The witness holds another size; the proof must begin there. */
  | { readonly status: 409; readonly size: number }
  /** 400: not readable; 403: not signed by the log; 422: not consistent with what the witness signed before. */
  | { readonly status: 400 | 403 | 422 };

export function formatSubmission({ old, proof, note }: Submission): string {
  const lines = proof.map((hash) => `${hash.toString('base64')}\n`).join('');
  return `old ${old}\n${lines}\n${note}`;
}

/** Reads a submission out of a text that may have other words before it, such as a mail; undefined where there is none. */
export function parseSubmission(text: string): Submission | undefined {
  const plain = text.replaceAll('\r\n', '\n');
  const start = /^old (0|[1-9]\d{0,14})\n/m.exec(plain);
  if (!start) return undefined;
  const rest = plain.slice(start.index + start[0].length);
  const cut = rest.startsWith('\n') ? 0 : rest.indexOf('\n\n') + 1;
  if (cut < 0 || (cut === 0 && !rest.startsWith('\n'))) return undefined;
  const proof = rest
    .slice(0, cut)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'));
  if (proof.length > 63 || proof.some((hash) => hash.length !== 32)) return undefined;
  const note = /^[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n(?:— [^\n]+\n)+/u.exec(
    rest.slice(cut + 1),
  )?.[0];
  return note === undefined ? undefined : { old: Number(start[1]), proof, note };
}

/** Signs a checkpoint when its log signed it and it begins with what was signed before; `at` is the time in seconds. */
export function witnessCheckpoint(
  { old, proof, note }: Submission,
  log: Verifier,
  signer: Signer,
  copy: WitnessCopy | undefined,
  at: number,
): WitnessAnswer {
  const checkpoint = openCheckpoint(note, log);
  if (!checkpoint) return { status: 403 };
  if (old > checkpoint.size) return { status: 400 };
  const size = copy?.size ?? 0;
  if (old !== size) return { status: 409, size };
  const earlier = { size, root: Buffer.from(copy?.root ?? '', 'base64') };
  if (!isConsistent(earlier, checkpoint, proof)) return { status: 422 };
  const { text } = checkpoint.note;
  const signature = signNote(text, signer, at);
  const signed = formatNote({ text, signatures: [...checkpoint.note.signatures, signature] });
  const [line] = formatNote({ text: '', signatures: [signature] })
    .split('\n')
    .slice(1);
  return {
    status: 200,
    line: `${line}\n`,
    copy: { size: checkpoint.size, root: checkpoint.root.toString('base64'), note: signed },
  };
}
