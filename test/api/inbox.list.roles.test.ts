import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.startLoan();
});
afterAll(() => api.close());

const STAFF = {
  officer: '200 200 200 200',
  supervisor: '200 200 200 200',
  'case-lead': '200 200 200 200',
  monitor: '403 403 403 403',
  admin: '403 403 403 403',
};

it.each(['/v1/inbox', '/v1/shares'])('%s is for the staff of institutions', async (url) => {
  expect(await matrixOf(api, 'GET', url)).toEqual(STAFF);
});

it.each(['/v1/me', '/v1/protocols', '/v1/institutions', '/v1/protocols/book-loan/versions/1'])(
  '%s is for everybody with a token',
  async (url) => {
    expect(new Set(Object.values(await matrixOf(api, 'GET', url)))).toEqual(
      new Set(['200 200 200 200']),
    );
    expect((await api.call('GET', url)).status).toBe(401);
  },
);
