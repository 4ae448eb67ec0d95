import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import { connectDatabase } from '../../db/client.js';
import { findFreePort } from '../../platform/ports.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Operation {
  operationId: string;
  summary: string;
  'x-es': { summary: string; description: string };
  responses: Record<string, { content?: object }>;
  security?: object[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: async () => false });
});
afterAll(() => api.close());

describe('the service', () => {
  it('is ready without the engine, and says so', async () => {
    expect((await api.call('GET', '/health')).body).toEqual({ status: 'alive' });
    const { status, body } = await api.call('GET', '/ready');
    expect([status, body]).toEqual([
      200,
      { ready: true, database: 'current', engine: 'unreachable' },
    ]);
  });

  it('answers 503 with Retry-After while the database is away, and nothing of why', async () => {
    const db = connectDatabase(`postgresql://nobody@127.0.0.1:${await findFreePort()}/none`);
    const app = await createApp({ door: { ...api.door, db } });
    const authorization = `Bearer ${await api.tokenOf('invented-courier/officer')}`;
    const inbox = await app.inject({ url: '/v1/inbox', headers: { authorization } });
    expect(inbox.statusCode).toBe(503);
    expect(inbox.headers['retry-after']).toBe('5');
    expect(inbox.body).not.toMatch(/127\.0\.0\.1|ECONN|select/i);
    const ready = await app.inject({ url: '/ready' });
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { ready: false, database: 'unreachable', engine: 'not-configured' },
    ]);
    expect((await app.inject({ url: '/health' })).statusCode).toBe(200);
    await app.close();
    await db.close();
  });

  it('does not boot with a route nobody decided about', async () => {
    const app = await createApp({ door: api.door });
    expect(() => app.get('/v1/forgotten', async () => ({}))).toThrow(/policy table/);
    await app.close();
  });

  it('shows the description as a page', async () => {
    const page = await api.app.inject({ url: '/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('the description', () => {
  it('names every operation in both languages, with every status it can answer', async () => {
    const { body } = await api.call<Document>('GET', '/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThanOrEqual(20);
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
    for (const one of operations) {
      expect(one['x-es'].summary, one.operationId).toBeTruthy();
      expect(one['x-es'].summary).not.toBe(one.summary);
      const statuses = Object.keys(one.responses);
      expect(statuses, one.operationId).toEqual(
        expect.arrayContaining(['400', '406', '429', '500', '503']),
      );
      const isPublic = one.security?.length === 0;
      expect(statuses.includes('401'), one.operationId).toBe(!isPublic);
    }
  });
});
