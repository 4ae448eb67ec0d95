import { CancellationScope, isCancellation, log, sleep } from '@temporalio/workflow';
import type { FollowInput } from '../../protocols/messages.js';
import type { DueAnswer } from '../../protocols/ports.js';
import { facts } from './activities.js';
import { minuteOf } from './words.js';

/**
 * The sweep is at the due instant first; the run's own timer is the second lock and rings a moment later, so that
 * usually it finds the act committed and needs not ask.
 */
const SWEEP_FIRST = 2000;
/** A timer that is about to ring for nothing is set anew: cheaper than a wake-up. */
const ABOUT_TO_RING = 10_000;
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 5 * 60_000;

/** One live timer for the next instant at which something falls due. Instants are epoch milliseconds. */
export interface Clock {
  /** Something falls due at this instant, or nothing does. */
  set(nextDueAt: number | undefined): void;
  nextDueAt(): number | undefined;
}

export function createClock({ runId, rehearsal }: FollowInput): Clock {
  let due: number | undefined;
  let armed: { at: number; scope: CancellationScope } | undefined;
  let asking = false;
  /** Told while asking; which of the two is newer cannot be known. */
  let told: number | undefined;
  let notBefore = 0;
  let wait = SHORTEST_WAIT;

  const arm = (): void => {
    if (asking) return;
    const at =
      due === undefined ? undefined : Math.max(due + (rehearsal ? 0 : SWEEP_FIRST), notBefore);
    if (armed) {
      const late = at !== undefined && at < armed.at;
      const idle = (at === undefined || at > armed.at) && armed.at - Date.now() < ABOUT_TO_RING;
      if (!late && !idle) return;
      armed.scope.cancel();
      armed = undefined;
    }
    if (at !== undefined) start(at);
  };

  const start = (at: number): void => {
    const timer = { at, scope: new CancellationScope() };
    armed = timer;
    void timer.scope
      .run(() =>
        sleep(Math.max(1, at - Date.now()), { summary: `next due ${minuteOf(due ?? at)}` }),
      )
      .then(
        () => (armed === timer ? ring() : undefined),
        () => undefined,
      );
  };

  const ring = async (): Promise<void> => {
    armed = undefined;
    if (due !== undefined && due <= Date.now()) await ask();
    arm();
  };

  /** Has what is due committed. The database's clock may be behind the engine's: then it is asked again. */
  const ask = async (): Promise<void> => {
    asking = true;
    told = undefined;
    try {
      const at = rehearsal ? { rehearsalAt: Date.now() } : {};
      note(await facts.commitDue({ runId, ...at }));
    } catch (error) {
      if (!isCancellation(error)) log.warn('What is due cannot be committed');
      due = undefined;
    } finally {
      asking = false;
    }
  };

  const note = (answer: DueAnswer): void => {
    const next = [answer.nextDueAt, told].filter((at) => at !== undefined);
    due = next.length === 0 ? undefined : Math.min(...next);
    const now = Date.now();
    if (due === undefined || due > now) {
      wait = SHORTEST_WAIT;
      notBefore = 0;
      return;
    }
    notBefore = now + Math.min(Math.max(due - answer.now, wait), LONGEST_WAIT);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  return {
    set(nextDueAt) {
      due = nextDueAt;
      if (asking) told = nextDueAt;
      arm();
    },
    nextDueAt: () => due,
  };
}
