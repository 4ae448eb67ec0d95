/**
 * How long a message waits for company. An idle engine is told at once; when telling it gets slow, acts of one run that
 * come in quick succession are handed over together, which costs the engine one wake-up instead of many.
 */
export interface Pace {
  /** Milliseconds a run's oldest message should have waited before it is handed over. */
  patience(): number;
  /** A hand-over took this many milliseconds. */
  took(ms: number): void;
}

/** Below this a hand-over counts as quick: the machine has time to spare. */
const QUICK = 15;
const MOST_PATIENCE = 1500;

export function createPace(): Pace {
  let usual = 0;
  return {
    patience: () => (usual <= QUICK ? 0 : Math.min(MOST_PATIENCE, (usual - QUICK) * 30)),
    took(ms) {
      usual += (ms - usual) * 0.1;
    },
  };
}
