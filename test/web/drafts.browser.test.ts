import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';

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

/** Everything this origin keeps on the machine. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases, await caches.keys()]);
  });
}

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
    expect(await kept(page)).not.toContain('rt:');
  });
});
