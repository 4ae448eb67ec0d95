import { afterAll, beforeAll, expect, it } from 'vitest';
import { problem } from '../../api/schemas/problem.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { RAW_REQUESTS, sendRaw } from './malformed/raw.js';
import { harmless, mutate } from './malformed/requests.js';
import { seeded } from './malformed/seeded.js';

/** How many requests; more with MALFORMED_REQUESTS, others with MALFORMED_SEED. */
const COUNT = Number(process.env.MALFORMED_REQUESTS ?? 3000);
const SEED = Number(process.env.MALFORMED_SEED ?? 72616);

const CALLERS = [
  'invented-home-library/case-lead',
  'invented-home-library/officer',
  'invented-courier/supervisor',
  'invented-far-library/officer',
  'invented-foreign-library/case-lead',
  'invented-audit-office/monitor',
  'invented-home-library/admin',
];

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
  for (const caller of CALLERS) await api.tokenOf(caller);
});
afterAll(() => api.close());

it(`answers ${COUNT} malformed requests without a 5xx, a leak or a written row`, async () => {
  const random = seeded(SEED);
  const bases = harmless(run);
  const before = await api.database.countRows();
  const seen: Record<number, number> = {};
  const failures: unknown[] = [];
  let slowest = 0;
  const one = async (): Promise<void> => {
    const request = mutate(random.pick(bases), random);
    const token = await api.tokenOf(random.pick(CALLERS));
    const began = performance.now();
    const { statusCode, body, headers } = await api.app.inject({
      ...request,
      method: request.method as 'GET',
      headers: { authorization: `Bearer ${token}`, ...request.headers },
    });
    slowest = Math.max(slowest, performance.now() - began);
    seen[statusCode] = (seen[statusCode] ?? 0) + 1;
    if (statusCode >= 500) failures.push({ request, statusCode });
    if (statusCode < 400 || request.method === 'HEAD') return;
    const shown = problem.strict().safeParse(JSON.parse(body));
    const right = shown.success && shown.data.status === statusCode;
    if (!right || !String(headers['content-type']).startsWith('application/problem+json')) {
      failures.push({ request, body });
    }
    if (/node_modules|\bat .+:\d+:\d+|select .+ from|postgres/i.test(body)) failures.push({ body });
  };
  for (let done = 0; done < COUNT; done += 10) {
    await Promise.all(Array.from({ length: Math.min(10, COUNT - done) }, one));
  }
  expect(failures.slice(0, 5)).toEqual([]);
  expect(await api.database.countRows()).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(slowest).toBeLessThan(5_000);
  // Seen often enough to know that the mutations reach every defence.
  for (const status of [400, 401, 404, 405, 406, 415, 422]) {
    expect(seen[status] ?? 0, `status ${status}`).toBeGreaterThan(0);
  }
});

it('survives what is no HTTP at all', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as { port: number };
  const token = await api.tokenOf('invented-home-library/case-lead');
  const before = await api.database.countRows();
  const answers = await Promise.all(
    RAW_REQUESTS.map((text) => sendRaw(port, text.replaceAll('TOKEN', token), 1_000)),
  );
  const server = answers.flat().filter((status) => status >= 500);
  // 501 and 505 say that HTTP itself is not understood; nothing of ours may answer 5xx.
  expect(server.filter((status) => status !== 501 && status !== 505)).toEqual([]);
  expect(answers.flat().length).toBeGreaterThan(RAW_REQUESTS.length / 2);
  // No pair of requests smuggled in one: each is answered at most once.
  expect(answers.every((statuses) => statuses.length <= 1)).toBe(true);
  expect(await api.database.countRows()).toEqual(before);
  expect((await api.call('GET', '/health')).status).toBe(200);
});
