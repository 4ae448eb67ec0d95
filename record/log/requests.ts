import { createHash, randomBytes } from 'node:crypto';
import {
  claimEvidenceRequest,
  failEvidence,
  saveEvidence,
  type WaitingEvidence,
} from '../../db/queries/log/waiting-evidence.js';
import { pseudonymOf } from '../../door/pseudonyms.js';
import { sealEvidence } from '../../door/sealed-evidence.js';
import { OperatorError } from '../../platform/text.js';
import type { Signer } from '../note/keys.js';
import { type EvidenceWish, makeEvidence, TooManyEntries } from './evidence.js';
import type { Log } from './open-log.js';

/** Days a file is kept. */
export const KEPT_DAYS = 7;
/** Most entries of the log a file that is asked for by page or API may hold. */
const MOST_ENTRIES = 50_000;
/** After about six minutes: what is not in the signed log by then is held up, or is not there. */
const MOST_ATTEMPTS = 7;

/** How requests are answered, where it is not as usual. */
export interface Answering {
  readonly mostEntries?: number;
  /** Called when a request could not be answered this time. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * Makes and stores the file for the request that waits longest; false when none waits. What is stored is whole or nothing, and of
 * a request that has come to its end nothing more: broken off anywhere, it is done again and stored once.
 */
export async function answerRequest(
  log: Log,
  signer: Signer,
  { mostEntries = MOST_ENTRIES, onError }: Answering = {},
): Promise<boolean> {
  const { sql } = log.door.db;
  const waiting = await claimEvidenceRequest(sql);
  if (!waiting) return false;
  const { id, attempts } = waiting;
  if (attempts > MOST_ATTEMPTS) {
    await failEvidence(sql, id, 'not-made');
    return true;
  }
  try {
    const file = await makeEvidence(log, signer, wishOf(log, waiting, mostEntries));
    await saveEvidence(sql, id, sealedOf(log, id, Buffer.from(file)), KEPT_DAYS);
  } catch (error) {
    onError?.(error);
    if (error instanceof TooManyEntries) await failEvidence(sql, id, 'too-large');
    else if (attempts === MOST_ATTEMPTS) {
      await failEvidence(sql, id, error instanceof OperatorError ? 'not-logged' : 'not-made');
    }
  }
  return true;
}

/** Monitoring bodies get their own names of cases and coarse dates, case leads what was recorded. */
function wishOf(
  { door }: Log,
  { run, from, to, institution, access, ownSize }: WaitingEvidence,
  most: number,
): EvidenceWish {
  return {
    ...(run === null ? {} : { runs: [run] }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(ownSize === null ? {} : { since: [ownSize] }),
    ...(access === 'monitor'
      ? { for: { institution, nameOf: (of: string) => pseudonymOf(door, institution, of) } }
      : {}),
    most,
  };
}

function sealedOf({ door }: Log, id: string, file: Buffer) {
  const key = randomBytes(32);
  return {
    ...sealEvidence(door.vault, id, key, file),
    size: file.length,
    digest: createHash('sha256').update(file).digest('hex'),
    checkpoint: lastCheckpoint(file),
  };
}

/** The checkpoint the proofs of a file lead to: the last of those at its beginning. */
function lastCheckpoint(file: Buffer): string {
  let note = '';
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = file.indexOf(10, start);
    const line = file.toString('utf8', start, end < 0 ? file.length : end);
    if (line.startsWith('{"t":"checkpoint"')) note = (JSON.parse(line) as { note: string }).note;
    else if (!line.startsWith('{"t":"head"')) break;
  }
  return note;
}
