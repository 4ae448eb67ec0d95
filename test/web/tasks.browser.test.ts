import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';
import { HOME } from './task-play.js';

let web: BrowserWeb;
beforeAll(async () => {
  web = await startBrowserWeb();
});
afterAll(() => web.close());

/** A phone at a border post: small, touched, in Spanish. */
async function phone(as?: string, javaScript = true): Promise<Page> {
  const page = await web.newPage({ width: 360, height: 740, touch: true, javaScript });
  if (as !== undefined) await web.signInAs(page, as);
  return page;
}

async function acts(run: string): Promise<number> {
  const rows = await web.database.db.sql`
    select seq from history where run_id = ${run} and act->>'type' = 'step-completed'`;
  return rows.length;
}

describe('one answer in a real browser', () => {
  it('takes three taps on a phone from the opened task to the receipt', async () => {
    const run = await web.startLoan();
    const page = await phone(HOME);
    let taps = 0;
    const tap = async (selector: string) => {
      taps += 1;
      await page.locator(selector).first().tap();
    };
    // The link of the mail, tapped before, leads here.
    await page.goto(`/tareas/${run}/request`);
    await tap('label:has-text("Aceptada")');
    await tap('button[value="revisar"]');
    await page.waitForURL(/\/revisar/);
    await tap('main form button[type="submit"]');
    await page.waitForURL(/\/enviada/);
    expect(await page.locator('.govuk-panel').textContent()).toMatch(/F-\w{5}-\w{5}/);
    console.log(
      `taps from the open task to the receipt: ${taps}; with the link of the mail: ${taps + 1}`,
    );
    expect(taps + 1).toBeLessThanOrEqual(4);
  });

  it('enters one answer when the button is tapped twice and the connection drops', async () => {
    const run = await web.startLoan();
    const page = await phone(HOME);
    await page.goto(`/tareas/${run}/request`);
    await page.locator('label:has-text("Aceptada")').tap();
    await page.locator('button[value="revisar"]').tap();
    await page.waitForURL(/\/revisar/);
    const button = page.locator('main form button[type="submit"]').first();
    // The request leaves, the answer is lost.
    let lost = 0;
    await page.route('**/revisar', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch({ maxRedirects: 0 });
      return route.abort('connectionreset');
    });
    await button.dblclick({ noWaitAfter: true }).catch(() => undefined);
    await expect.poll(() => acts(run), { timeout: 20_000 }).toBe(1);
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto(`/tareas/${run}/request/revisar?vez=1&funcion=home-library`);
    expect(await page.locator('main').textContent()).toContain('Ver el comprobante');
    expect(await acts(run)).toBe(1);
  });

  it('keeps what was typed without script: save, leave, come back', async () => {
    const run = await web.startLoan();
    const page = await phone(HOME, false);
    await page.goto(`/tareas/${run}/request`);
    await page.locator('textarea[name="reason"]').fill('Primera línea\nsegunda línea');
    await page.locator('button[value="salir"]').tap();
    await page.waitForURL(/\/tareas$/);
    await page.goto(`/tareas/${run}/request`);
    expect(await page.locator('textarea[name="reason"]').inputValue()).toBe(
      'Primera línea\nsegunda línea',
    );
  });

  it('leads from a fault to its field, with the text kept', async () => {
    const run = await web.startLoan();
    const page = await phone(HOME);
    await page.goto(`/tareas/${run}/request`);
    await page.locator('label:has-text("Negada")').first().tap();
    await page.locator('button[value="revisar"]').tap();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await page.locator('.govuk-error-summary a').first().tap();
    expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('reason');
  });

  it('loses to a colleague in words, without losing the text', async () => {
    const run = await web.startLoan();
    // Without script nothing is saved while typing, so the colleague has not seen the text.
    const slow = await phone(HOME, false);
    const fast = await phone('invented-home-library/supervisor');
    await slow.goto(`/tareas/${run}/request`);
    await slow.locator('textarea[name="reason"]').fill('Texto lento');
    await fast.goto(`/tareas/${run}/request`);
    await fast.locator('label:has-text("Aceptada")').tap();
    await fast.locator('button[value="revisar"]').tap();
    await fast.waitForURL(/\/revisar/);
    await fast.locator('main form button[type="submit"]').first().tap();
    await fast.waitForURL(/\/enviada/);
    await slow.locator('button[value="guardar"]').tap();
    await slow.locator('h1:has-text("ya no está pendiente")').waitFor();
    const text = await slow.locator('main').textContent();
    expect(text).toContain('Ya la respondió');
    expect(text).toContain('Texto lento');
    expect(await acts(run)).toBe(1);
  });
});
