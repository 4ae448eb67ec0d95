import type { HeldLock } from '../../db/advisory-lock.js';
import { isEvidenceWaiting } from '../../db/queries/log/waiting-evidence.js';
import type { Door } from '../../door/door.js';
import { type Leading, startLeading } from '../../door/leading.js';
import { pause } from '../../platform/pause.js';
import { type Signer, signerOf } from '../note/keys.js';
import { issueCheckpoint } from './checkpoints.js';
import { openLog } from './open-log.js';
import { answerRequest } from './requests.js';
import { sequence } from './sequencer.js';

export const RECORDER_LOCK = 72619;
const LOOK_EVERY = 1000;
const CHECKPOINT_EVERY = 60_000;

export interface RecorderOptions {
  readonly door: Door;
  /** Same database as the door's; the leader's lock lives on a connection of its own. */
  readonly databaseUrl: string;
  /** Seed of the log's Ed25519 key; without it the log is kept and nothing is signed. */
  readonly logKey?: Buffer;
  /** Carries checkpoints to the witnesses; called after each round. */
  readonly deliver?: () => Promise<void>;
  readonly onError?: (error: unknown) => void;
}

/** Keeps the log. */
export type Recorder = Leading;

/**
 * Starts keeping the log: what was committed gets its position within a second or two, a signed checkpoint follows each minute
 * and at once after a departure, a handover, a disclosure or a travel document. Whoever asked for evidence gets it of what was
 * committed before: the log is signed as it stands, then the file is made. Any number may run; one leads.
 */
export function startRecorder(options: RecorderOptions): Recorder {
  const { databaseUrl, onError } = options;
  return startLeading({
    databaseUrl,
    lock: RECORDER_LOCK,
    work: (lock, signal) => recordWhile(options, lock, signal),
    onError,
  });
}

async function recordWhile(
  options: RecorderOptions,
  lock: HeldLock,
  signal: AbortSignal,
): Promise<void> {
  const { door, logKey } = options;
  const log = await openLog(door);
  const signer: Signer | undefined = logKey && signerOf(log.origin, 'note', logKey);
  let lost = false;
  lock.lost.then(() => {
    lost = true;
  }, options.onError);
  let signedAt = Number.NEGATIVE_INFINITY;
  let urgent = false;
  while (!signal.aborted && !lost) {
    // Asked before what is there is put into the log: what happened before the request is in the file.
    const asked = signer !== undefined && (await isEvidenceWaiting(door.db.sql));
    const { urgent: now, more } = await sequence(door, log.salts);
    urgent ||= now;
    const due = performance.now() - signedAt >= CHECKPOINT_EVERY;
    if (signer && !more && (urgent || due || asked)) {
      if ((await issueCheckpoint(log, signer, urgent)) !== undefined) signedAt = performance.now();
      urgent = false;
    }
    await options.deliver?.().catch(options.onError);
    if (signer && asked && !more) await answerRequest(log, signer, options);
    else if (!more) await pause(LOOK_EVERY, signal);
  }
}
