import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_ROLES } from '../../db/queries/access-tokens.js';
import { FOREIGN, freshKey, type Method, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
});
afterAll(() => api.close());

/** Requests about the step `request`, which is the home library's; bodies that change nothing when allowed. */
const requests: [string, Method, string, object | undefined, string][] = [
  ['read', 'GET', '', undefined, '200'],
  ['complete', 'POST', '/complete', { opening: 9, outcome: 'accepted' }, '409'],
  ['save a draft of', 'PUT', '/draft', { opening: 9, answers: {} }, '409'],
  ['delete a draft of', 'DELETE', '/draft?opening=9', undefined, '204'],
];

describe('who may work on a step', () => {
  it.each(requests)(
    'only the institution that must answer may %s it',
    async (_, method, path, body, allowed) => {
      const url = `/v1/runs/${run}/steps/request${path}`;
      const staff = `${allowed} 403 404 404`;
      expect(await matrixOf(api, method, url, { key: freshKey(), body })).toEqual({
        officer: staff,
        supervisor: staff,
        'case-lead': staff,
        monitor: '403 403 403 403',
        admin: '403 403 403 403',
      });
    },
  );

  it.each(requests)(
    '%s: an unknown run and a foreign one look the same',
    async (_, method, path, body) => {
      for (const role of ACCESS_ROLES.filter((one) => one !== 'monitor' && one !== 'admin')) {
        const same = await isLikeUnknown(
          api,
          method,
          (id) => `/v1/runs/${id}/steps/request${path}`,
          run,
          { as: `${FOREIGN}/${role}`, key: freshKey(), body },
        );
        expect(same, role).toBe(true);
      }
    },
  );

  it('nobody without a current token', async () => {
    const url = `/v1/runs/${run}/steps/request`;
    const token = await api.tokenOf('invented-home-library/supervisor');
    const forms = ['', 'Bearer', `Basic ${token}`, `Bearer ${token}x`, `Bearer ${token} x`];
    for (const authorization of forms) {
      const { status, body } = await api.call('GET', url, { headers: { authorization } });
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    }
  });
});
