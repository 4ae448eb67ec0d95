import { createHmac } from 'node:crypto';
import {
  type Added,
  addEvidence,
  type EvidenceFile,
  type EvidenceType,
  listEvidence,
  readChunks,
  removeEvidence,
} from '../../db/queries/evidence.js';
import type { Place } from '../../db/queries/holders.js';
import { addAnswerOpening } from '../../db/queries/own-answers.js';
import { randomCode } from '../../db/queries/random-code.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { refusal } from '../../protocols/refusals.js';
import { ProblemError, refused } from '../errors.js';
import { noteReading } from './note-reading.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';

/** Bytes an institution may keep in one run, and bytes one person may add in 24 hours. */
const MOST_IN_RUN = 100 * 1024 * 1024;
const MOST_IN_A_DAY = 200 * 1024 * 1024;
/** Most files that go with one answer. */
export const MOST_FILES = 10;
/** What a file that is added must keep to, whichever way it comes. */
export const EVIDENCE_LIMITS = { files: MOST_FILES, run: MOST_IN_RUN, person: MOST_IN_A_DAY };
/** Longest description, in characters. */
export const LONGEST_DESCRIPTION = 200;
const CHUNK = 256 * 1024;

/** A file with what whoever added it says of it. */
export interface DescribedFile extends Omit<EvidenceFile, 'description'> {
  readonly description: string;
}

/** A file that went with an answer, as the digest of the answer holds it. */
export interface EvidenceDigest {
  readonly id: string;
  readonly digest: string;
}

/**
 * Stores a file for the answer to an open step, sealed piece by piece under the person's key, or says which limit keeps it
 * from being stored. Throws `data-erased`.
 */
export async function storeEvidence(
  { context, run, access }: OpenRun,
  place: Place,
  file: {
    readonly type: EvidenceType;
    readonly bytes: Buffer;
    readonly description: string;
    /** As which unfinished file it came, if it came so. */
    readonly upload?: string | undefined;
  },
): Promise<Added> {
  const keys = await openPersonKeys(context.door, run.personId);
  const id = randomCode(16);
  const { type, bytes, description } = file;
  const count = Math.ceil(bytes.length / CHUNK);
  const chunks = Array.from({ length: count }, (_, n) =>
    seal(keys.protection, bytes.subarray(n * CHUNK, (n + 1) * CHUNK), pieceOf(id, n, count)),
  );
  const row = {
    id,
    runId: run.id,
    step: place.step,
    opening: place.opening,
    role: place.role,
    institutionId: access.institution,
    account: access.account,
    type,
    size: bytes.length,
    digest: createHmac('sha256', keys.identity).update(bytes).digest('hex'),
    description: seal(keys.protection, Buffer.from(description), `evidence/${id}/description`),
  };
  return addEvidence(context.door.db, row, chunks, EVIDENCE_LIMITS, file.upload);
}

/** The files of an opening of a step, oldest first, with their descriptions. */
export async function evidenceAt(opened: OpenRun, place: Place): Promise<DescribedFile[]> {
  const { context, run } = opened;
  const files = await listEvidence(context.door.db, place);
  if (files.length === 0) return [];
  const keys = await openPersonKeys(context.door, run.personId);
  const authors = files.map(({ account }) => account);
  await noteReading(opened, 'files', `${place.step}#${place.opening}`, authors);
  return files.map(({ description, ...file }) => {
    const bound = `evidence/${file.id}/description`;
    return { ...file, description: unseal(keys.protection, description, bound).toString('utf8') };
  });
}

/** The content of a file. Once it was sent, who opened it is recorded before anything leaves. Throws `route-unknown`. */
export async function openEvidence(
  opened: OpenRun,
  place: Place,
  id: string,
): Promise<{ file: EvidenceFile; bytes: Buffer }> {
  const { context, run, access } = opened;
  const { db } = context.door;
  const file = (await listEvidence(db, place)).find((one) => one.id === id);
  if (!file || file.institutionId !== access.institution) throw new ProblemError('route-unknown');
  const keys = await openPersonKeys(context.door, run.personId);
  const sealed = await readChunks(db, id);
  const pieces = sealed.map((chunk, n) =>
    unseal(keys.protection, chunk, pieceOf(id, n, sealed.length)),
  );
  if (file.seq !== null) {
    const { institution: institutionId, account, role } = access;
    const reader = { institutionId, account, access: role };
    await addAnswerOpening(db, { runId: run.id, seq: file.seq, ...reader });
  }
  return { file, bytes: Buffer.concat(pieces) };
}

/** Removes a file that was not sent. */
export async function dropEvidence({ context }: OpenRun, place: Place, id: string): Promise<void> {
  await removeEvidence(context.door.db, place, id);
}

/**
 * The digests of the files named, in the order of their ids, as the answer carries them. Throws `step-not-open` when one of
 * them is not there any more: what was checked is not what would be sent.
 */
export async function digestsOf(
  { context }: OpenRun,
  place: Place,
  ids: readonly string[],
): Promise<EvidenceDigest[]> {
  if (ids.length === 0) return [];
  const files = await listEvidence(context.door.db, place);
  return [...new Set(ids)].toSorted().map((id) => {
    const file = files.find((one) => one.id === id);
    if (!file) throw refused(refusal('step-not-open', { step: place.step }));
    return { id, digest: file.digest };
  });
}

function pieceOf(id: string, n: number, count: number): string {
  return `evidence/${id}/${n}/${count}`;
}
