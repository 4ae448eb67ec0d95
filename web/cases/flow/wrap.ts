/** A title on at most so many lines of at most so many letters; what does not fit is replaced by “…”. */
export function wrap(title: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(word.length > letters ? `${word.slice(0, letters - 1)}…` : word);
  }
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  const end = shown[most - 1]!;
  shown[most - 1] = `${end.slice(0, letters - 1).trimEnd()}…`;
  return shown;
}
