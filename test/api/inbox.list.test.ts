import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboxItemView } from '../../api/schemas/inbox.js';
import { groupOf, limitsAt } from '../../api/views/due-state.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

interface Page {
  items: InboxItemView[];
  counts: Record<string, number>;
  next?: string;
}

const HOME = 'invented-home-library/officer';
const HOUR = 3_600_000;
const place = { country: 'MX', timeZone: 'America/Mexico_City' };

let api: TestApi;
const runs: string[] = [];
const offsets = [2, -30, 500, -3, 49, null, -100, 0.5, 30, null, 1000, 26];

/** Moves the deadlines of open steps in the read model only: what is tested here is how they are listed. */
beforeAll(async () => {
  api = await startTestApi();
  for (const offset of offsets) {
    const run = await api.startLoan();
    runs.push(run);
    const due = offset === null ? null : new Date(Date.now() + offset * HOUR);
    await api.database.db
      .sql`update steps set due_at = ${due}, opened_at = ${new Date(Date.now() - HOUR)} where run_id = ${run}`;
  }
});
afterAll(() => api.close());

function inbox(query = '', as = HOME) {
  return api.call<Page>('GET', `/v1/inbox${query}`, { as });
}

describe('the inbox', () => {
  it('has the longest overdue on top, then the soonest, then steps without deadline', async () => {
    const { body } = await inbox();
    const order = offsets
      .map((offset, index) => ({ offset: offset ?? Number.POSITIVE_INFINITY, run: runs[index]! }))
      .sort((a, b) => a.offset - b.offset || (a.run < b.run ? -1 : 1));
    expect(body.items.map((item) => item.run)).toEqual(order.map(({ run }) => run));
    expect(body.items[0]!.due.words).toBe('Vencida hace 4 días');
  });

  it('pages through everything once, with the same counts on each page', async () => {
    const seen: string[] = [];
    let query = '?limit=5';
    for (;;) {
      const { body } = await inbox(query);
      expect(Object.values(body.counts).reduce((sum, n) => sum + n, 0)).toBe(offsets.length);
      seen.push(...body.items.map((item) => item.run));
      if (!body.next) break;
      query = `?limit=5&cursor=${body.next}`;
    }
    expect(seen).toHaveLength(offsets.length);
    expect(new Set(seen).size).toBe(offsets.length);
  });

  it('counts and groups in SQL as the words do in code', async () => {
    const { body } = await inbox('?limit=100');
    const limits = limitsAt(Date.now(), place);
    for (const { due, openedAt } of body.items) {
      const dueAt = due.at === undefined ? {} : { dueAt: Date.parse(due.at) };
      const running = { ...dueAt, paused: false, openedAt: Date.parse(openedAt) };
      expect(due.state).toBe(groupOf(running, limits));
    }
    for (const [group, n] of Object.entries(body.counts)) {
      expect(body.items.filter((item) => item.due.state === group)).toHaveLength(n);
      const filtered = await inbox(`?state=${group}&limit=100`);
      expect(filtered.body.items).toHaveLength(n);
      expect(filtered.body.counts).toEqual(body.counts);
    }
    expect(body.counts.overdue).toBe(3);
    expect(body.counts.none).toBe(2);
  });

  it('filters by protocol and step', async () => {
    expect((await inbox('?step=request&limit=100')).body.items).toHaveLength(offsets.length);
    expect((await inbox('?step=closing')).body.items).toEqual([]);
    expect((await inbox('?protocol=no-such')).body.counts.overdue).toBe(0);
  });

  it('shows a suspended step with its reason and a stopped clock', async () => {
    const run = await api.startLoan();
    await api.answer(run, 'home-library', 'request', 'accepted');
    await api.call('POST', `/v1/runs/${run}/events/flood`, {
      as: 'invented-courier/officer',
      key: freshKey(),
      body: {},
    });
    const { body } = await inbox('?step=permit', 'invented-far-library/officer');
    expect(body.items[0]!.due).toMatchObject({ state: 'none', words: 'Plazo detenido' });
  });

  it("holds nothing of anybody else's", async () => {
    const { body } = await inbox('', 'invented-foreign-library/officer');
    expect(body).toEqual({
      items: [],
      counts: { overdue: 0, today: 0, soon: 0, later: 0, none: 0 },
    });
  });
});
