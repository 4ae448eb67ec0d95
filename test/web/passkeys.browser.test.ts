import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../platform/ports.js';
import { theBrowser } from '../support/browser/browser.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { PASSWORD, personIn } from './people.js';

let web: TestWeb;
let address: string;

beforeAll(async () => {
  const port = await findFreePort(18_980);
  // Passkeys are bound to a name; browsers take this one for a safe place.
  address = `http://localhost:${port}`;
  web = await startTestWeb({ web: { publicUrl: address } });
  await web.app.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  await (await theBrowser()).close();
  await web.close();
});

interface Desk {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly authenticator: string;
}

/** A browser of its own with a device that knows finger or face. */
async function desk(isVerified = true): Promise<Desk> {
  const context = await (await theBrowser()).newContext({ baseURL: address, locale: 'es-GT' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  });
  return { page, cdp, authenticator: authenticatorId };
}

async function enter({ page }: Desk, email: string): Promise<void> {
  await page.goto('/entrar?a=%2Fcuenta');
  await page.fill('#correo', email);
  await page.fill('#clave', PASSWORD);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL('**/entrar/segundo');
}

async function setUp(at: Desk, email: string): Promise<void> {
  await enter(at, email);
  await at.page.getByRole('button', { name: 'Crear una llave de acceso' }).click();
  await at.page.waitForURL('**/cuenta');
}

describe('a passkey', () => {
  it('is made at the first sign-in and opens the next', async () => {
    const { id, email } = await personIn(web, 'supervisor');
    const at = await desk();
    await setUp(at, email);
    expect(await at.page.textContent('main')).toContain('1 llave de acceso');
    await at.page.context().clearCookies();
    await enter(at, email);
    await at.page.getByRole('button', { name: 'Usar la llave de acceso' }).click();
    await at.page.waitForURL('**/cuenta');
    const rows = await web.database.db.sql`
      select factors from sessions where user_id = ${id} order by created_at`;
    expect(rows.map(({ factors }) => factors)).toEqual([
      ['password', 'passkey'],
      ['password', 'passkey'],
    ]);
  });

  it('of somebody else opens nothing, and an answer opens once', async () => {
    const [one, other] = [await personIn(web, 'supervisor'), await personIn(web, 'supervisor')];
    const [mine, theirs] = [await desk(), await desk()];
    await setUp(mine, one.email);
    await setUp(theirs, other.email);
    await theirs.page.context().clearCookies();
    await enter(theirs, one.email);
    await theirs.page.getByRole('button', { name: 'Usar la llave de acceso' }).click();
    const said = theirs.page.locator('[data-said]');
    await said.getByText('No se usó la llave de acceso').waitFor();

    await mine.page.context().clearCookies();
    await enter(mine, one.email);
    const sent = mine.page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/entrar/segundo/llave'),
    );
    await mine.page.getByRole('button', { name: 'Usar la llave de acceso' }).click();
    const body = (await sent).postData() ?? '';
    await mine.page.waitForURL('**/cuenta');
    await mine.page.context().clearCookies();
    await enter(mine, one.email);
    const answer = new URLSearchParams(body).get('respuesta') ?? '';
    expect(answer).toContain('"id"');
    await mine.page.evaluate(
      `{ const form = document.querySelector('form[data-passkey]');
         form.elements.namedItem('respuesta').value = ${JSON.stringify(answer)}; form.submit(); }`,
    );
    await mine.page.getByRole('alert').waitFor();
    expect(await mine.page.textContent('main')).toContain('No se usó la llave de acceso');
  });

  it('is not made by a device that does not know who holds it', async () => {
    const { id, email } = await personIn(web, 'supervisor');
    const at = await desk(false);
    await enter(at, email);
    await at.page.getByRole('button', { name: 'Crear una llave de acceso' }).click();
    await at.page.getByText('No se creó la llave de acceso').waitFor();
    const rows = await web.database.db.sql`select 1 from passkeys where user_id = ${id}`;
    expect(rows).toHaveLength(0);
  });
});

describe('without script', () => {
  it('codes are the way, and no dead button shows', async () => {
    const { email } = await personIn(web, 'supervisor');
    const context = await (await theBrowser()).newContext({
      baseURL: address,
      javaScriptEnabled: false,
      locale: 'es-GT',
    });
    const page = await context.newPage();
    await enter({ page } as Desk, email);
    expect(await page.locator('form[data-passkey]').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Guardar los códigos' }).isVisible()).toBe(true);
    expect(await page.locator('.rt-qr').isVisible()).toBe(true);
  });
});
