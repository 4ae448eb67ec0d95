import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../accounts/passwords.js';
import { provePassword } from '../../accounts/sign-in.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { savePassword } from '../../db/queries/passwords.js';
import { addUser, findUserByEmail } from '../../db/queries/users.js';
import { users } from '../../db/schema/index.js';
import { ENTRY_COOKIE, SESSION_COOKIE } from '../../web/frame/cookies.js';
import { hiddenIn, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const PASSWORD = 'cuatro nubes sobre el río';
const HOME = 'invented-home-library';
let web: TestWeb;
let people = 0;

beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

async function person(...roles: AccessRole[]): Promise<{ id: string; email: string }> {
  people += 1;
  const email = `persona.inventada.${people}@biblioteca.example`;
  const id = await addUser(web.database.db, {
    displayName: `Persona Inventada ${people}`,
    email,
    memberships: (roles.length > 0 ? roles : (['officer'] as const)).map((role) => ({
      institution: HOME,
      role,
    })),
  });
  await savePassword(web.database.db, id, await hashPassword(PASSWORD));
  return { id, email };
}

const enter = (email: string, clave = PASSWORD, page = '/entrar') =>
  visitorOf(web).submit(page, { correo: email, clave });

describe('the way in', () => {
  it('asks whoever opens a page without a session to sign in, and leads to that very page', async () => {
    const { email } = await person();
    const browser = visitorOf(web);
    const asked = await browser.get('/cuenta/sesiones?orden=2');
    expect(asked).toMatchObject({
      status: 303,
      location: '/entrar?a=%2Fcuenta%2Fsesiones%3Forden%3D2',
    });
    const entered = await browser.submit(asked.location, { correo: email, clave: PASSWORD });
    expect(entered).toMatchObject({ status: 303, location: '/cuenta/sesiones?orden=2' });
    expect(await browser.get(entered.location)).toMatchObject({ status: 200 });
  });

  it('leads to the work of the role when no page was asked for', async () => {
    expect(await enter((await person()).email)).toMatchObject({ status: 303, location: '/tareas' });
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'tareas'])(
    'leads nowhere outside: %s',
    async (to) => {
      const { email } = await person();
      const seen = await enter(email, PASSWORD, `/entrar?a=${encodeURIComponent(to)}`);
      expect(seen).toMatchObject({ status: 303, location: '/tareas' });
    },
  );

  it('takes the address in any case and with blanks around it', async () => {
    const { email } = await person();
    expect(await enter(`  ${email.toUpperCase()} `)).toMatchObject({ status: 303 });
  });

  it('keeps the cookie from scripts, other hosts, other sites and plain transport', async () => {
    const { email } = await person();
    const { headers } = await enter(email);
    const set = [headers['set-cookie']]
      .flat()
      .find((one) => String(one).startsWith(`${SESSION_COOKIE}=`));
    expect(set).toMatch(/^__Host-retorno=[0-9a-v]{52}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('brings the form back with what was typed, except the password', async () => {
    const seen = await enter('persona@biblioteca.example', '');
    expect(seen.status).toBe(422);
    expect(seen.html).toContain('<title>Error: Entrar – Retorno</title>');
    expect(seen.html.match(/Escriba su contraseña/g)).toHaveLength(2);
    expect(seen.html).toContain('value="persona@biblioteca.example"');
  });
});

describe('a new session', () => {
  it('has a secret nobody knew before the sign-in', async () => {
    const { email } = await person();
    const browser = visitorOf(web);
    const planted = '0'.repeat(52);
    browser.cookies.set(SESSION_COOKIE, planted);
    browser.cookies.set(ENTRY_COOKIE, planted);
    await browser.submit('/entrar', { correo: email, clave: PASSWORD });
    const secret = browser.cookies.get(SESSION_COOKIE);
    expect(secret).toMatch(/^[0-9a-v]{52}$/);
    expect(secret).not.toBe(planted);
    expect(browser.cookies.has(ENTRY_COOKIE)).toBe(false);
    const again = visitorOf(web);
    again.cookies.set(SESSION_COOKIE, planted);
    expect(await again.get('/')).toMatchObject({ location: '/entrar' });
  });

  it('ends at once on leaving, also for a copy of the cookie', async () => {
    const { email } = await person();
    const browser = visitorOf(web);
    await browser.submit('/entrar', { correo: email, clave: PASSWORD });
    const copy = visitorOf(web);
    copy.cookies.set(SESSION_COOKIE, browser.cookies.get(SESSION_COOKIE)!);
    expect(await copy.get('/')).toMatchObject({ location: '/tareas' });
    const { html } = await browser.get('/cuenta');
    const left = await browser.post('/salir', hiddenIn(html));
    expect(left).toMatchObject({ status: 303, location: '/entrar' });
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    expect(await copy.get('/')).toMatchObject({ location: '/entrar' });
  });

  it('ends with the person, the role, or the time the institution gave it', async () => {
    const { db } = web.database;
    for (const end of [
      (id: string) => db.sql`update users set active = false where id = ${id}`,
      (id: string) => db.sql`update memberships set active = false where user_id = ${id}`,
      (id: string) =>
        db.sql`update memberships set renewed_at = now() - interval '90 days 1 second' where user_id = ${id}`,
    ]) {
      const { id, email } = await person();
      const browser = visitorOf(web);
      await browser.submit('/entrar', { correo: email, clave: PASSWORD });
      expect(await browser.get('/')).toMatchObject({ location: '/tareas' });
      await end(id);
      expect(await browser.get('/')).toMatchObject({ location: '/entrar' });
      expect(await enter(email)).toMatchObject({ status: 422 });
    }
  });

  it('ends after its time without use, and after its time at all', async () => {
    const { db } = web.database;
    for (const [column, by] of [
      ['seen_at', '21 minutes'],
      ['expires_at', '9 hours'],
    ] as const) {
      const { id, email } = await person();
      const browser = visitorOf(web);
      await browser.submit('/entrar', { correo: email, clave: PASSWORD });
      await db.sql.unsafe(
        `update sessions set ${column} = ${column} - interval '${by}' where user_id = '${id}'`,
      );
      expect(await browser.get('/')).toMatchObject({ location: '/entrar' });
    }
  });
});

describe('a form of another site', () => {
  it('signs nobody in or out', async () => {
    const { email } = await person();
    const form = { correo: email, clave: PASSWORD };
    const stranger = visitorOf(web);
    expect(await stranger.post('/entrar', form)).toMatchObject({ status: 403 });
    const { html } = await visitorOf(web).get('/entrar');
    expect(await stranger.post('/entrar', { ...form, ...hiddenIn(html) })).toMatchObject({
      status: 403,
    });
    const own = visitorOf(web);
    const page = await own.get('/entrar');
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const sent = await own.post('/entrar', { ...form, ...hiddenIn(page.html) }, foreign);
    expect(sent.status).toBe(403);
    await own.submit('/entrar', form);
    expect(await own.post('/salir', {})).toMatchObject({ status: 403 });
    expect(await own.get('/')).toMatchObject({ location: '/tareas' });
  });
});

describe('guessing', () => {
  it('is told nothing about which accounts there are', async () => {
    const { email } = await person();
    const gone = await person();
    await web.database.db.orm.update(users).set({ active: false });
    await web.database.db.sql`update users set active = true where id <> ${gone.id}`;
    const roleless = await person();
    await web.database.db.sql`delete from memberships where user_id = ${roleless.id}`;
    const pages = await Promise.all([
      enter(email, 'otra contraseña larga'),
      enter('nadie@biblioteca.example', 'otra contraseña larga'),
      enter(gone.email),
      enter(roleless.email),
    ]);
    const [first, ...others] = pages.map(({ status, html }) => ({
      status,
      html: html
        .replace(/name="llave" value="[^"]+"| data-now="\d+"/g, '')
        .replaceAll(/[\w.]+@biblioteca\.example/g, 'address'),
    }));
    expect(first?.status).toBe(422);
    expect(first?.html).toContain('no corresponden a ninguna cuenta activa');
    for (const other of others) expect(other).toEqual(first);
  });

  it('takes as long for an address without an account', async () => {
    const { email } = await person();
    const measure = async (address: string) => {
      await web.database.db.sql`delete from attempts`;
      const browser = visitorOf(web);
      const { html } = await browser.get('/entrar');
      const fields = { ...hiddenIn(html), correo: address, clave: 'otra contraseña larga' };
      const before = performance.now();
      await browser.post('/entrar', fields);
      return performance.now() - before;
    };
    // In turns, and the quickest of many: what else the machine does only ever adds to a time.
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 15; n += 1) {
      known.push(await measure(email));
      unknown.push(await measure('nadie@biblioteca.example'));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    // Without the hash of a stranger an unknown address would be answered in a tenth of the time.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it.each(['known', 'unknown'])(
    'is slowed down after five attempts, %s address alike',
    async (kind) => {
      const email = kind === 'known' ? (await person()).email : 'nadie.mas@biblioteca.example';
      for (let n = 0; n < 5; n += 1)
        expect((await enter(email, `intento número ${n}`)).status).toBe(422);
      const slowed = await enter(email, PASSWORD);
      expect(slowed.status).toBe(422);
      expect(slowed.html).toMatch(/Espere \d+ segundos/);
    },
  );

  it('gains nothing by many attempts at once', async () => {
    const { email } = await person();
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, n) => enter(email, `intento número ${n}`)),
    );
    const looked = tries.filter(({ html }) => html.includes('no corresponden'));
    expect(looked.length).toBeLessThanOrEqual(6);
    expect((await enter(email)).status).toBe(422);
    await web.database.db.sql`update attempts set retry_at = now() - interval '1 second'`;
    expect((await enter(email)).status).toBe(303);
    const [row] = await web.database.db
      .sql`select count(*)::int as n from attempts where count >= 5`;
    expect(row!.n).toBeLessThan(3);
  });

  it('gains nothing by other letters that lead to the same account', async () => {
    const { id } = await person();
    const { db } = web.database;
    const email = `inicio.dividido.${id}@biblioteca.example`;
    await db.sql`update users set email = ${email} where id = ${id}`;
    const ways = [email, email.replace('i', 'İ'), email.replaceAll('i', 'İ'), email.toUpperCase()];
    for (const way of ways) expect((await findUserByEmail(db, way))?.id, way).toBe(id);
    for (let n = 0; n < 5; n += 1) await provePassword(db, ways[n % ways.length]!, 'otra frase');
    for (const way of ways) {
      expect(await provePassword(db, way, PASSWORD), way).toHaveProperty('wait');
    }
  });

  it('never waits longer than five minutes, so that nobody is locked out', async () => {
    const { email } = await person();
    const { sql } = web.database.db;
    await enter(email, 'otra contraseña larga');
    await sql`update attempts set count = 5000, retry_at = now()`;
    await enter(email, 'otra contraseña larga');
    const [row] = await sql<{ wait: number }[]>`
      select max(extract(epoch from retry_at - now()))::float8 as wait from attempts`;
    expect(row!.wait).toBeGreaterThan(290);
    expect(row!.wait).toBeLessThanOrEqual(300);
  });

  it('is stopped by the address it comes from before a password is looked at', async () => {
    const strict = await startTestWeb({ settings: { failuresPerWindow: 3 } });
    try {
      const answers = [];
      for (let n = 0; n < 5; n += 1) {
        answers.push(
          await visitorOf(strict).submit('/entrar', {
            correo: `nadie.${n}@biblioteca.example`,
            clave: 'otra contraseña larga',
          }),
        );
      }
      expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 429, 429]);
      const [row] = await strict.database.db.sql`select count(*)::int as n from attempts`;
      expect(row!.n).toBe(3);
    } finally {
      await strict.close();
    }
  });
});

describe('the API', () => {
  it('does not take the session of a browser', async () => {
    const { email } = await person();
    const browser = visitorOf(web);
    await browser.submit('/entrar', { correo: email, clave: PASSWORD });
    for (const url of ['/v1/me', '/v1/inbox', '/v1/runs']) {
      expect(await browser.get(url, { accept: 'application/json' })).toMatchObject({ status: 401 });
    }
  });
});
