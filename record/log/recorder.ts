import { type HeldLock, tryLock } from '../../db/advisory-lock.js';
import type { Door } from '../../door/door.js';
import { type Signer, signerOf } from '../note/keys.js';
import { issueCheckpoint } from './checkpoints.js';
import { openLog } from './open-log.js';
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
export interface Recorder {
  stop(): Promise<void>;
}

/**
 * Starts keeping the log: what was committed gets its position within a second or two, a signed checkpoint follows each minute
 * and at once after a departure, a handover, a disclosure or a travel document. Any number may run; one leads.
 */
export function startRecorder(options: RecorderOptions): Recorder {
  const stopping = new AbortController();
  const running = lead(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function lead(options: RecorderOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let lock: HeldLock | undefined;
    try {
      lock = await tryLock(options.databaseUrl, RECORDER_LOCK);
      if (lock) await recordWhile(options, lock, signal);
    } catch (error) {
      options.onError?.(error);
    } finally {
      await lock?.release().catch(() => {});
    }
    await pause(LOOK_EVERY, signal);
  }
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
    const { urgent: now, more } = await sequence(door, log.salts);
    urgent ||= now;
    const due = performance.now() - signedAt >= CHECKPOINT_EVERY;
    if (signer && !more && (urgent || due)) {
      if ((await issueCheckpoint(log, signer, urgent)) !== undefined) signedAt = performance.now();
      urgent = false;
    }
    await options.deliver?.().catch(options.onError);
    if (!more) await pause(LOOK_EVERY, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
