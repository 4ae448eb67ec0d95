import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../db/queries/sessions.js';
import { DEFAULT_WEB } from '../../web/context.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { hiddenIn, type Visitor, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { FAR, HOME, PASSWORD, personIn, signedIn } from './people.js';

let web: TestWeb;
beforeAll(async () => {
  // Second factors have tests of their own.
  web = await startTestWeb({ web: { demo: true } });
});
afterAll(() => web.close());

const secretOf = (browser: Visitor) => browser.cookies.get(SESSION_COOKIE)!;
const withSecret = (secret: string) => {
  const browser = visitorOf(web);
  browser.cookies.set(SESSION_COOKIE, secret);
  return browser;
};
const switchTo = (browser: Visitor, institucion: string, funcion: string) =>
  browser.submit('/cuenta', { institucion, funcion }, '/cuenta/funcion');

describe('one person with two roles', () => {
  it('works in one at a time and switches under a new secret', async () => {
    const { email } = await personIn(web, 'officer', `${FAR}/case-lead`);
    const browser = await signedIn(web, email);
    const page = await browser.get('/cuenta');
    const before = secretOf(browser);
    const wanted = page.html.includes('Trabajar como Responsable de caso') ? FAR : HOME;
    const role = wanted === FAR ? 'case-lead' : 'officer';
    const seen = await switchTo(browser, wanted, role);
    expect(seen).toMatchObject({ status: 303, location: wanted === FAR ? '/panel' : '/tareas' });
    expect(secretOf(browser)).not.toBe(before);
    expect(await withSecret(before).get('/cuenta')).toMatchObject({ status: 303 });
    expect((await browser.get('/cuenta')).html).not.toBe(page.html);
    const again = await signedIn(web, email);
    expect(await again.get('/')).toMatchObject({ location: seen.location });
  });

  it('cannot switch to a role of somebody else, nor to one that ended', async () => {
    const { id, email } = await personIn(web, 'officer', 'supervisor');
    const browser = await signedIn(web, email);
    expect(await switchTo(browser, HOME, 'admin')).toMatchObject({ status: 403 });
    expect(await switchTo(browser, FAR, 'officer')).toMatchObject({ status: 403 });
    await web.database.db
      .sql`update memberships set active = false where user_id = ${id} and role <> 'officer'`;
    expect(await switchTo(browser, HOME, 'supervisor')).toMatchObject({ status: 403 });
  });

  it('lives no longer by switching', async () => {
    const { id, email } = await personIn(web, 'officer', 'supervisor');
    const browser = await signedIn(web, email);
    await switchTo(browser, HOME, 'supervisor');
    await switchTo(browser, HOME, 'officer');
    const rows = await web.database.db.sql`
      select distinct date_trunc('milliseconds', expires_at), date_trunc('milliseconds', authenticated_at) from sessions where user_id = ${id}`;
    expect(rows).toHaveLength(1);
  });
});

describe('open sessions', () => {
  it('are listed with browser and system only, and all end at once', async () => {
    const { email } = await personIn(web);
    const agent = {
      'user-agent':
        'Mozilla/5.0 (Linux; Android 14; Invented Phone 7) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    };
    const phone = visitorOf(web);
    const { html } = await phone.get('/entrar');
    await phone.post('/entrar', { ...hiddenIn(html), correo: email, clave: PASSWORD }, agent);
    const desk = await signedIn(web, email);
    const list = await desk.get('/cuenta/sesiones');
    expect(list.html).toContain('Chrome, Android');
    expect(list.html).not.toContain('Invented Phone');
    const form = { ...hiddenIn(list.html) };
    expect(await desk.post('/cuenta/sesiones', { ...form, cuales: 'demas' })).toMatchObject({
      location: '/cuenta/sesiones',
    });
    expect(await phone.get('/cuenta')).toMatchObject({ status: 303 });
    expect(await desk.get('/cuenta')).toMatchObject({ status: 200 });
    await desk.post('/cuenta/sesiones', { ...form, cuales: 'todas' });
    expect(await desk.get('/cuenta')).toMatchObject({ status: 303 });
  });

  it('a thousand of them end by one act, each at its next request', async () => {
    const { id: userId, email } = await personIn(web);
    const desk = await signedIn(web, email);
    const of = { userId, institution: HOME, role: 'officer', factors: ['password'] } as const;
    const { sessionLife: life } = DEFAULT_WEB;
    const { sql } = web.database.db;
    const ten = Array.from({ length: 10 }, () => openSession(web.database.db, { ...of, life }));
    const secrets = await Promise.all(ten);
    await sql`insert into sessions (id, token_hash, user_id, institution_id, role, factors, expires_at)
      select 'thousand-' || n, 'thousand-' || n, ${userId}, ${HOME}, 'officer', '{password}', now() + interval '8 hours'
      from generate_series(1, 990) n`;
    const statuses = async () => {
      const asked = secrets.map(async (secret) => {
        const headers = { cookie: `${SESSION_COOKIE}=${secret}`, accept: 'text/html' };
        return (await web.app.inject({ url: '/ayuda/protocolos', headers })).statusCode;
      });
      return new Set(await Promise.all(asked));
    };
    expect(await statuses()).toEqual(new Set([200]));
    const began = performance.now();
    const { html } = await desk.get('/cuenta/sesiones');
    await desk.post('/cuenta/sesiones', { ...hiddenIn(html), cuales: 'todas' });
    expect(await statuses()).toEqual(new Set([303]));
    expect(performance.now() - began).toBeLessThan(60_000);
    const left = await sql`select from sessions where user_id = ${userId} and revoked_at is null`;
    expect(left.length).toBe(0);
  });
});

describe('what touches the way in', () => {
  const old = (id: string) =>
    web.database.db
      .sql`update sessions set authenticated_at = now() - interval '11 minutes' where user_id = ${id}`;

  it('asks for a recent proof, leads back, and gives a new secret', async () => {
    const { id, email } = await personIn(web);
    const browser = await signedIn(web, email);
    expect(await browser.get('/cuenta/clave')).toMatchObject({ status: 200 });
    await old(id);
    const asked = await browser.get('/cuenta/clave');
    expect(asked).toMatchObject({ status: 303, location: '/cuenta/confirmar?a=%2Fcuenta%2Fclave' });
    const wrong = await browser.submit(asked.location, { clave: 'otra contraseña larga' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(await browser.get('/cuenta/clave')).toMatchObject({ status: 303 });
    const before = secretOf(browser);
    const right = await browser.submit(asked.location, { clave: PASSWORD });
    expect(right).toMatchObject({ status: 303, location: '/cuenta/clave' });
    expect(secretOf(browser)).not.toBe(before);
    expect(await browser.get('/cuenta/clave')).toMatchObject({ status: 200 });
  });

  it('does nothing without that proof', async () => {
    const { id, email } = await personIn(web);
    const browser = await signedIn(web, email);
    const { html } = await browser.get('/cuenta/clave');
    await old(id);
    const sent = await browser.post('/cuenta/clave', {
      ...hiddenIn(html),
      nueva: 'siete ríos lentos',
    });
    expect(sent).toMatchObject({ status: 303, location: '/cuenta/confirmar?a=%2Fcuenta%2Fclave' });
    await signedIn(web, email);
  });

  it('ends the other sessions when the password changes', async () => {
    const { email } = await personIn(web);
    const [browser, other] = [await signedIn(web, email), await signedIn(web, email)];
    const nueva = 'siete ríos lentos';
    expect(await browser.submit('/cuenta/clave', { nueva: 'corta' })).toMatchObject({
      status: 422,
    });
    expect(await browser.submit('/cuenta/clave', { nueva })).toMatchObject({ location: '/cuenta' });
    expect(await browser.get('/cuenta')).toMatchObject({ status: 200 });
    expect(await other.get('/cuenta')).toMatchObject({ status: 303 });
    await expect(signedIn(web, email)).rejects.toThrow('422');
    const again = await visitorOf(web).submit('/entrar', { correo: email, clave: nueva });
    expect(again).toMatchObject({ status: 303 });
  });
});

describe('the language of the account', () => {
  it('is kept with the account and shown at once', async () => {
    const { email } = await personIn(web);
    const browser = await signedIn(web, email);
    const sent = await browser.submit('/cuenta', { idioma: 'en' }, '/cuenta/idioma');
    expect(sent).toMatchObject({ status: 303, location: '/idioma/en?a=/cuenta' });
    const other = await signedIn(web, email);
    expect((await other.get('/cuenta')).html).toContain('<html lang="en"');
  });

  it('is offered to be changed to the other one, also where this machine shows pages in another language', async () => {
    const { email } = await personIn(web);
    const browser = await signedIn(web, email);
    const offered = async () => {
      const { html } = await browser.get('/cuenta');
      return [
        /<html lang="(..)"/.exec(html)?.[1],
        /name="idioma" value="(..)"/.exec(html)?.[1],
        /Use (Spanish|English) for my account|Usar (español|inglés) en mi cuenta/.exec(html)?.[0],
        /(On this machine you chose|En este equipo eligió)/.test(html),
      ];
    };
    expect(await offered()).toEqual(['es', 'en', 'Usar inglés en mi cuenta', false]);
    await browser.get('/idioma/en?a=/cuenta');
    expect(await offered()).toEqual(['en', 'en', 'Use English for my account', true]);
    const { location } = await browser.submit('/cuenta', { idioma: 'en' }, '/cuenta/idioma');
    await browser.get(location);
    expect(await offered()).toEqual(['en', 'es', 'Use Spanish for my account', false]);
  });
});
