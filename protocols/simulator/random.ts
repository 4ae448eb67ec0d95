/** A repeatable source of chance: the same seed and streams give the same numbers, on every machine. */
export interface Random {
  /** Evenly spread from 0 up to, never reaching, 1. */
  next(): number;
}

const TWO_TO_32 = 2 ** 32;
/** Rounds until the state of sfc32 no longer shows how it was seeded, as its author advises. */
const WARM_UP = 15;

/**
 * A generator of its own for each stream (a batch, a run in it), so that what happens in one run never moves the
 * chances of another. The generator is sfc32 of PractRand, seeded by splitmix32. `seed` is a whole number from 0.
 */
export function createRandom(seed: number, ...streams: readonly number[]): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`Not a seed: ${seed}`);
  let mixed = mix(seed >>> 0) ^ mix(Math.floor(seed / TWO_TO_32) + 0x51ed270b);
  for (const stream of streams) mixed = mix(Math.imul(mixed, 0x2c1b3c6d) + stream + 1);
  let a = mix(mixed + 0x9e3779b9);
  let b = mix(mixed + 0x3c6ef372);
  let c = mix(mixed + 0xdaa66d2b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
  return { next };
}

/** The finaliser of splitmix32: every bit of the input moves about half of the bits of the result. */
function mix(value: number): number {
  let mixed = (value + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** How long something takes: half of the times at most `median`, nine of ten at most `p90`. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
}

/** The standard normal quantile of 0.9. */
const Z90 = 1.2815515655446004;

/** One log-normal length in the unit of the spread. Equal median and p90 always give exactly that length. */
export function sampleSpread(random: Random, { median, p90 }: Spread): number {
  if (median <= 0) return 0;
  if (p90 <= median) return median;
  return median * Math.exp((Math.log(p90 / median) / Z90) * normal(random));
}

/** Time until the next of things that happen by chance, `perMs` on average in each millisecond. */
export function sampleGap(random: Random, perMs: number): number {
  return -Math.log(1 - random.next()) / perMs;
}

/** Position of one of the weights, each as likely as it is heavy; -1 where all are zero. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total <= 0) return -1;
  let left = random.next() * total;
  let last = -1;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index]!;
    if (weight <= 0) continue;
    last = index;
    left -= weight;
    if (left < 0) return index;
  }
  return last;
}
