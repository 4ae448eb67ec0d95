import { pause } from '../platform/pause.js';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Does work that must be done once but not now: tries until it succeeds or the signal is given, waiting twice as long
 * after each failure (half a second to half a minute). Never rejects.
 */
export async function keepTrying(
  work: () => Promise<void>,
  options: {
    signal: AbortSignal;
    onFailure: (error: unknown) => void;
    /** Milliseconds before the second attempt. */
    firstWait?: number;
  },
): Promise<void> {
  const { signal, onFailure } = options;
  for (
    let wait = options.firstWait ?? FIRST_WAIT;
    !signal.aborted;
    wait = Math.min(wait * 2, LONGEST_WAIT)
  ) {
    try {
      await work();
      return;
    } catch (error) {
      if (signal.aborted) return;
      onFailure(error);
    }
    await pause(wait, signal);
  }
}
