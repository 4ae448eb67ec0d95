import type { Method } from '../../support/api.js';
import type { Seeded } from './seeded.js';

/** A request that is refused even when nothing is wrong with its form, so that no mutation of it can write. */
export interface Harmless {
  readonly method: Method;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body?: object;
}

const NO_DIGEST = '0'.repeat(64);

/** One of each kind of request, about a run that exists. */
export function harmless(run: string): Harmless[] {
  const of = (method: Method, path: string, body?: object, query = {}): Harmless => ({
    method,
    path: path.split('/'),
    query,
    ...(body ? { body } : {}),
  });
  const bindings = { 'home-library': 'invented-home-library', courier: 'invented-courier' };
  return [
    of('POST', 'v1/runs', { protocol: 'book-loan', bindings, attributes: {}, dates: {} }),
    of('GET', 'v1/runs', undefined, { limit: '10', state: 'open' }),
    of('GET', `v1/runs/${run}`),
    of('GET', `v1/runs/${run}/history`, undefined, { limit: '5', cursor: 'MA' }),
    of('POST', `v1/runs/${run}/roles/courier`, { institution: 'nobody', reason: 'no-capacity' }),
    of('GET', 'v1/inbox', undefined, { state: 'soon', step: 'request', limit: '3', cursor: 'MA' }),
    of('GET', `v1/runs/${run}/steps/request`, undefined, { opening: '1' }),
    of('PUT', `v1/runs/${run}/steps/request/draft`, { opening: 99, answers: { reason: 'x' } }),
    of('DELETE', `v1/runs/${run}/steps/request/draft`, undefined, { opening: '99' }),
    of('POST', `v1/runs/${run}/steps/request/complete`, {
      opening: 99,
      outcome: 'accepted',
      answers: { reason: 'x', route: 'road' },
    }),
    of('POST', `v1/runs/${run}/events/start-over`, { role: 'home-library', answers: {} }),
    of('GET', 'v1/shares', undefined, { state: 'released', cursor: 'MA' }),
    of('GET', `v1/runs/${run}/shares/tell-expert.1.route-sheet`),
    of('POST', `v1/runs/${run}/shares/tell-expert.1.route-sheet/acknowledgement`, {}),
    of('GET', 'v1/notices/R-2222-2222'),
    of('GET', 'v1/protocols/book-loan/versions/1'),
    of('GET', 'v1/institutions', undefined, { kind: 'LIB', country: 'MX' }),
    of('GET', 'v1/operations', undefined, { limit: '3', cursor: 'MA' }),
    of('GET', `v1/operations/${run}`),
    of('GET', `v1/operations/${run}/lines`, undefined, { limit: '3', cursor: 'MA' }),
    of('GET', `v1/operations/${run}/versions`),
    of('GET', `v1/operations/${run}/reconciliation`),
    of('GET', 'v1/me'),
    of('GET', 'v1/protocols'),
    of('GET', 'v1/definitions'),
    of('GET', 'v1/definitions/book-loan'),
    of('GET', 'v1/definitions/book-loan/differences', undefined, { from: '1', to: '1' }),
    of('POST', 'v1/definitions', { language: 1, id: 'system', version: 1, steps: [], roles: [] }),
    of('PUT', 'v1/definitions/book-loan/draft', { language: 1, id: 'book-loan', steps: [] }),
    of('DELETE', 'v1/definitions/book-loan/draft'),
    of('POST', 'v1/definitions/book-loan/check'),
    ...['submission', 'approval', 'return', 'publication'].map((what) =>
      of('POST', `v1/definitions/book-loan/${what}`, {
        digest: NO_DIGEST,
        reasons: 'x'.repeat(20),
      }),
    ),
    of('POST', 'v1/definitions/book-loan/retirement', { version: 99, reasons: 'x'.repeat(20) }),
    of('GET', 'ready'),
  ];
}

/** Values that have broken somebody's service somewhere. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e',
  '💥'.repeat(50),
  'x'.repeat(30_000),
  "'; drop table runs; --",
  '{{7*7}}',
  '../../../../etc/passwd',
  '1e999',
  'NaN',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00',
  [],
  {},
  [[[[]]]],
  { constructor: { prototype: { polluted: true } } },
  { toString: 'x' },
  ['accepted'],
  { $ne: null },
];

const ODD_PARTS: readonly string[] = [
  '',
  '%00',
  '%ff',
  '%c3%28',
  '%zz',
  '%',
  '%2e%2e%2f',
  '..',
  '%F0%9F%92%A5',
  '__proto__',
  'constructor',
  '%20',
  '*',
  ':run',
  '%u0041',
  'x'.repeat(390),
  'x'.repeat(500),
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '%27%20or%201=1--',
  'tell-expert.0.x',
  'tell-expert.999999.x',
  '0'.repeat(26),
  'v'.repeat(26),
];

const TEXTS = [
  '{"a":1,"a":2}',
  '{"__proto__":{"polluted":true}}',
  '['.repeat(5000),
  '{"a":'.repeat(3000),
  '{"opening":1e999}',
  '{"opening":-0}',
  '{"opening":01}',
  "{'opening':1}",
  '{"opening":1,}',
  '{"opening":1}//',
  '\ufeff{}',
  'null',
  '[]',
  '"x"',
  '1',
  '',
  ' ',
  '{"answers":{"reason":"\\ud800"}}',
  '{"answers":{"reason":"\\u0000"}}',
  '{"\\u0000":1}',
] as const;

const TYPES = [
  'application/json',
  'Application/JSON',
  'application/json; charset=utf-8',
  'application/json; charset=utf-7',
  'application/json;;',
  'text/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/problem+json',
  'application/json, text/plain',
  '*/*',
  'x',
] as const;

const HEADERS: readonly [string, string][] = [
  ['accept', 'text/html'],
  ['accept', ';;;'],
  ['accept', 'application/json;q=abc'],
  ['accept-language', 'x'.repeat(4000)],
  ['accept-language', ',,,;q=2'],
  ['idempotency-key', ''],
  ['idempotency-key', 'short'],
  ['idempotency-key', 'x'.repeat(5000)],
  ['idempotency-key', 'ñandú-ñandú'],
  ['authorization', 'Bearer rt_x'],
  ['authorization', 'Basic eDp4'],
  ['authorization', `Bearer ${'x'.repeat(8000)}`],
  ['x-forwarded-for', '127.0.0.1, ::1, \'"'],
  ['x-http-method-override', 'DELETE'],
  ['transfer-encoding', 'identity'],
  ['range', 'bytes=0-,-1'],
  ['if-none-match', '*'],
  ['content-encoding', 'gzip'],
];

export interface Mutated {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
}

/** The request with one to three things wrong. */
export function mutate(base: Harmless, random: Seeded): Mutated {
  const path = [...base.path];
  const query = Object.entries(base.query);
  const headers: Record<string, string> = { 'idempotency-key': `malformed-${random.below(1e9)}` };
  let { method } = base as { method: string };
  let payload: string | Buffer | undefined = base.body && JSON.stringify(base.body);
  if (payload !== undefined) headers['content-type'] = 'application/json';
  for (let n = 1 + random.below(3); n > 0; n -= 1) {
    switch (random.below(base.body ? 9 : 5)) {
      case 0:
        path[random.below(path.length)] = random.pick(ODD_PARTS);
        break;
      case 1:
        query.push([
          random.pick(['limit', 'cursor', 'state', 'x', '__proto__', 'a[b]']),
          random.pick(ODD_PARTS),
        ]);
        break;
      case 2:
        if (query.length > 0) query[random.below(query.length)]![1] = random.pick(ODD_PARTS);
        break;
      case 3: {
        const [name, value] = random.pick(HEADERS);
        headers[name] = value;
        break;
      }
      case 4:
        method = random.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE']);
        break;
      case 5:
        payload = JSON.stringify(withOddValue(base.body!, random));
        break;
      case 6:
        payload = random.pick(TEXTS);
        break;
      case 7:
        headers['content-type'] = random.pick(TYPES);
        break;
      default:
        payload = withOddBytes(Buffer.from(payload ?? '{}'), random);
    }
  }
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  const url = `/${path.join('/')}${search ? `?${search}` : ''}`;
  return { method, url, headers, ...(payload === undefined ? {} : { payload }) };
}

function withOddValue(body: object, random: Seeded): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const names = [...Object.keys(copy), 'extra', '__proto__x', ''];
  const name = random.pick(names);
  const inner = copy[name];
  if (typeof inner === 'object' && inner !== null && random.below(2) === 0) {
    Object.assign(inner, {
      [random.pick(['reason', 'route', 'departure', 'x'])]: random.pick(ODD_VALUES),
    });
    return copy;
  }
  copy[name] = random.pick(ODD_VALUES);
  return random.below(8) === 0 ? random.pick(ODD_VALUES) : copy;
}

function withOddBytes(bytes: Buffer, random: Seeded): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length === 0) return Buffer.from([random.below(256)]);
  if (random.below(2) === 0) return copy.subarray(0, random.below(copy.length));
  for (let n = 1 + random.below(4); n > 0; n -= 1)
    copy[random.below(copy.length)] = random.below(256);
  return copy;
}
