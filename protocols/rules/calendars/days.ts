/** Unpacks lines of one year and its days, '2026 01-01 04-02', into ascending dates. */
export function days(...lines: string[]): string[] {
  return lines.flatMap((line) => {
    const [year, ...monthDays] = line.split(' ');
    return monthDays.map((monthDay) => `${year}-${monthDay}`);
  });
}
