import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';

const LEAD = 'invented-home-library/case-lead';
const COURIER = 'invented-courier/case-lead';
const PER_WINDOW = 40;

let web: TestWeb;
let run: string;
beforeAll(async () => {
  web = await startTestWeb({ settings: { requestsPerWindow: PER_WINDOW } });
  run = await web.startLoan();
});
afterAll(() => web.close());

async function news(as: string, of = `/casos/${run}/novedades`): Promise<string> {
  const { status, html } = await web.open(of, as);
  expect(status).toBe(200);
  return (JSON.parse(html) as { version: string }).version;
}

describe('what an open page asks by itself', () => {
  it('is the version the page was made with, and another one after an act', async () => {
    for (const [page, asked] of [
      [`/casos/${run}`, undefined],
      [`/casos/${run}/flujo`, undefined],
      ['/panel', '/panel/novedades'],
    ] as const) {
      const { html } = await web.open(page, LEAD);
      const version = /data-live-version="([^"]+)"/.exec(html)?.[1];
      expect(await news(LEAD, asked)).toBe(version);
    }
    const before = [await news(LEAD), await news(LEAD, '/panel/novedades')];
    await web.answer(run, 'home-library', 'request', 'accepted');
    const after = [await news(LEAD), await news(LEAD, '/panel/novedades')];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('tells a party nothing of acts it does not see', async () => {
    const before = await news(COURIER);
    const lead = await news(LEAD);
    const { sql } = web.database.db;
    // An act that changes nothing anybody sees of the steps.
    await sql`update runs set state = jsonb_set(state::jsonb, '{seq}', '99')::json where id = ${run}`;
    web.door.runs.delete(run);
    expect(await news(COURIER)).toBe(before);
    expect(await news(LEAD)).toBe(lead);
  });

  it('is answered to nobody who may not see the case', async () => {
    const of = `/casos/${run}/novedades`;
    expect((await web.open(of, 'invented-foreign-library/case-lead')).status).toBe(404);
    expect((await web.open(of, 'invented-home-library/officer')).status).toBe(403);
    expect((await web.open(of)).status).toBe(303);
  });

  it('does not use up what people of the same office may ask', async () => {
    for (let n = 0; n < PER_WINDOW; n += 1) await news(LEAD);
    expect((await web.open(`/casos/${run}`, LEAD)).status).toBe(200);
  });
});
