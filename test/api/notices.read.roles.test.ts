import { afterAll, beforeAll, expect, it } from 'vitest';
import { FOREIGN, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

const REFERENCE = 'R-TEST-2222';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const run = await api.startLoan();
  await api.answer(run, 'home-library', 'request', 'accepted');
  await api.database.db.sql`update notices set reference = ${REFERENCE}
    where run_id = ${run} and institution_id = 'invented-far-library' and step = 'permit'`;
});
afterAll(() => api.close());

it('is for the staff of the institution it went to', async () => {
  const staff = '404 404 200 404';
  expect(await matrixOf(api, 'GET', `/v1/notices/${REFERENCE}`)).toEqual({
    officer: staff,
    supervisor: staff,
    'case-lead': staff,
    monitor: '403 403 403 403',
    admin: '403 403 403 403',
  });
  expect((await api.call('GET', `/v1/notices/${REFERENCE}`)).status).toBe(401);
});

it('looks to everybody else as if it did not exist, and a misspelt reference too', async () => {
  const stranger = { as: `${FOREIGN}/officer` };
  const address = (reference: string) =>
    `/v1/notices/${reference === REFERENCE ? reference : 'R-NONE-2222'}`;
  expect(await isLikeUnknown(api, 'GET', address, REFERENCE, stranger)).toBe(true);
  const misspelt = await api.call('GET', '/v1/notices/R-TEST', stranger);
  expect(misspelt).toMatchObject({ status: 404, body: { code: 'notice-unknown' } });
  const monitor = await api.call('GET', '/v1/notices/R-NONE-2222', {
    as: 'invented-audit-office/monitor',
  });
  expect(monitor.status).toBe(403);
});
