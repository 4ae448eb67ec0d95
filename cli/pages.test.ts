import { describe, expect, it } from 'vitest';
import { readAll } from './pages.js';

/** A list of so many numbers as the API gives it, a hundred a page. */
function listOf(count: number) {
  const asked: string[] = [];
  const get = async <T>(path: string): Promise<T> => {
    asked.push(path);
    const { searchParams } = new URL(path, 'http://invented.example');
    const from = Number(searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: count }, (_, n) => n).slice(from, from + 100);
    return { items, ...(from + 100 < count ? { next: String(from + 100) } : {}) } as T;
  };
  return { asked, get };
}

describe('a list of the API on the command line', () => {
  it.each([0, 1, 100, 101, 512])('is read to its end: %i', async (count) => {
    const list = listOf(count);
    expect(await readAll(list, '/v1/inbox')).toEqual(Array.from({ length: count }, (_, n) => n));
    expect(list.asked).toHaveLength(Math.max(1, Math.ceil(count / 100)));
  });
});
