import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ERRORS } from '../../api/errors.js';
import { problem } from '../../api/schemas/problem.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

const HOME = 'invented-home-library/officer';

let api: TestApi;
let narrow: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  narrow = await startTestApi({ settings: { requestsPerWindow: 5, failuresPerWindow: 3 } });
});
afterAll(() => Promise.all([api.close(), narrow.close()]));

describe('a problem', () => {
  it('is a problem document in the language asked for, Spanish by default', async () => {
    const url = `/v1/runs/${'0'.repeat(26)}`;
    const cases = [
      [undefined, 'es', 'El proceso no existe o usted no participa en él.'],
      ['en-US,es;q=0.5', 'en', 'The run does not exist or you are not a party to it.'],
      ['fr', 'es', 'El proceso no existe o usted no participa en él.'],
      ['en;q=0.2, es;q=0.9', 'es', 'El proceso no existe o usted no participa en él.'],
      [';;q=x,,%', 'es', 'El proceso no existe o usted no participa en él.'],
    ] as const;
    for (const [language, answered, detail] of cases) {
      const { status, body, headers } = await api.call('GET', url, {
        as: HOME,
        ...(language ? { language } : {}),
      });
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(headers['content-language']).toBe(answered);
      expect(problem.strict().parse(body)).toMatchObject({
        type: 'urn:retorno:problem:run-unknown',
        code: 'run-unknown',
        status: 404,
        detail,
      });
    }
  });

  it.each([
    ['GET', '/v1/nothing', {}, 404, 'route-unknown'],
    ['GET', '/v1/me/', {}, 404, 'route-unknown'],
    ['DELETE', '/v1/me', {}, 405, 'method-not-allowed'],
    ['PATCH', '/v1/runs', {}, 405, 'method-not-allowed'],
    ['OPTIONS', '/v1/runs', {}, 405, 'method-not-allowed'],
    ['GET', '/v1/me', { headers: { accept: 'text/html' } }, 406, 'not-acceptable'],
    ['GET', '/v1/me', { headers: { accept: 'application/json;q=0' } }, 406, 'not-acceptable'],
    ['GET', '/v1/me?x=%zz', {}, 400, 'query-invalid'],
    ['GET', '/v1/runs/%zz', {}, 400, 'url-malformed'],
    ['GET', '/v1/runs/%c3%28', {}, 400, 'url-malformed'],
    ['GET', '/v1/runs/%00', {}, 404, 'run-unknown'],
    ['GET', '/v1/runs/..%2f..%2fetc', {}, 404, 'run-unknown'],
    ['GET', '/v1/protocols/book-loan/versions/1e9', {}, 404, 'definition-unknown'],
    ['GET', '/v1/protocols/__proto__/versions/1', {}, 404, 'definition-unknown'],
  ] as const)('%s %s: %i', async (method, url, call, status, code) => {
    const answer = await api.call<{ code?: string }>(method, url, { as: HOME, ...call });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.allow).toMatch(/GET|POST/);
  });

  it('names the media types and sizes it does not take', async () => {
    const post = (headers: Record<string, string>, payload: string | Buffer) =>
      api.app.inject({ method: 'POST', url: '/v1/runs', headers, payload });
    const authorization = `Bearer ${await api.tokenOf('invented-home-library/case-lead')}`;
    const base = { authorization, 'idempotency-key': freshKey() };
    const json = { ...base, 'content-type': 'application/json' };
    const answers = await Promise.all([
      post({ ...base, 'content-type': 'text/plain' }, '{}'),
      post({ ...base, 'content-type': 'application/xml' }, '<a/>'),
      post({ ...base, 'content-type': 'application/json; charset=utf-16' }, '{}'),
      post(json, `"${'x'.repeat(256 * 1024)}"`),
      post(json, '{"a":1,"a":2}'),
      post(json, '{'),
      post(json, ''),
      post(json, Buffer.from([0x22, 0xff, 0x22])),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([
      415, 415, 415, 413, 400, 400, 400, 400,
    ]);
    for (const { body } of answers) problem.strict().parse(JSON.parse(body));
  });

  it('limits how often one token asks, and how often one address fails to sign in', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { status, headers } = await narrow.call('GET', '/v1/me', { as: HOME });
      statuses.push(status);
      if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const other = await narrow.call('GET', '/v1/me', { as: 'invented-courier/officer' });
    expect(other.status).toBe(200);
    const failed: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const headers = { authorization: `Bearer rt_wrong_${i}` };
      failed.push((await narrow.call('GET', '/v1/me', { headers })).status);
    }
    expect(failed).toEqual([401, 401, 401, 429, 429]);
  });

  it('has a sentence in both languages for every code', () => {
    for (const { es, en, status } of Object.values(API_ERRORS)) {
      expect(es).not.toBe(en);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
