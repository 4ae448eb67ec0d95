import type { ApiClient } from './api-client.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Everything a list of the API holds, page by page: a list that stops half-way is read as the whole. */
export async function readAll<T>(client: Pick<ApiClient, 'get'>, path: string): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
    const page: Page<T> = await client.get(`${path}?${query}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}
