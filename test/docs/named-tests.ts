import { existsSync, readFileSync } from 'node:fs';

/** A test as a document names it. */
export interface Named {
  readonly file: string;
  readonly title: string;
}

/** Every test a text names: `` `path` “title” ``; several titles after one path, with commas between them. */
export function testsNamedIn(text: string): Named[] {
  const named: Named[] = [];
  for (const [, file = '', titles = ''] of text.matchAll(
    /`([\w./-]+\.test\.tsx?)`((?:,?\s*“[^”]+”)+)/g,
  )) {
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) named.push({ file, title });
  }
  return named;
}

/** What is wrong with a name; undefined for a test that is there and runs. */
export function faultOf({ file, title }: Named): string | undefined {
  if (!existsSync(file)) return `${file} is not there`;
  const text = readFileSync(file, 'utf8');
  const literals = [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)];
  const there = literals.filter(([, plain, template]) =>
    plain === undefined ? (template ?? '').includes(title) : plain.replaceAll("\\'", "'") === title,
  );
  if (there.length === 0) return `${file} has no test “${title}”`;
  const before = text.slice(Math.max(0, there[0]!.index - 40), there[0]!.index);
  return /\.(skip|todo)\b[^;]*$/.test(before) ? `${file} skips “${title}”` : undefined;
}
