import { type HeldLock, tryLock } from '../db/advisory-lock.js';
import { pause } from '../platform/pause.js';

const LOOK_EVERY = 1000;

/** Work that one process does for all, while others stand by. */
export interface Leading {
  stop(): Promise<void>;
}

/** What to lead, and where the leader's lock lives. */
export interface LeadOptions {
  /** The lock has a connection of its own. */
  readonly databaseUrl: string;
  readonly lock: number;
  /** Goes on until the signal is given or `lock.lost`; where it ends or fails sooner, somebody leads again a second later. */
  readonly work: (lock: HeldLock, signal: AbortSignal) => Promise<void>;
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Leads as soon as nobody else does. Any number may be started; when the leader dies another takes over. */
export function startLeading(options: LeadOptions): Leading {
  const stopping = new AbortController();
  const running = lead(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function lead(options: LeadOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let held: HeldLock | undefined;
    try {
      held = await tryLock(options.databaseUrl, options.lock);
      if (held) await options.work(held, signal);
    } catch (error) {
      options.onError?.(error);
    } finally {
      await held?.release().catch(() => {});
    }
    await pause(LOOK_EVERY, signal);
  }
}
