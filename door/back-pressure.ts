import type postgres from 'postgres';
import { findBehind } from '../db/queries/outbox.js';

/** When the engine is behind by more than this, new runs wait a little; answers to open steps never do. */
const FAR_BEHIND = 3000;
/** Behind by more than this it is not slow but down, and waiting for it helps nobody. */
const DOWN = 60_000;
/** So many runs may be stuck for reasons of their own; the others say how far the engine is behind. */
const STUCK = 10;
/** A start is held back at most this long: with the engine down a person must still be taken in. */
const LONGEST_WAIT = 2000;
const LOOK_AGAIN = 100;

/** Lets starts in, when the engine is far behind a little later. */
export interface BackPressure {
  admit(): Promise<void>;
}

/**
 * Holds a start back while the engine is far behind, so that following stays close to the facts. Bounded: it slows new
 * runs down, it never refuses one.
 */
export function createBackPressure(sql: postgres.Sql): BackPressure {
  let lookedAt = 0;
  let full = false;
  const look = async (): Promise<boolean> => {
    const now = performance.now();
    if (now - lookedAt < LOOK_AGAIN) return full;
    lookedAt = now;
    const behindFor = await findBehind(sql, STUCK);
    full = behindFor > FAR_BEHIND && behindFor < DOWN;
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
