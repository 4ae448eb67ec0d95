import type postgres from 'postgres';
import { readClock } from '../db/queries/read-clock.js';

/**
 * This process's estimate of the database's clock. Acts are dated by the estimate and the database checks it with
 * every write, so a wrong process clock costs one more round trip and never a wrong date.
 */
export interface DatabaseClock {
  /** Epoch milliseconds, whole. */
  now(): number;
  /** Asks the database and corrects the estimate. */
  adjust(sql: postgres.Sql): Promise<void>;
}

/** How far an act's date may be from the database's clock, in milliseconds. */
export const CLOCK_TOLERANCE = 1000;

export function createDatabaseClock(): DatabaseClock {
  let offset = 0;
  return {
    now: () => Math.floor(performance.timeOrigin + performance.now() + offset),
    async adjust(sql) {
      const before = performance.now();
      const databaseAt = await readClock(sql);
      const middle = performance.timeOrigin + (before + performance.now()) / 2;
      offset = databaseAt - middle;
    },
  };
}
