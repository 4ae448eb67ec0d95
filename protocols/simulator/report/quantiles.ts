import type { Quantiles } from './report.js';

/** Quantiles by nearest rank, so that each is a value that occurred. Throws RangeError without values. */
export function quantilesOf(values: readonly number[]): Quantiles {
  if (values.length === 0) throw new RangeError('No values');
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return {
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/** Slope of the straight line nearest to equally spaced values, per step. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let across = 0;
  let along = 0;
  for (const [index, value] of values.entries()) {
    across += (index - middle) * (value - mean);
    along += (index - middle) ** 2;
  }
  return along === 0 ? 0 : across / along;
}

/** Rounded to so many digits, so that reports do not show more than is known. */
export function rounded(value: number, digits = 3): number {
  const scale = 10 ** digits;
  // Without the sum a small negative value would be shown as -0.
  return Math.round(value * scale) / scale + 0;
}
