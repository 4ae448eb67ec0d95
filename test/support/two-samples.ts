/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/**
 * The two-sample test of Kolmogorov and Smirnov: the greatest distance of the two distributions, and how probable one
 * so great would be if both were the same (asymptotic series; fine from some dozen numbers on).
 */
export function kolmogorovSmirnov(
  some: readonly number[],
  others: readonly number[],
): { d: number; p: number } {
  const a = [...some].sort((x, y) => x - y);
  const b = [...others].sort((x, y) => x - y);
  let d = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= at) i += 1;
    while (j < b.length && b[j]! <= at) j += 1;
    d = Math.max(d, Math.abs(i / a.length - j / b.length));
  }
  const n = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (n + 0.12 + 0.11 / n) * d;
  let p = 0;
  for (let k = 1; k <= 100; k += 1) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda ** 2);
  return { d, p: Math.min(1, Math.max(0, lambda < 0.2 ? 1 : p)) };
}
