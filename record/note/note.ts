import { sign, verify } from 'node:crypto';
import type { Signer, Verifier } from './keys.js';

/** A text and who signed it, C2SP signed-note. The text ends with a line break. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Splits a signed note; undefined for what is none. Says nothing yet about the signatures. */
export function parseNote(signed: string): Note | undefined {
  const cut = signed.lastIndexOf('\n\n');
  if (cut < 0 || !signed.endsWith('\n')) return undefined;
  const signatures: Note['signatures'][number][] = [];
  for (const line of signed.slice(cut + 2, -1).split('\n')) {
    const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    if (name === undefined || encoded === undefined) return undefined;
    signatures.push({ name, bytes: Buffer.from(encoded, 'base64') });
  }
  return { text: signed.slice(0, cut + 1), signatures };
}

export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, bytes }) => `— ${name} ${bytes.toString('base64')}\n`);
  return `${text}\n${lines.join('')}`;
}

/** The signature line of a text. `at`, in seconds, is what a cosignature says about when it was made. */
export function signNote(text: string, signer: Signer, at = 0): Note['signatures'][number] {
  const stamp = Buffer.alloc(signer.kind === 'cosignature' ? 8 : 0);
  if (stamp.length > 0) stamp.writeBigUInt64BE(BigInt(at));
  const signature = sign(null, spokenOf(signer, text, at), signer.secret);
  return { name: signer.name, bytes: Buffer.concat([signer.keyId, stamp, signature]) };
}

/**
 * When a verifier signed the note, in seconds (0 for a plain signature, which carries no time); undefined when there is no
 * valid signature of it.
 */
export function signedAt({ text, signatures }: Note, verifier: Verifier): number | undefined {
  for (const { name, bytes } of signatures) {
    if (name !== verifier.name || !bytes.subarray(0, 4).equals(verifier.keyId)) continue;
    const stamped = verifier.kind === 'cosignature';
    if (bytes.length !== (stamped ? 76 : 68)) continue;
    const at = stamped ? Number(bytes.readBigUInt64BE(4)) : 0;
    if (verify(null, spokenOf(verifier, text, at), verifier.key, bytes.subarray(-64))) return at;
  }
  return undefined;
}

function spokenOf({ kind }: Verifier, text: string, at: number): Buffer {
  return Buffer.from(kind === 'cosignature' ? `cosignature/v1\ntime ${at}\n${text}` : text);
}
