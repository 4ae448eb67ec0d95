import { listRunsBehindRegister } from '../db/queries/register.js';
import { SYSTEM } from './acts.js';
import { commitAct, rememberRun } from './commit-act.js';
import type { Door } from './door.js';
import { REGISTER_AGE } from './register.js';

/** What one look did. */
export interface Spread {
  /** Runs that were told. */
  readonly told: number;
  /** There may be more runs to tell. */
  readonly more: boolean;
  /** Runs that could not be told; they hold up no other. */
  readonly errors: readonly unknown[];
}

const NOTHING: Spread = { told: 0, more: false, errors: [] };

/** Tells open runs, at most `limit` of them, what is new in the register: one act in each run's own history. */
export async function spreadRegister(door: Door, limit: number): Promise<Spread> {
  const { upTo } = await door.register.reload();
  if (upTo === 0) return NOTHING;
  const ids = await listRunsBehindRegister(door.db.sql, upTo, limit);
  const errors: unknown[] = [];
  let told = 0;
  for (const runId of ids) {
    try {
      if (await tell(door, runId, upTo)) told += 1;
    } catch (error) {
      errors.push(error);
    }
  }
  return { told, more: told > 0 && ids.length === limit, errors };
}

async function tell(door: Door, runId: string, upTo: number): Promise<boolean> {
  const run = await rememberRun(door, runId);
  const known = run ? (run.state.register?.upTo ?? 0) : upTo;
  const news = door.register.entriesAfter(known).filter(({ id }) => id <= upTo);
  if (news.length === 0) return false;
  const result = await commitAct(door, {
    runId,
    actId: `register/${upTo}`,
    actor: SYSTEM,
    act: { type: 'register-changed', upTo, changes: news.map(({ change }) => change) },
  });
  // A run that ended meanwhile needs nothing; another process may have been first.
  return result.ok && !result.replayed;
}

/**
 * Looks whether the register has news and spreads it, as often as it is called and no more than needed: after all runs
 * were told it looks again until no process can start runs with the older register any longer, then not until it changes.
 */
export function createRegisterSpreader(
  door: Door,
  now: () => number = () => performance.now(),
): (limit: number) => Promise<Spread> {
  let settledUpTo = 0;
  let seen = { upTo: 0, at: 0 };
  let lookAt = 0;
  return async (limit) => {
    const upTo = (await door.register.current())?.upTo ?? 0;
    if (upTo <= settledUpTo) return NOTHING;
    if (upTo !== seen.upTo) {
      seen = { upTo, at: now() };
      lookAt = 0;
    }
    if (now() < lookAt) return NOTHING;
    const spread = await spreadRegister(door, limit);
    if (spread.more) return spread;
    lookAt = now() + REGISTER_AGE;
    if (spread.told === 0 && now() - seen.at > 2 * REGISTER_AGE) settledUpTo = upTo;
    return spread;
  };
}
