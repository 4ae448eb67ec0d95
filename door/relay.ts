import type { Client } from '@temporalio/client';
import type { HeldLock } from '../db/advisory-lock.js';
import type { Database } from '../db/client.js';
import { findPendingRuns, type PendingRun, removeFromOutbox } from '../db/queries/outbox.js';
import { pause } from '../platform/pause.js';
import { handOver } from './hand-over.js';
import { type Leading, startLeading } from './leading.js';
import { createPace } from './pace.js';

export const RELAY_LOCK = 72617;
/** Without a wake-up the outbox is looked at this often: a lost notification delays, it never loses. */
const LOOK_EVERY = 500;
const LONGEST_PAUSE = 5000;

export interface RelayOptions {
  readonly db: Database;
  /** Same database as `db`; the leader's lock lives on a connection of its own. */
  readonly databaseUrl: string;
  readonly client: Client;
  /** Hand-overs under way at once; 16 unless given. */
  readonly concurrency?: number;
  readonly onError?: (error: unknown) => void;
}

/** Hands committed acts to the engine, in order per run. */
export type Relay = Leading;

/**
 * Starts relaying. Any number of relays may run; one leads, the others stand by and take over when it dies. An act is
 * removed from the outbox only after the engine took it, so a crash in between hands it over twice and the workflow
 * ignores the second by its sequence number.
 */
export function startRelay(options: RelayOptions): Relay {
  const { databaseUrl, onError } = options;
  return startLeading({
    databaseUrl,
    lock: RELAY_LOCK,
    work: (lock, signal) => relayWhile(options, lock, signal),
    onError,
  });
}

async function relayWhile(
  options: RelayOptions,
  lock: HeldLock,
  signal: AbortSignal,
): Promise<void> {
  const { db, client, concurrency = 16 } = options;
  const pace = createPace();
  const busy = new Set<string>();
  const delivered: { runId: string; ids: readonly string[] }[] = [];
  let lost = false;
  let failures = 0;
  const sleeper = createSleeper();
  const { wake } = sleeper;
  signal.addEventListener('abort', wake);
  lock.lost.then(() => {
    lost = true;
    wake();
  }, options.onError);
  const listening = await db.sql.listen('retorno_outbox', wake);

  const deliver = async (run: PendingRun): Promise<void> => {
    const before = performance.now();
    let ids: readonly string[] = [];
    try {
      await handOver(client, run);
      pace.took(performance.now() - before);
      failures = 0;
      ids = run.ids;
    } catch (error) {
      failures += 1;
      options.onError?.(error);
      await pause(Math.min(LONGEST_PAUSE, 100 * 2 ** Math.min(failures, 6)), signal);
    }
    delivered.push({ runId: run.runId, ids });
    wake();
  };

  /** A run is looked at again only after its delivered messages are gone. */
  const settleDelivered = async (): Promise<void> => {
    const settled = delivered.splice(0);
    const ids = settled.flatMap((run) => run.ids);
    if (ids.length > 0) await removeFromOutbox(db.sql, ids);
    for (const { runId } of settled) busy.delete(runId);
  };

  const deliverPending = async (): Promise<number> => {
    let soonest = LOOK_EVERY;
    const patience = pace.patience();
    for (const run of await findPendingRuns(db.sql, [...busy])) {
      if (busy.size >= concurrency) break;
      if (run.waitedFor < patience) soonest = Math.min(soonest, patience - run.waitedFor);
      else {
        busy.add(run.runId);
        void deliver(run);
      }
    }
    return soonest;
  };

  try {
    while (!signal.aborted && !lost) {
      sleeper.begin();
      await settleDelivered();
      const soonest = busy.size < concurrency ? await deliverPending() : LOOK_EVERY;
      await sleeper.sleep(soonest);
    }
    while (busy.size > 0 && !lost) {
      await settleDelivered();
      await pause(5);
    }
  } finally {
    signal.removeEventListener('abort', wake);
    await listening.unlisten().catch(() => {});
  }
}

/** A sleep that can be cut short. A wake-up between `begin` and `sleep` is not lost: the sleep then ends at once. */
function createSleeper(): { begin(): void; wake: () => void; sleep(ms: number): Promise<void> } {
  let woken = false;
  let end: () => void = () => {};
  return {
    begin() {
      woken = false;
    },
    wake() {
      woken = true;
      end();
    },
    async sleep(ms) {
      if (woken) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      end = () => {};
    },
  };
}
