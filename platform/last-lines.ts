import { readFileSync } from 'node:fs';

/** The last lines of a text file, or of nothing when it cannot be read: for error messages. */
export function lastLines(path: string, count: number): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
