import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';

const HOME = 'invented-home-library/officer';

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
});
afterAll(() => web.close());

let presses = 0;

/** What has the focus, whether it can be seen to have it, and whether anything covers it. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const drawn =
      element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)
        ? getComputedStyle(element.nextElementSibling ?? element, '::before')
        : getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      what: element.matches('a') ? element.textContent : (element.getAttribute('name') ?? ''),
      value: element.getAttribute('value') ?? '',
      ring: drawn.outlineStyle === 'solid' && Number.parseFloat(drawn.outlineWidth) >= 3,
      covered:
        at !== null && !element.contains(at) && !at.contains(element) && at.tagName !== 'LABEL',
    };
  });
}

/** Presses Tab until something has the focus; each stop on the way must be seen and uncovered. */
async function tabTo(page: Page, wanted: (what: string, value: string) => boolean): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    presses += 1;
    const { what, value, ring, covered } = await focused(page);
    expect({ what, ring, covered }).toEqual({ what, ring: true, covered: false });
    if (wanted((what ?? '').trim(), value)) return;
  }
  throw new Error('Never reached');
}

describe('with the keyboard alone', () => {
  it('an officer goes from the inbox through an error to the receipt', async () => {
    const page = await web.newPage({ width: 360, height: 740 });
    await web.signInAs(page, HOME);
    await page.goto('/tareas');
    await page.keyboard.press('Tab');
    expect((await focused(page)).what).toBe('Ir al contenido');
    await page.keyboard.press('Enter');
    await tabTo(page, (what) => what.includes('Revisar la solicitud'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tareas/${run}/request**`);
    presses = 0;
    await tabTo(page, (what, value) => what === 'accion' && value === 'revisar');
    console.log(`task: ${presses} presses of Tab to the button that goes on`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    const summary = () => page.evaluate(() => document.activeElement?.className ?? '');
    expect(await summary()).toContain('govuk-error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await focused(page)).what).toBe('resultado');
    await page.keyboard.press('Space');
    await tabTo(page, (what, value) => what === 'accion' && value === 'revisar');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/revisar**');
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const isSend = await page.evaluate(
        () =>
          document.activeElement?.matches(
            'main form .govuk-button:not(.govuk-button--secondary)',
          ) ?? false,
      );
      if (isSend) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/enviada**');
  });
});
