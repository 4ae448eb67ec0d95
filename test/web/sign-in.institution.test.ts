import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { saveProvider } from '../../db/queries/identity-providers.js';
import { makeLink } from '../../db/queries/one-time-links.js';
import { addUser } from '../../db/queries/users.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import {
  CLIENT,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../support/identity-provider.js';
import { type Visitor, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { FAR, HOME } from './people.js';

const publicUrl = 'https://retorno.example';
const START = `/entrar/institucion/${HOME}`;
let web: TestWeb;
let idp: TestIdentityProvider;

beforeAll(async () => {
  idp = await startIdentityProvider(`${publicUrl}/entrar/institucion/regreso`);
  web = await startTestWeb({ web: { publicUrl, insecureProviders: true } });
  await setProvider(idp.issuer);
});
afterAll(async () => {
  await web.close();
  await idp.close();
});

function setProvider(issuer: string): Promise<void> {
  const { db, vault } = web.door;
  const clientSecret = vault.protect(CLIENT.secret, `provider/${HOME}`);
  return saveProvider(db, { institution: HOME, issuer, clientId: CLIENT.id, clientSecret });
}

let people = 0;

/** An invited person; the path of the link. */
async function invited(...roles: { institution: string; role: AccessRole }[]): Promise<string> {
  people += 1;
  const { db } = web.database;
  const userId = await addUser(db, {
    displayName: `Persona Inventada ${people}`,
    email: `persona.oidc.${people}@biblioteca.example`,
    memberships: roles.length > 0 ? roles : [{ institution: HOME, role: 'officer' }],
  });
  return makeLink(db, { userId, kind: 'invitation' });
}

/** From our page to the institution and back, as far as our own address with its code. */
async function there(browser: Visitor, url: string): Promise<string> {
  const { location } = await browser.get(url);
  expect(location.startsWith(idp.issuer)).toBe(true);
  const back = new URL(await idp.follow(location));
  expect(back.origin).toBe(publicUrl);
  return back.pathname + back.search;
}

/** A person who accepted the invitation at the institution; who they are there. */
async function linked(...roles: { institution: string; role: AccessRole }[]): Promise<string> {
  const secret = await invited(...roles);
  const subject = `sujeto-${people}`;
  idp.who = { subject, amr: [] };
  const browser = visitorOf(web);
  await browser.get(await there(browser, `${START}?invitacion=${secret}`));
  return subject;
}

describe('the sign-in of an institution', () => {
  it('asks for code, PKCE, state and nonce', async () => {
    const { location } = await visitorOf(web).get(START);
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid',
      redirect_uri: `${publicUrl}/entrar/institucion/regreso`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[name]).toMatch(/^[\w-]{43}$/);
    }
  });

  it('opens the account its invitation linked, on the page asked for', async () => {
    const subject = await linked();
    idp.who = { subject, amr: [] };
    const browser = visitorOf(web);
    expect((await browser.get('/entrar')).html).toContain('/entrar/institucion');
    const back = await there(browser, `${START}?a=%2Fcuenta%2Fsesiones`);
    expect(await browser.get(back)).toMatchObject({ status: 303, location: '/cuenta/sesiones' });
    expect(await browser.get('/cuenta')).toMatchObject({ status: 200 });
  });

  it('opens nothing for somebody the institution knows and nobody invited', async () => {
    idp.who = { subject: 'desconocida', amr: [] };
    const browser = visitorOf(web);
    const seen = await browser.get(await there(browser, START));
    expect(seen.status).toBe(403);
    expect(seen.html).toContain('no tiene acceso a este servicio');
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it('links one identity to one person, and an invitation once', async () => {
    const subject = await linked();
    const secret = await invited();
    idp.who = { subject, amr: [] };
    const browser = visitorOf(web);
    await browser.get(await there(browser, `${START}?invitacion=${secret}`));
    const rows = await web.database.db
      .sql`select user_id from identities where subject = ${subject}`;
    expect(rows).toHaveLength(1);
    const other = await invited();
    for (const who of ['primera', 'segunda']) {
      idp.who = { subject: `${who}-${people}`, amr: [] };
      const one = visitorOf(web);
      const seen = await one.get(await there(one, `${START}?invitacion=${other}`));
      expect(seen.status).toBe(who === 'primera' ? 303 : 403);
    }
  });

  it.each([
    ['another state', (url: string) => url.replace(/state=[^&]+/, 'state=otro')],
    ['no state', (url: string) => url.replace(/&?state=[^&]+/, '')],
    [
      'another issuer',
      (url: string) => url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'),
    ],
    ['another code', (url: string) => url.replace(/code=[^&]+/, 'code=inventado')],
    ['an error', (url: string) => url.replace(/code=[^&]+/, 'error=access_denied')],
  ])('refuses %s', async (_, tampered) => {
    idp.who = { subject: await linked(), amr: [] };
    const browser = visitorOf(web);
    const back = await there(browser, START);
    expect(tampered(back)).not.toBe(back);
    expect(await browser.get(tampered(back))).toMatchObject({ status: 403 });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    // The attempt is used up by the wrong answer.
    expect(await browser.get(back)).toMatchObject({ status: 403 });
  });

  it.each(['nonce', 'verifier'])('refuses another %s', async (name) => {
    idp.who = { subject: await linked(), amr: [] };
    const browser = visitorOf(web);
    const back = await there(browser, START);
    await web.database.db.sql`
      update pending_sign_ins set state = jsonb_set(state, ${['oidc', name]}, to_jsonb(repeat('x', 43)))`;
    expect(await browser.get(back)).toMatchObject({ status: 403 });
  });

  it('answers one browser, once', async () => {
    idp.who = { subject: await linked(), amr: [] };
    const browser = visitorOf(web);
    const back = await there(browser, START);
    expect(await visitorOf(web).get(back)).toMatchObject({ status: 403 });
    expect(await browser.get(back)).toMatchObject({ status: 303 });
    const again = visitorOf(web);
    expect(await again.get(back)).toMatchObject({ status: 403 });
  });

  it('asks for our second factor where it did not ask for one itself', async () => {
    const role = { institution: HOME, role: 'supervisor' as const };
    const subject = await linked(role);
    for (const [amr, to] of [
      [['pwd'], '/entrar/segundo'],
      [['pwd', 'mfa'], '/tareas'],
    ] as const) {
      idp.who = { subject, amr };
      const browser = visitorOf(web);
      expect(await browser.get(await there(browser, START))).toMatchObject({ location: to });
    }
  });

  it('opens the roles of that institution only', async () => {
    const roles = [FAR, HOME].map((institution) => ({ institution, role: 'officer' as const }));
    const subject = await linked(...roles);
    idp.who = { subject, amr: [] };
    const browser = visitorOf(web);
    await browser.get(await there(browser, START));
    const page = await browser.get('/cuenta');
    expect(page.html).toContain('home-library');
    expect(page.html).not.toContain('far-library');
    const form = { institucion: FAR, funcion: 'officer' };
    expect(await browser.submit('/cuenta', form, '/cuenta/funcion')).toMatchObject({ status: 403 });
  });

  it('needs https, except where a test says otherwise', async () => {
    const strict = await startTestWeb({ web: { publicUrl } });
    try {
      const { db, vault } = strict.door;
      const clientSecret = vault.protect(CLIENT.secret, `provider/${HOME}`);
      const of = { institution: HOME, issuer: idp.issuer, clientId: CLIENT.id, clientSecret };
      await saveProvider(db, of);
      expect(await visitorOf(strict).get(START)).toMatchObject({ status: 503 });
    } finally {
      await strict.close();
    }
  });

  it('says so when the institution does not answer', async () => {
    await setProvider('http://127.0.0.1:9');
    const seen = await visitorOf(web).get(START);
    expect(seen.status).toBe(503);
    expect(seen.html).toContain('no responde');
    await setProvider(idp.issuer);
    expect(await visitorOf(web).get('/entrar/institucion/nadie')).toMatchObject({ status: 503 });
  });
});
