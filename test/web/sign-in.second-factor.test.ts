import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../../accounts/totp.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { hiddenIn, type Seen, type Visitor, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { PASSWORD, personIn, signedIn } from './people.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const now = () => web.door.clock.now();
const secretIn = ({ html }: Seen) =>
  /<strong class="rt-code">([A-Z2-7 ]+)<\/strong>/.exec(html)![1]!.replaceAll(' ', '');

/** Sets up time codes at the first sign-in; the secret, and the code that was used up. */
async function setUp(browser: Visitor): Promise<{ secret: string; code: string; seen: Seen }> {
  const page = await browser.get('/entrar/segundo');
  const secret = secretIn(page);
  const code = codeAt(secret, now());
  const fields = { ...hiddenIn(page.html), codigo: code };
  return { secret, code, seen: await browser.post('/entrar/segundo/codigos', fields) };
}

const nextCode = (secret: string) => codeAt(secret, now() + 30_000);
/** As if every code used so far had been used an hour ago. */
const forget = () => web.database.db.sql`update totp_secrets set last_step = last_step - 120`;

describe('roles that reach beyond one step', () => {
  it.each(['supervisor', 'case-lead', 'admin', 'monitor'])(
    'are not opened by a password alone: %s',
    async (role) => {
      const { email } = await personIn(web, role);
      const browser = await signedIn(web, email);
      expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
      expect((await browser.get('/entrar/segundo')).html).toContain('Prepare un segundo factor');
      expect(await browser.get('/cuenta')).toMatchObject({ status: 303 });
      const { seen } = await setUp(browser);
      expect(seen.status).toBe(303);
      expect(await browser.get('/cuenta')).toMatchObject({ status: 200 });
    },
  );

  it('are not opened from another role of the same person either', async () => {
    const { email } = await personIn(web, 'officer', 'supervisor');
    const browser = await signedIn(web, email);
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it('lead to the page asked for, after both factors', async () => {
    const { email } = await personIn(web, 'supervisor');
    const browser = visitorOf(web);
    const page = '/entrar?a=%2Fcuenta%2Fsesiones';
    const first = await browser.submit(page, { correo: email, clave: PASSWORD });
    expect(first.location).toBe('/entrar/segundo');
    expect((await setUp(browser)).seen.location).toBe('/cuenta/sesiones');
  });
});

describe('time codes', () => {
  it('are asked for at every sign-in once set up, and each works once', async () => {
    const { email } = await personIn(web, 'supervisor');
    const { secret, code } = await setUp(await signedIn(web, email));
    const browser = await signedIn(web, email);
    const again = await browser.submit('/entrar/segundo', { codigo: code });
    expect(again).toMatchObject({ status: 422 });
    expect(again.html).toContain('El código no corresponde o ya se usó');
    const next = nextCode(secret);
    const two = await signedIn(web, email);
    const [one, other] = await Promise.all([
      browser.submit('/entrar/segundo', { codigo: next }),
      two.submit('/entrar/segundo', { codigo: next }),
    ]);
    expect([one.status, other.status].sort()).toEqual([303, 422]);
  });

  it('cannot be replaced by setting up new ones in their place', async () => {
    const { email } = await personIn(web, 'supervisor');
    await setUp(await signedIn(web, email));
    const { email: mine } = await personIn(web, 'supervisor');
    const attacker = await signedIn(web, mine);
    const offer = await attacker.get('/entrar/segundo');
    const browser = await signedIn(web, email);
    const asked = await browser.get('/entrar/segundo');
    const sellado = hiddenIn(offer.html).sellado!;
    const fields = { ...hiddenIn(asked.html), sellado, codigo: codeAt(secretIn(offer), now()) };
    const sent = await browser.post('/entrar/segundo/codigos', fields);
    expect(sent).toMatchObject({ status: 303, location: '/entrar/segundo' });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it('need the secret offered to this very person, not long ago', async () => {
    const [one, other] = [await personIn(web, 'supervisor'), await personIn(web, 'supervisor')];
    const mine = await (await signedIn(web, one.email)).get('/entrar/segundo');
    const browser = await signedIn(web, other.email);
    const page = await browser.get('/entrar/segundo');
    const codigo = codeAt(secretIn(mine), now());
    const fields = { ...hiddenIn(page.html), sellado: hiddenIn(mine.html).sellado!, codigo };
    expect(await browser.post('/entrar/segundo/codigos', fields)).toMatchObject({ status: 422 });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it('end the sign-in after five wrong ones; the password must be given again', async () => {
    const { id, email } = await personIn(web, 'supervisor');
    await setUp(await signedIn(web, email));
    await forget();
    const browser = await signedIn(web, email);
    for (let n = 0; n < 5; n += 1) {
      await web.database.db.sql`delete from attempts`;
      await browser.submit('/entrar/segundo', { codigo: '000000' });
    }
    expect(await browser.get('/entrar/segundo')).toMatchObject({
      status: 303,
      location: '/entrar',
    });
    const [row] = await web.database.db
      .sql`select count(*)::int as n from sessions where user_id = ${id}`;
    expect(row!.n).toBe(1);
  });

  it('are slowed down per person, whichever browser tries', async () => {
    const { email } = await personIn(web, 'supervisor');
    const { secret } = await setUp(await signedIn(web, email));
    await forget();
    for (let n = 0; n < 5; n += 1) {
      const browser = await signedIn(web, email);
      await browser.submit('/entrar/segundo', { codigo: '000000' });
    }
    const browser = await signedIn(web, email);
    const slowed = await browser.submit('/entrar/segundo', { codigo: codeAt(secret, now()) });
    expect(slowed.status).toBe(422);
    expect(slowed.html).toMatch(/Espere \d+ segundos/);
  });

  it('are kept sealed, so that a copy of the database opens nothing', async () => {
    const { id, email } = await personIn(web, 'supervisor');
    const { secret } = await setUp(await signedIn(web, email));
    const [row] = await web.database.db.sql<{ sealed: string }[]>`
      select sealed from totp_secrets where user_id = ${id}`;
    const bytes = Buffer.from(row!.sealed.slice(row!.sealed.lastIndexOf(':') + 1), 'base64url');
    expect(bytes.toString('latin1')).not.toContain(secret);
    expect(web.door.vault.reveal(row!.sealed, `totp/${id}`)).toBe(secret);
    expect(() => web.door.vault.reveal(row!.sealed, 'totp/somebody')).toThrow();
  });

  it('may be added by an officer, and are asked for from then on', async () => {
    const { email } = await personIn(web);
    const browser = await signedIn(web, email);
    const page = await browser.get('/cuenta/segundo');
    const fields = { ...hiddenIn(page.html), codigo: codeAt(secretIn(page), now()) };
    const before = browser.cookies.get(SESSION_COOKIE);
    expect(await browser.post('/cuenta/segundo/codigos', fields)).toMatchObject({
      status: 303,
      location: '/cuenta',
    });
    expect(browser.cookies.get(SESSION_COOKIE)).not.toBe(before);
    expect((await browser.get('/cuenta')).html).toContain('Códigos de un solo uso');
    const again = await signedIn(web, email);
    expect(again.cookies.has(SESSION_COOKIE)).toBe(false);
  });
});

describe('a sign-in under way', () => {
  it('belongs to one browser and lasts ten minutes', async () => {
    const { email } = await personIn(web, 'supervisor');
    const browser = await signedIn(web, email);
    expect(await visitorOf(web).get('/entrar/segundo')).toMatchObject({ location: '/entrar' });
    await web.database.db.sql`update pending_sign_ins set expires_at = now()`;
    expect(await browser.get('/entrar/segundo')).toMatchObject({ location: '/entrar' });
  });
});

describe('passkeys', () => {
  it('are not offered at an address that is a number', async () => {
    const { email } = await personIn(web, 'supervisor');
    const { html } = await (await signedIn(web, email)).get('/entrar/segundo');
    expect(html).not.toContain('data-passkey');
  });

  it.each(['', '{}', 'null', '{"id":"x"}', '[', '"'.repeat(500)])(
    'are not made or used by an answer that is none: %s',
    async (respuesta) => {
      const { email } = await personIn(web, 'supervisor');
      const browser = await signedIn(web, email);
      for (const path of ['llave-nueva', 'llave']) {
        const seen = await browser.submit(
          '/entrar/segundo',
          { respuesta },
          `/entrar/segundo/${path}`,
        );
        expect(seen.status).toBe(422);
      }
      expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    },
  );
});
