import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
const routes: { method: string; url: string }[] = [];
beforeAll(async () => {
  const { webPages } = await import('../../web/register-web.js');
  web = await startTestWeb({
    settings: { strictTransport: true },
    pages: async (app, context, countFailure) => {
      // Those of the API were registered before: they are in the description, which names every one of them.
      app.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) routes.push({ method: one, url });
      });
      await webPages({})(app, context, countFailure);
    },
  });
  const { paths } = JSON.parse((await web.app.inject('/docs/json')).body) as {
    paths: Record<string, Record<string, unknown>>;
  };
  for (const [url, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      routes.push({ method: method.toUpperCase(), url: url.replace(/\{(\w+)\}/g, ':$1') });
    }
  }
});
afterAll(() => web.close());

const OWN_FILES = /^\/(docs|recursos)\//;

/** What is wrong with the head of an answer. */
function faultsOf(url: string, headers: Record<string, unknown>): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const expected: Record<string, RegExp> = {
    'content-security-policy': /^default-src 'none'/,
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^(no-referrer|same-origin)$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'strict-transport-security': /^max-age=\d{8,}/,
    'cache-control': OWN_FILES.test(url) ? /./ : /^no-store$/,
  };
  const wrong = Object.entries(expected).flatMap(([name, wanted]) =>
    wanted.test(String(headers[name] ?? '')) ? [] : `${url}: ${name}: ${headers[name]}`,
  );
  if (!/frame-ancestors 'none'/.test(policy)) wrong.push(`${url}: may be framed`);
  if (/unsafe|https?:|\*/.test(policy)) wrong.push(`${url}: ${policy}`);
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) {
    if (headers[name] !== undefined) wrong.push(`${url}: says ${name}`);
  }
  return wrong;
}

/** Stacks, statements, tables, paths, and what things are made of. */
const INSIDE =
  /node_modules|\bat .+:\d+:\d+|\.(ts|js):\d+|select .+ from |relation "|postgres|drizzle|temporal\.api|fastify|\bhistory_|person_keys|FST_ERR/i;

test('every answer of every route carries the protecting headers and says nothing of the inside, whoever asks', async () => {
  const wrong: string[] = [];
  let asked = 0;
  const statuses = new Set<number>();
  // The methods an address does not take are answered alike; one of them is enough.
  const known = routes.filter(
    ({ url, method }) => !url.includes('*') && /^(GET|POST|PUT|PATCH|DELETE)$/.test(method),
  );
  for (const { method, url } of known) {
    const address = url.replace(/:(\w+)/g, 'no-existe');
    for (const as of [
      undefined,
      'invented-home-library/case-lead',
      'invented-audit-office/monitor',
    ]) {
      const isApi = url.startsWith('/v1');
      const who =
        as === undefined
          ? {}
          : isApi
            ? { authorization: `Bearer ${await web.tokenOf(as)}` }
            : { cookie: `__Host-retorno=${await web.sessionOf(as)}` };
      const answer = await web.app.inject({
        method: method as 'GET',
        url: address,
        headers: { accept: isApi ? 'application/json' : 'text/html', ...who },
      });
      asked += 1;
      statuses.add(answer.statusCode);
      wrong.push(...faultsOf(`${method} ${url}`.replace(/^GET /, ''), answer.headers));
      const inside = answer.statusCode >= 400 ? INSIDE.exec(answer.body) : null;
      if (inside) wrong.push(`${method} ${url}: ${answer.statusCode} says “${inside[0]}”`);
      if (answer.statusCode === 500) wrong.push(`${method} ${url}: 500`);
      // What an address does not take it takes from nobody.
      if (answer.statusCode === 405) break;
    }
  }
  for (const url of [
    '/no/existe',
    '/v1/no/existe',
    '/%zz',
    '/docs/json',
    '/docs/static/swagger-ui.css',
    '/recursos/no',
  ]) {
    const answer = await web.app.inject({ url });
    wrong.push(...faultsOf(url, answer.headers));
  }
  console.log(
    `${asked} answers of ${known.length} routes, statuses ${[...statuses].sort().join(' ')}`,
  );
  expect(wrong).toEqual([]);
  expect(known.length).toBeGreaterThan(120);
  for (const status of [200, 303, 400, 401, 404, 405, 422]) {
    expect(statuses, String(status)).toContain(status);
  }
});
