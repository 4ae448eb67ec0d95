import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townHall } from '../fixtures/town-hall.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

const OTHER = '0'.repeat(64);
const ADMIN_ONLY = (status: string) => ({
  officer: '403 403 403 403',
  supervisor: '403 403 403 403',
  'case-lead': '403 403 403 403',
  monitor: '403 403 403 403',
  admin: `${status} ${status} ${status} ${status}`,
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('who may do what with a definition', () => {
  it('administrators and monitors read', async () => {
    for (const url of ['/v1/definitions', '/v1/definitions/book-loan']) {
      expect(await matrixOf(api, 'GET', url)).toEqual({
        ...ADMIN_ONLY('200'),
        monitor: '200 200 200 200',
      });
    }
    expect(await matrixOf(api, 'GET', '/v1/definitions/book-loan/draft')).toEqual({
      ...ADMIN_ONLY('404'),
      monitor: '404 404 404 404',
    });
    expect(await matrixOf(api, 'GET', '/v1/definitions/book-loan/differences')).toEqual({
      ...ADMIN_ONLY('200'),
      monitor: '200 200 200 200',
    });
  });

  // Allowed, and then refused for what it speaks about, so that nothing is written.
  it.each([
    ['POST', '/v1/definitions', { ...townHall, id: 'system' }, '409'],
    ['PUT', '/v1/definitions/copy-request/draft', townHall, '404'],
    ['DELETE', '/v1/definitions/copy-request/draft', undefined, '404'],
    ['POST', '/v1/definitions/copy-request/check', undefined, '404'],
    ['POST', '/v1/definitions/copy-request/submission', { digest: OTHER }, '404'],
    ['POST', '/v1/definitions/copy-request/approval', { digest: OTHER }, '404'],
    [
      'POST',
      '/v1/definitions/copy-request/return',
      { digest: OTHER, reasons: 'Falta una fuente.' },
      '404',
    ],
    ['POST', '/v1/definitions/copy-request/publication', { digest: OTHER }, '404'],
    [
      'POST',
      '/v1/definitions/copy-request/retirement',
      { version: 1, reasons: 'Ya no se usa.' },
      '404',
    ],
  ] as const)('only administrators: %s %s', async (method, url, body, status) => {
    const before = await api.database.countRows();
    const headers = { 'if-match': `"${OTHER}"` };
    const call = { headers, ...(body ? { body } : {}) };
    expect(await matrixOf(api, method, url, call)).toEqual(ADMIN_ONLY(status));
    expect((await api.call(method, url, call)).status).toBe(401);
    const after = await api.database.countRows();
    expect({ ...after, access_tokens: 0 }).toEqual({ ...before, access_tokens: 0 });
  });
});
