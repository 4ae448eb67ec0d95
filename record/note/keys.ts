import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** What a signature says: `note` signs the text itself, `cosignature` the text and when it was seen (C2SP tlog-cosignature). */
export type SignatureKind = 'note' | 'cosignature';

/** Who may sign: name, and the Ed25519 key that proves it. */
export interface Verifier {
  readonly name: string;
  readonly kind: SignatureKind;
  /** First four bytes of the digest of name, kind and key: says which key a signature was made with. */
  readonly keyId: Buffer;
  readonly key: KeyObject;
  /** The verifier as text, C2SP signed-note: `name+id+key`. */
  readonly text: string;
}

export interface Signer extends Verifier {
  readonly secret: KeyObject;
}

const ALGORITHM: Readonly<Record<SignatureKind, number>> = { note: 1, cosignature: 4 };
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A name as signed notes allow it: no spaces and no plus sign. */
export function isKeyName(name: string): boolean {
  return /^[^\s+]+$/u.test(name);
}

/** A signer of the seed of an Ed25519 key (32 bytes). Throws RangeError on a name that cannot be one. */
export function signerOf(name: string, kind: SignatureKind, seed: Buffer): Signer {
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return { ...verifierOf(name, kind, der.subarray(SPKI.length)), secret };
}

/** Fresh seed of an Ed25519 key. */
export function newSeed(): Buffer {
  return randomBytes(32);
}

/** Reads a verifier's text; undefined for what is none. */
export function parseVerifier(text: string): Verifier | undefined {
  const [, name, id, encoded] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  const kind = (['note', 'cosignature'] as const).find((one) => ALGORITHM[one] === bytes[0]);
  if (!kind || bytes.length !== 33) return undefined;
  const verifier = verifierOf(name, kind, bytes.subarray(1));
  return verifier.keyId.toString('hex') === id ? verifier : undefined;
}

function verifierOf(name: string, kind: SignatureKind, publicKey: Buffer): Verifier {
  if (!isKeyName(name)) throw new RangeError('A key has a name without spaces and plus signs');
  const typed = Buffer.concat([Buffer.from([ALGORITHM[kind]]), publicKey]);
  const keyId = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  return {
    name,
    kind,
    keyId,
    key: createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    text: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`,
  };
}
