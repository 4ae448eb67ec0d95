import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
});
afterAll(() => api.close());

interface Reads {
  items: { what: string; at: string; institution?: { id: string }; account?: string }[];
  next?: string;
}

const LEAD = 'invented-home-library/case-lead';
const reads = (query = '') => api.call<Reads>('GET', `/v1/runs/${run}/reads${query}`, { as: LEAD });

describe('who read stored data of a run', () => {
  it('is told to whoever leads it, with institution and instant, and never who the person is', async () => {
    const officer = 'invented-home-library/officer';
    await api.call('PUT', `/v1/runs/${run}/steps/request/draft`, {
      as: officer,
      body: { opening: 1, answers: { reason: 'Persona Inventada dijo' } },
    });
    await api.call('GET', `/v1/runs/${run}/steps/request`, { as: officer });
    expect((await reads()).body.items).toEqual([]);
    for (let i = 0; i < 2; i += 1) {
      await api.call('GET', `/v1/runs/${run}/steps/request`, {
        as: 'invented-home-library/supervisor',
      });
    }
    const { status, body } = await reads();
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { what: 'draft', institution: { id: 'invented-home-library' } },
      { what: 'draft', institution: { id: 'invented-home-library' } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Inventada dijo|account/);
    const page = await reads('?limit=1');
    expect(page.body.items).toHaveLength(1);
    expect((await reads(`?limit=1&cursor=${page.body.next}`)).body.items).toEqual(
      body.items.slice(1),
    );
  });

  it('is for case leads of the institution that leads alone', async () => {
    const nobody = '403 403 403 403';
    expect(await matrixOf(api, 'GET', `/v1/runs/${run}/reads`)).toEqual({
      officer: nobody,
      supervisor: nobody,
      'case-lead': '200 403 404 404',
      monitor: nobody,
      admin: nobody,
    });
    const call = { as: 'invented-far-library/case-lead' };
    expect(await isLikeUnknown(api, 'GET', (id) => `/v1/runs/${id}/reads`, run, call)).toBe(true);
  });
});
