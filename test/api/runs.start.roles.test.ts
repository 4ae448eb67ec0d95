import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookLoan } from '../fixtures/book-loan.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { matrixOf } from './matrix.js';

const body = { protocol: 'book-loan', bindings: bindingsOf(bookLoan), attributes: {} };
const rehearsal = { startsAt: '2030-01-07T15:00:00Z' };

let api: TestApi;
let strict: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  strict = await startTestApi({ settings: { rehearsals: false } });
});
afterAll(() => Promise.all([api.close(), strict.close()]));

describe('who may start a run', () => {
  // 422: allowed, and then refused for the attribute that is missing, so that nothing is written.
  it('only case leads of an institution that fills a role in it', async () => {
    expect(await matrixOf(api, 'POST', '/v1/runs', { key: freshKey(), body })).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '422 422 422 403',
      monitor: '403 403 403 403',
      admin: '403 403 403 403',
    });
  });

  it('administrators rehearse only', async () => {
    const call = { key: freshKey(), body: { ...body, rehearsal } };
    expect(await matrixOf(api, 'POST', '/v1/runs', call)).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '422 422 422 403',
      monitor: '403 403 403 403',
      admin: '422 422 422 422',
    });
  });

  it('nobody rehearses where the settings forbid it', async () => {
    const call = { key: freshKey(), body: { ...body, rehearsal } };
    const matrix = await matrixOf(strict, 'POST', '/v1/runs', call);
    expect(new Set(Object.values(matrix))).toEqual(new Set(['403 403 403 403']));
  });

  it('nobody without a token', async () => {
    const { status, headers } = await api.call('POST', '/v1/runs', { key: freshKey(), body });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('Bearer');
  });
});
