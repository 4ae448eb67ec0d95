import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';
import { kept } from '../support/browser/kept.js';
import { PASSWORD, personIn } from './people.js';

const OFFICER = 'invented-home-library/officer';
const CANARY = 'Persona Inventada Canaria';

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
});
afterAll(() => web.close());

const status = '[data-draft-status]';
const field = 'form#respuesta [name=reason]';

async function openTask(page: Page): Promise<void> {
  await page.goto(`/tareas/${run}/request`);
  await page.waitForSelector(field);
}

const says = (page: Page, start: string) =>
  page.waitForFunction(
    ([where = '', text = '']) => document.querySelector(where)?.textContent?.startsWith(text),
    [status, start],
  );

describe('a draft', () => {
  it('is on the server 0.8 s after typing stops, and the page says so', async () => {
    run = await web.startLoan();
    const page = await web.newPage({ width: 360 });
    await web.signInAs(page, OFFICER);
    await openTask(page);
    await page.locator(field).first().fill(CANARY);
    await page.waitForFunction(
      (where) => /Borrador guardado/.test(document.querySelector(where)?.textContent ?? ''),
      status,
    );
    await page.reload();
    expect(await page.locator(field).first().inputValue()).toBe(CANARY);
    await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  });

  it('survives a lost line and a closed page, and reaches the server when the line is back', async () => {
    const page = await web.newPage({ width: 360 });
    await web.signInAs(page, OFFICER);
    await openTask(page);
    await page.context().setOffline(true);
    await page.locator(field).first().fill(`${CANARY} sin línea`);
    await page.waitForFunction(
      (where) => document.querySelector(where)?.textContent?.startsWith('Sin conexión.'),
      status,
    );
    const left = await kept(page);
    expect(left).toContain('rt:');
    expect(left).not.toContain('Canaria');
    expect(left).not.toContain(run);
    const context = page.context();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`/tareas/${run}/request`);
    await again.waitForFunction(
      (where) => document.querySelector(where)?.textContent?.startsWith('Conexión recuperada.'),
      status,
    );
    expect(await again.locator(field).first().inputValue()).toBe(`${CANARY} sin línea`);
    await again.waitForFunction(() => Object.keys(localStorage).length === 0);
    await again.close();
  });

  it('survives a session that ends while somebody types, and is back after signing in again', async () => {
    const own = await web.startLoan();
    const { email } = await personIn(web, 'officer');
    const page = await web.newPage({ width: 360 });
    const signIn = async () => {
      await page.fill('input[name=correo]', email);
      await page.fill('input[name=clave]', PASSWORD);
      await page.click('main form button[type=submit]');
      await page.waitForURL(`**/tareas/${own}/request`);
    };
    await page.goto(`/tareas/${own}/request`);
    await signIn();
    const { sql } = web.database.db;
    await sql`update sessions set seen_at = now() - interval '21 minutes'
      where user_id = (select id from users where email = ${email})`;
    await page.locator(field).first().fill(`${CANARY} sin sesión`);
    await says(page, 'Su sesión terminó. Su borrador está guardado en este equipo.');
    expect(await kept(page)).not.toContain('Canaria');
    await page.reload();
    expect(new URL(page.url()).pathname).toBe('/entrar');
    await signIn();
    await says(page, 'Conexión recuperada.');
    expect(await page.locator(field).first().inputValue()).toBe(`${CANARY} sin sesión`);
    await page.waitForFunction(() => Object.keys(localStorage).length === 0);
    await page.reload();
    expect(await page.locator(field).first().inputValue()).toBe(`${CANARY} sin sesión`);
  });

  it('is never said to be kept where nothing can be kept', async () => {
    const page = await web.newPage({ width: 360 });
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
    });
    await web.signInAs(page, OFFICER);
    await openTask(page);
    await page.context().setOffline(true);
    await page.locator(field).first().fill(`${CANARY} sin lugar`);
    await says(page, 'Sin conexión. Lo último que escribió no está guardado');
    await page.context().setOffline(false);
    await says(page, 'Conexión recuperada.');
  });

  it('is saved on the server by a browser that can encrypt nothing', async () => {
    const page = await web.newPage({ width: 360 });
    await page.addInitScript(() => {
      Object.defineProperty(crypto, 'subtle', { value: undefined });
    });
    await web.signInAs(page, OFFICER);
    await openTask(page);
    const saved = page.waitForResponse(/\/borrador$/);
    await page.locator(field).first().fill(`${CANARY} sin cifrado`);
    expect((await saved).status()).toBe(200);
    await page.reload();
    expect(await page.locator(field).first().inputValue()).toBe(`${CANARY} sin cifrado`);
  });

  it('is not sent without a line, and the page says that it was not', async () => {
    const page = await web.newPage({ width: 360 });
    await web.signInAs(page, OFFICER);
    await openTask(page);
    await page.context().setOffline(true);
    await page.click('button[value=revisar]');
    expect(await page.textContent('.rt-status')).toContain('Todavía no se ha enviado');
    await page.context().setOffline(false);
    await page.click('button[value=revisar]');
    await page.waitForLoadState();
    expect(page.url()).toMatch(/revisar|request/);
  });

  it('leaves nothing behind when somebody signs out, and nothing another person can read', async () => {
    const page = await web.newPage();
    await web.signInAs(page, OFFICER);
    await openTask(page);
    await page.context().setOffline(true);
    await page.locator(field).first().fill(`${CANARY} que sale`);
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('rt:')),
    );
    await page.context().setOffline(false);
    await page.click('.rt-menu button');
    await page.waitForURL('**/entrar**');
    const left = await kept(page);
    expect(left).not.toContain('rt:');
    for (const canary of [CANARY, 'que sale', run]) expect(left).not.toContain(canary);
  });
});
