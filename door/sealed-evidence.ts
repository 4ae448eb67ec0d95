import { seal, unseal } from '../platform/vault/seal.js';
import type { Vault } from '../platform/vault/vault.js';

const PIECE = 256 * 1024;

/** Where the key of a file of evidence is bound to. */
const keyPlace = (id: string) => `evidence-file/${id}`;
const piecePlace = (id: string, n: number, count: number) => `evidence-file/${id}/${n}/${count}`;

/** A file of evidence as it is stored: its key under the master key, its pieces under its key, each for its place. */
export function sealEvidence(
  vault: Vault,
  id: string,
  key: Buffer,
  file: Buffer,
): { sealedKey: string; pieces: Buffer[] } {
  const count = Math.ceil(file.length / PIECE);
  const pieces = Array.from({ length: count }, (_, n) =>
    seal(key, file.subarray(n * PIECE, (n + 1) * PIECE), piecePlace(id, n, count)),
  );
  return { sealedKey: vault.protect(key.toString('base64url'), keyPlace(id)), pieces };
}

/** The file. Throws when a piece is missing, was changed or comes from elsewhere. */
export function unsealEvidence(
  vault: Vault,
  id: string,
  { sealedKey, pieces }: { readonly sealedKey: string; readonly pieces: readonly Buffer[] },
): Buffer {
  const key = Buffer.from(vault.reveal(sealedKey, keyPlace(id)), 'base64url');
  return Buffer.concat(
    pieces.map((piece, n) => unseal(key, piece, piecePlace(id, n, pieces.length))),
  );
}
