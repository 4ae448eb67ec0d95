/** Counts from 1 to one less than this are not shown: in a small group a number can be a person. A product choice. */
export const SMALLEST_SHOWN = 5;

/** Counts by name, some of which are the sum of others. */
export interface Table {
  readonly counts: Readonly<Record<string, number>>;
  /** `total` is the sum of `parts`. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

/**
 * The counts that may be shown; null for those that are held back. Small counts are, and so many others that no small one
 * follows from the rest: in every sum with one hidden count at least one more is hidden, the total before a part.
 */
export function protectSmallCells({ counts, sums }: Table): Record<string, number | null> {
  const hidden = new Set(
    Object.keys(counts).filter((name) => counts[name]! > 0 && counts[name]! < SMALLEST_SHOWN),
  );
  for (let again = true; again; ) {
    again = false;
    for (const { total, parts } of sums) {
      const members = [total, ...parts];
      if (members.filter((name) => hidden.has(name)).length !== 1) continue;
      const [first] = hidden.has(total)
        ? parts.filter((name) => !hidden.has(name)).sort((a, b) => counts[a]! - counts[b]!)
        : [total];
      if (first === undefined) continue;
      hidden.add(first);
      again = true;
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, hidden.has(name) ? null : count]),
  );
}
