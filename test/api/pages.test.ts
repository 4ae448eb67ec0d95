import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import { FOREIGN, startTestApi, type TestApi } from '../support/api.js';

const OWN = 'invented-far-library/officer';
const REFERENCE = 'R-TEST-2222';
const NAME = '<script>alert(1)</script> & "Biblioteca"';

let api: TestApi;
let app: Api;
let run: string;
let log = '';
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
  await api.answer(run, 'home-library', 'request', 'accepted');
  const { sql } = api.database.db;
  await sql`update notices set reference = ${REFERENCE}
    where run_id = ${run} and institution_id = 'invented-far-library' and step = 'permit'`;
  await sql`update institutions set name_es = ${NAME}, name_en = ${NAME} where id = 'invented-far-library'`;
  await api.door.directory.reload();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  const settings = { failuresPerWindow: 1_000 };
  app = await createApp({
    door: api.door,
    logger: pino({ level: 'trace' }, stream),
    settings,
    testMail: true,
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

const at = (reference: string, query = '') => `/avisos/${encodeURIComponent(reference)}${query}`;

function show(url: string) {
  return app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
}

function enter(url: string, access: string, on: Api = app) {
  return on.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ access }).toString(),
  });
}

/** Headers that differ from one answer to the next without telling anything. */
function steady(headers: object) {
  const { date, ...rest } = headers as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => !/^x-(request-id|ratelimit)/.test(name)),
  );
}

describe('the page of a notice before anybody signed in', () => {
  it('is the same whether or not there is such a notice', async () => {
    const known = await show(at(REFERENCE));
    expect(known.statusCode).toBe(200);
    expect(known.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const other of ['R-NONE-2222', 'x', '<b>', '\'"><script>alert(1)</script>', '%00']) {
      const page = await show(at(other));
      expect(page.body, other).toBe(known.body);
      expect(steady(page.headers), other).toEqual(steady(known.headers));
    }
    for (const told of [run, 'permit', 'Dar el permiso', 'Biblioteca', REFERENCE, 'invented-']) {
      expect(known.body).not.toContain(told);
    }
  });

  it('changes nothing, however often a robot follows the link', async () => {
    const before = await api.database.countRows();
    for (let i = 0; i < 5; i += 1) {
      await show(at(REFERENCE));
      await app.inject({ method: 'HEAD', url: at(REFERENCE) });
    }
    expect(await api.database.countRows()).toEqual(before);
  });

  it('may load and run nothing, is kept by no cache and listed by no search engine', async () => {
    for (const url of ['/', at(REFERENCE)]) {
      const { headers, body } = await show(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('set-cookie');
      expect(body).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\//i);
    }
  });

  it('comes in Spanish, and in English when the address asks', async () => {
    const [es, en] = [await show(at(REFERENCE)), await show(at(REFERENCE, '?lang=en'))];
    expect(es.body).toContain('<html lang="es">');
    expect(es.body).toContain('Clave de acceso de su institución');
    expect(en.body).toContain('<html lang="en">');
    expect(en.body).toContain('Access token of your institution');
    expect(en.headers['content-language']).toBe('en');
  });
});

describe('the page of a notice with an access', () => {
  it('shows its institution the task, its deadline and its basis, in both languages', async () => {
    const token = await api.tokenOf(OWN);
    const es = await enter(at(REFERENCE), token);
    expect(es.statusCode).toBe(200);
    for (const told of [
      'Tarea nueva',
      'Dar el permiso',
      'Vence en 15 días hábiles',
      '(hora de Ciudad de México)',
      'Se entiende aceptado si el acuerdo vigente lo dice',
      'fifteen working days',
      REFERENCE,
      `retorno complete ${run} permit`,
      `POST /v1/runs/${run}/steps/permit/complete`,
    ]) {
      expect(es.body).toContain(told);
    }
    const en = await enter(at(REFERENCE, '?lang=en'), ` ${token}\n`);
    for (const told of ['New task', 'Give the permit', 'Due in 15 working days']) {
      expect(en.body).toContain(told);
    }
    expect(en.body).not.toMatch(/undefined|\[object/);
    expect(steady(es.headers)).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('shows names as typed, never as HTML', async () => {
    const { body } = await enter(at(REFERENCE), await api.tokenOf(OWN));
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Biblioteca&quot;');
  });

  it('says the same to a wrong access, one of another institution and one that reads no notices', async () => {
    const known = await api.tokenOf(OWN);
    const wrong = [
      'x',
      `${known.slice(0, -1)}${known.endsWith('0') ? '1' : '0'}`,
      await api.tokenOf(`${FOREIGN}/officer`),
      await api.tokenOf('invented-home-library/case-lead'),
      await api.tokenOf('invented-far-library/monitor'),
      await api.tokenOf('invented-far-library/admin'),
    ];
    const answers = [];
    for (const token of wrong) answers.push(await enter(at(REFERENCE), token));
    answers.push(await enter(at('R-NONE-2222'), known), await enter(at("'><b>"), known));
    for (const { statusCode, body, headers } of answers) {
      expect(statusCode).toBe(403);
      expect(body).toBe(answers[0]!.body);
      expect(steady(headers)).toEqual(steady(answers[0]!.headers));
    }
    expect(answers[0]!.body).toContain('<title>Error: ');
    expect(answers[0]!.body).not.toContain('Dar el permiso');
    const empty = await enter(at(REFERENCE, '?lang=en'), ' ');
    expect([empty.statusCode, empty.body.includes('Enter the access token')]).toEqual([422, true]);
  });

  it('repeats no access in an answer, an address or the log', async () => {
    const tokens = [await api.tokenOf(OWN), await api.tokenOf(`${FOREIGN}/officer`), 'rt_mistyped'];
    for (const token of tokens) {
      const answer = await enter(at(REFERENCE), token);
      expect(answer.body + JSON.stringify(answer.headers)).not.toContain(token);
      expect(answer.headers).not.toHaveProperty('location');
    }
    expect(log).toContain('"route":"/avisos/:reference"');
    for (const token of tokens) expect(log).not.toContain(token);
    expect(log).not.toContain(REFERENCE);
  });

  it('cannot be tried for ever: tries here and at the API count together', async () => {
    const strict = await createApp({ door: api.door, settings: { failuresPerWindow: 3 } });
    const statuses = [];
    for (let i = 0; i < 2; i += 1)
      statuses.push((await enter(at(REFERENCE), 'x', strict)).statusCode);
    statuses.push((await strict.inject({ url: '/v1/me' })).statusCode);
    const refused = await enter(at(REFERENCE), 'x', strict);
    statuses.push(refused.statusCode, (await strict.inject({ url: '/v1/me' })).statusCode);
    await strict.close();
    expect(statuses).toEqual([403, 403, 401, 429, 429]);
    expect(refused.headers['content-type']).toContain('text/html');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('answers what is no form with a page', async () => {
    const token = await api.tokenOf(OWN);
    const json = await app.inject({
      method: 'POST',
      url: at(REFERENCE),
      payload: { access: token },
    });
    const long = await enter(at(REFERENCE), 'x'.repeat(5000));
    expect([json.statusCode, long.statusCode]).toEqual([415, 413]);
    for (const { headers, body } of [json, long]) {
      expect(headers['content-type']).toContain('text/html');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(body).toContain('No se pudo mostrar la página');
    }
    expect((await app.inject({ method: 'PUT', url: at(REFERENCE) })).statusCode).toBe(405);
  });
});

describe('the home page', () => {
  it('leads to the description, and to caught mail only where there is any', async () => {
    expect((await show('/')).body).toMatch(/href="\/docs".*href="\/correo"/s);
    expect((await show('/?lang=en')).body).toContain('Demo mail');
    const without = await api.app.inject({ url: '/' });
    expect(without.body).toContain('href="/docs"');
    expect(without.body).not.toContain('/correo');
  });

  it('is not part of the description of the API', async () => {
    const { body } = await api.call<{ paths: object }>('GET', '/v1/openapi.json');
    expect(Object.keys(body.paths).filter((path) => !/^\/(v1|health|ready)/.test(path))).toEqual(
      [],
    );
  });
});
