import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

const LEAD = 'invented-home-library/case-lead';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const nudge = (run: string, body: object, as = LEAD, key = freshKey(), step = 'request') =>
  api.call('POST', `/v1/runs/${run}/steps/${step}/nudge`, { as, key, body });

describe('a reminder by whoever leads', () => {
  it('is entered once per key, once in a day, with a reason that is kept', async () => {
    const run = await api.startLoan();
    const body = { opening: 1, reason: 'Motivo inventado' };
    const key = freshKey();
    expect((await nudge(run, body, LEAD, key)).status).toBe(200);
    expect((await nudge(run, body, LEAD, key)).status).toBe(200);
    expect((await nudge(run, body)).status).toBe(409);
    const { sql } = api.database.db;
    const entered = await sql`select 1 from history h join act_reasons using (run_id, act_id)
      where h.run_id = ${run} and act->>'type' = 'step-nudged'`;
    expect(entered).toHaveLength(1);
  });

  it('is refused to others, for steps that are not open, and without a reason', async () => {
    const run = await api.startLoan();
    const body = { opening: 1, reason: 'Motivo inventado' };
    for (const as of [
      'invented-home-library/officer',
      'invented-courier/case-lead',
      'invented-audit-office/monitor',
    ]) {
      expect([403, 404], as).toContain((await nudge(run, body, as)).status);
    }
    expect((await nudge(run, body, LEAD, freshKey(), 'permit')).status).toBe(409);
    expect((await nudge(run, body, LEAD, freshKey(), 'no-such-step')).status).toBe(404);
    for (const reason of ['', ' ', 'x'.repeat(2001)]) {
      expect((await nudge(run, { opening: 1, reason })).status).toBeGreaterThanOrEqual(400);
    }
    const { sql } = api.database.db;
    expect(await sql`select 1 from history where run_id = ${run}`).toHaveLength(1);
  });
});
