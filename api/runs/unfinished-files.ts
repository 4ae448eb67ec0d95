import { createHash } from 'node:crypto';
import type { Added } from '../../db/queries/evidence.js';
import type { Place } from '../../db/queries/holders.js';
import { randomCode } from '../../db/queries/random-code.js';
import {
  addPiece,
  addUpload,
  dropUpload,
  findUpload,
  listUploads,
  readPieces,
  type UnfinishedUpload,
} from '../../db/queries/unfinished-uploads.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { EVIDENCE_LIMITS } from './evidence.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';

/** Bytes sealed at once: as much is lost at most when this process ends in the middle. */
const PIECE = 256 * 1024;

/** Begins a file of `size` bytes that comes piece by piece, and returns its id, or says what keeps it from being added. */
export async function beginFile(
  { context, run, access }: OpenRun,
  place: Place,
  size: number,
): Promise<{ id: string } | Exclude<Added, 'added'>> {
  await openPersonKeys(context.door, run.personId);
  const id = randomCode(16);
  const { step, opening, role } = place;
  const { institution: institutionId, account } = access;
  const wanted = { runId: run.id, step, opening, role, institutionId, account, size };
  const added = await addUpload(context.door.db, { id, ...wanted }, EVIDENCE_LIMITS);
  return added === 'added' ? { id } : added;
}

/** The files somebody has begun to send for a step, oldest first. */
export async function unfinishedFiles(
  { context, access }: OpenRun,
  place: Place,
): Promise<UnfinishedUpload[]> {
  return listUploads(context.door.db, { place, account: access.account });
}

/** One of them; undefined for what is not this person's, whatever the reason. */
export async function findUnfinished(
  { context, access }: OpenRun,
  place: Place,
  id: string,
): Promise<UnfinishedUpload | undefined> {
  return findUpload(context.door.db, id, { place, account: access.account });
}

/**
 * Takes what comes of a file from byte `from` on, seals it and returns where the file ends now. When the stream is cut, what
 * came of it is kept. Undefined when the file ends elsewhere than thought: somebody else sends it too.
 */
export async function appendToFile(
  { context, run }: OpenRun,
  id: string,
  from: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<number | undefined> {
  const { protection } = await openPersonKeys(context.door, run.personId);
  let at = from;
  let waiting: Uint8Array[] = [];
  let length = 0;
  const store = async (): Promise<boolean> => {
    const ciphertext = seal(protection, Buffer.concat(waiting, length), pieceOf(id, at));
    const stored = await addPiece(context.door.db, id, { from: at, length, ciphertext });
    at += length;
    [waiting, length] = [[], 0];
    return stored;
  };
  for await (const bytes of stream) {
    waiting.push(bytes);
    length += bytes.length;
    if (length >= PIECE && !(await store())) return undefined;
  }
  if (length > 0 && !(await store())) return undefined;
  return at;
}

/**
 * The whole of a file that has come, for a person who may have it; undefined while something is missing, or where `digest`
 * (SHA-256, hex), given by whoever sent it, is not that of what came.
 */
export async function readUnfinished(
  opened: OpenRun,
  place: Place,
  id: string,
  digest?: string,
): Promise<Buffer | undefined> {
  const { context, run } = opened;
  const upload = await findUnfinished(opened, place, id);
  if (!upload || upload.received !== upload.size) return undefined;
  const { protection } = await openPersonKeys(context.door, run.personId);
  let at = 0;
  const plain = (await readPieces(context.door.db, id)).map(({ ciphertext }) => {
    const bytes = unseal(protection, ciphertext, pieceOf(id, at));
    at += bytes.length;
    return bytes;
  });
  const whole = Buffer.concat(plain);
  if (whole.length !== upload.size) return undefined;
  const isAsSent = !digest || createHash('sha256').update(whole).digest('hex') === digest;
  return isAsSent ? whole : undefined;
}

/** Removes what came of a file of this person. */
export async function dropUnfinished({ context, access }: OpenRun, id: string): Promise<void> {
  await dropUpload(context.door.db, id, access);
}

/** A piece opens only in its file and at the place it was sealed for: none can be moved, repeated or left out. */
function pieceOf(id: string, from: number): string {
  return `unfinished/${id}/${from}`;
}
