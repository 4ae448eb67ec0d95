import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_ROLES } from '../../db/queries/access-tokens.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
});
afterAll(() => api.close());

const READERS = {
  officer: '200 200 404 404',
  supervisor: '200 200 404 404',
  'case-lead': '200 200 404 404',
  monitor: '200 200 200 200',
  admin: '404 404 404 404',
};

describe('who may read a run', () => {
  it.each(['', '/history'])('parties and monitors: %s', async (path) => {
    expect(await matrixOf(api, 'GET', `/v1/runs/${run}${path}`)).toEqual(READERS);
  });

  it('the receiving side once a step has reached it', async () => {
    const reached = await api.startLoan();
    await api.answer(reached, 'home-library', 'request', 'accepted');
    expect(await matrixOf(api, 'GET', `/v1/runs/${reached}`)).toEqual({
      ...READERS,
      officer: '200 200 200 404',
      supervisor: '200 200 200 404',
      'case-lead': '200 200 200 404',
    });
  });

  it('an administrator who rehearses', async () => {
    const { status, body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
      as: 'invented-courier/admin',
      key: freshKey(),
      body: {
        protocol: 'book-loan',
        bindings: {
          'home-library': 'invented-home-library',
          'far-library': 'invented-far-library',
          courier: 'invented-courier',
        },
        attributes: { isRare: false },
        rehearsal: { startsAt: '2030-01-07T15:00:00Z' },
      },
    });
    expect(status).toBe(201);
    const matrix = await matrixOf(api, 'GET', `/v1/runs/${body.run.run}`);
    expect(matrix.admin).toBe('404 200 404 404');
  });

  it('looks the same for an unknown run and for one that may not be seen', async () => {
    for (const role of ACCESS_ROLES.filter((one) => one !== 'monitor')) {
      const as = `${FOREIGN}/${role}`;
      for (const path of ['', '/history']) {
        const same = await isLikeUnknown(api, 'GET', (id) => `/v1/runs/${id}${path}`, run, { as });
        expect(same, `${as} ${path}`).toBe(true);
      }
    }
  });

  it('lists exactly what may be read', async () => {
    for (const role of ACCESS_ROLES) {
      for (const institution of ['home-library', 'courier', 'far-library', 'foreign-library']) {
        const as = `invented-${institution}/${role}`;
        const list = await api.call<{ items: { run: string }[] }>('GET', '/v1/runs?limit=100', {
          as,
        });
        expect(list.status).toBe(200);
        const listed = new Set(list.body.items.map((item) => item.run));
        const all = await api.database.db.sql<{ id: string; rehearsal: boolean }[]>`
          select id, rehearsal from runs`;
        for (const { id, rehearsal } of all) {
          const { status } = await api.call('GET', `/v1/runs/${id}`, { as });
          // A rehearsal is in no list, whoever may read it.
          expect(listed.has(id), `${as} ${id}`).toBe(status === 200 && !rehearsal);
        }
      }
    }
  });
});
