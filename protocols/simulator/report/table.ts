/** Rows as lines with columns under each other: the first to the left, others to the right, from `left` on left again. */
export function tableOf(rows: readonly (readonly string[])[], left = 99): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column >= left
          ? cell.padEnd(widths[column]!)
          : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}
