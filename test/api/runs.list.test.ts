import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

const LEAD = 'invented-home-library/case-lead';
interface Page {
  items: { run: string; startedAt: string; endedAt?: string; ending?: { id: string } }[];
  next?: string;
  code: string;
}

let api: TestApi;
const runs: string[] = [];
beforeAll(async () => {
  api = await startTestApi();
  for (let i = 0; i < 7; i += 1) runs.push(await api.startLoan());
  await api.call('POST', `/v1/runs/${runs[3]}/events/reader-withdraws`, {
    as: LEAD,
    key: freshKey(),
    body: {},
  });
});
afterAll(() => api.close());

function list(query: string) {
  return api.call<Page>('GET', `/v1/runs${query}`, { as: LEAD });
}

describe('listing runs', () => {
  it('newest first, in pages that neither repeat nor skip', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page += 1) {
      const { body } = await list(`?limit=3${cursor}`);
      seen.push(...body.items.map((item) => item.run));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual([...runs].reverse());
  });

  it('by whether they have ended', async () => {
    const ended = await list('?state=ended');
    expect(ended.body.items).toMatchObject([{ run: runs[3], ending: { id: 'withdrawn' } }]);
    const open = await list('?state=open');
    expect(open.body.items).toHaveLength(6);
  });

  it('real runs and rehearsals never in one list', async () => {
    const rehearsed = await api.startLoan({ rehearsal: { startsAt: '2030-01-07T15:00:00Z' } });
    const real = await list('?limit=100');
    expect(real.body.items.map(({ run }) => run)).not.toContain(rehearsed);
    const rehearsals = await list('?limit=100&rehearsals=true');
    expect(rehearsals.body.items.map(({ run }) => run)).toEqual([rehearsed]);
  });

  it.each([
    ['?limit=0', 'query-invalid'],
    ['?limit=101', 'query-invalid'],
    ['?limit=1&limit=2', 'query-invalid'],
    ['?state=lost', 'query-invalid'],
    ['?colour=red', 'query-invalid'],
    ['?cursor=abc', 'cursor-invalid'],
    [`?cursor=${Buffer.from('{"startedAt":-1,"id":"x"}').toString('base64url')}`, 'cursor-invalid'],
    ['?cursor=%00', 'query-invalid'],
  ])('refuses %s', async (query, code) => {
    const { status, body } = await list(query);
    expect([status, body.code]).toEqual([400, code]);
  });
});
