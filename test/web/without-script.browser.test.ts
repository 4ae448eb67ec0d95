import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';
import { PASSWORD, personIn } from './people.js';

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
});
afterAll(() => web.close());

describe('without JavaScript', () => {
  it('an officer signs in, finds the task, fills it, is told what is wrong, checks and sends', async () => {
    const { email } = await personIn(web, 'officer');
    const page = await web.newPage({ width: 360, javaScript: false });
    await page.goto(`/tareas/${run}/request`);
    await page.fill('input[name=correo]', email);
    await page.fill('input[name=clave]', PASSWORD);
    await page.click('main form button[type=submit]');
    expect(new URL(page.url()).pathname).toBe(`/tareas/${run}/request`);

    await page.click('button[value=revisar]');
    expect(await page.title()).toMatch(/^Error: /);
    await page.click('.govuk-error-summary a');
    await page.check('input[name=resultado][value=accepted]');
    await page.click('button[value=revisar]');
    expect(new URL(page.url()).pathname).toBe(`/tareas/${run}/request/revisar`);
    await page.click('main form[method=post] button.govuk-button:not(.govuk-button--secondary)');
    expect(new URL(page.url()).pathname).toBe(`/tareas/${run}/request/enviada`);
    expect(await page.textContent('h1')).not.toBe('');

    await page.click('.rt-menu button');
    expect(new URL(page.url()).pathname).toBe('/entrar');
  });
});
