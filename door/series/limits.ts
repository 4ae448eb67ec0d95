/** How fast one account may decide about persons, and how often with the same reasons. */
export interface SeriesLimits {
  /** At most so many decisions within so many minutes. */
  readonly short: Window;
  readonly long: Window;
  /** The how manieth decision with like reasons within a day, each about somebody else, is held. */
  readonly alike: number;
}

interface Window {
  readonly most: number;
  readonly minutes: number;
}

/**
 * More than a person can read, weigh and write; the standard of `RETORNO_SERIES`. A decision every three minutes for an
 * hour is not held, the seventh within ten minutes is.
 */
export const HUMAN_PACE: SeriesLimits = {
  short: { most: 6, minutes: 10 },
  long: { most: 20, minutes: 60 },
  alike: 4,
};
