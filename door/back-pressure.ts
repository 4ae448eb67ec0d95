import { findBacklog } from '../db/queries/outbox.js';
import type { Door } from './door.js';

/** When the engine is behind by more than this, new runs wait a little; answers to open steps never do. */
const FAR_BEHIND = 3000;
/** A start is held back at most this long: with the engine down a person must still be taken in. */
const LONGEST_WAIT = 2000;
const LOOK_AGAIN = 100;

/**
 * Holds a start back while the engine is far behind, so that following stays close to the facts. Bounded: it slows new
 * runs down, it never refuses one.
 */
export function createBackPressure(door: Pick<Door, 'db'>): { admit(): Promise<void> } {
  let lookedAt = 0;
  let full = false;
  const look = async (): Promise<boolean> => {
    const now = performance.now();
    if (now - lookedAt < LOOK_AGAIN) return full;
    lookedAt = now;
    full = (await findBacklog(door.db.sql, 1)).oldestFor > FAR_BEHIND;
    return full;
  };
  return {
    async admit() {
      const before = performance.now();
      while ((await look()) && performance.now() - before < LONGEST_WAIT) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
      }
    },
  };
}
