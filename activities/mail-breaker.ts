const SHORTEST = 2000;
const LONGEST = 60_000;

/**
 * Keeps a mail server that is down from being asked by every notice: after a failed connection only one attempt at a
 * time finds out whether it is back, at growing distances; all others are told at once. One per process.
 */
export interface MailBreaker {
  /** Whether an attempt may be made now. */
  mayTry(): boolean;
  /** The server answered, whatever it said. */
  answered(): void;
  failed(): void;
}

/** `now` is a clock in milliseconds that never goes back. */
export function createMailBreaker(now: () => number = () => performance.now()): MailBreaker {
  let pause = 0;
  let closedUntil = 0;
  return {
    mayTry() {
      if (pause === 0) return true;
      if (now() < closedUntil) return false;
      // Whoever asks first probes; the rest waits for what it finds.
      closedUntil = now() + pause;
      return true;
    },
    answered() {
      pause = 0;
    },
    failed() {
      pause = Math.min(Math.max(pause * 2, SHORTEST), LONGEST);
      closedUntil = now() + pause;
    },
  };
}
