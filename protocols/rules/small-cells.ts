/** Counts from 1 to one less than this are not shown: in a small group a number can be a person. A product choice. */
export const SMALLEST_SHOWN = 5;

/** Counts by name, some of which are the sum of others. */
export interface Table {
  readonly counts: Readonly<Record<string, number>>;
  /** `total` is the sum of `parts`. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

/**
 * The counts that may be shown; null for those that are held back: every small count, and every total it is in, however
 * far above. What is shown then says nothing about a hidden count, in whatever way it is added and subtracted: a total that
 * is shown has no hidden count in it. And that a count is hidden says only that it is small, because nothing else decides it.
 */
export function protectSmallCells({ counts, sums }: Table): Record<string, number | null> {
  const hidden = new Set(
    Object.keys(counts).filter((name) => counts[name]! > 0 && counts[name]! < SMALLEST_SHOWN),
  );
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { total, parts } of sums) {
      if (parts.some((name) => hidden.has(name))) hidden.add(total);
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, hidden.has(name) ? null : count]),
  );
}
