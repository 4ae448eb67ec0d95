import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
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

  it('finds a case among many, takes several tasks at once, attaches a file and sends', async () => {
    const others = [await web.startLoan(), await web.startLoan()];
    const { email } = await personIn(web, 'officer');
    const page = await web.newPage({ width: 360, javaScript: false });
    const path = () => new URL(page.url()).pathname;
    await page.goto('/tareas');
    await page.fill('input[name=correo]', email);
    await page.fill('input[name=clave]', PASSWORD);
    await page.click('main form button[type=submit]');
    expect(path()).toBe('/tareas');

    for (const other of others) await page.check(`input[name=tarea][value^="${other}/"]`);
    await page.click('button[value=tomar]');
    expect(await page.textContent('main')).toContain('Tomó 2 tareas');
    await page.click('nav a[href*="ver=mias"]');
    expect(await page.locator('input[name=tarea]').count()).toBe(2);

    await page.click('details:has(input[name=clave]) summary');
    await page.fill('input[name=clave]', caseKeyOf(others[1]!).slice(0, 9));
    await page.click('details button[type=submit]');
    expect(await page.locator('input[name=tarea]').count()).toBe(1);
    await page.click(`a[href*="/tareas/${others[1]}/request"]`);

    await page.fill('textarea[name=reason], input[name=reason]', 'Motivo inventado');
    await page.check('input[name=resultado][value=accepted]');
    await page.click('button[value=evidencia]');
    expect(path()).toBe(`/tareas/${others[1]}/request/evidencia`);
    await page.setInputFiles('input[type=file]', {
      name: 'Persona Inventada.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 inventado\n%%EOF\n'),
    });
    await page.fill('input[name=muestra]', 'Acta inventada');
    await page.click('main form[enctype] button[type=submit]');
    expect(await page.textContent('main')).toContain('Acta inventada');
    await page.click('.govuk-back-link');
    expect(await page.isChecked('input[name=resultado][value=accepted]')).toBe(true);
    await page.click('button[value=revisar]');
    for (const text of ['Motivo inventado', 'Acta inventada']) {
      expect(await page.textContent('main')).toContain(text);
    }
    await page.click('main form[method=post] button.govuk-button:not(.govuk-button--secondary)');
    expect(path()).toBe(`/tareas/${others[1]}/request/enviada`);
    expect(await page.textContent('main')).toMatch(/F-\w{5}-\w{5}.*Acta inventada/s);
  });
});
