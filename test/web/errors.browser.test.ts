import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';
import { checkPage } from '../support/browser/check-page.js';
import { SEEDED, type Seed, seedPages } from './seed-pages.js';

const HOME = 'invented-home-library/officer';
/** Words that blame or say nothing, in any message of ours. */
const FORBIDDEN =
  /\b(inv[aá]lid[oa]s?|v[aá]lid[oa]s?|requerid[oa]s?|por favor|lo sentimos|error inesperado|invalid|required|please|sorry|oops|unexpected)\b/i;
const LONG = 'x'.repeat(2_500);

/** A form, what is typed into it, and the button that sends it; every case must come back with faults. */
interface FaultyForm {
  readonly name: string;
  readonly as?: string;
  readonly url: (seed: Seed) => string;
  readonly typed: Readonly<Record<string, string>>;
  readonly button: string;
}

const FORMS: readonly FaultyForm[] = [
  {
    name: 'sign-in, empty',
    url: () => '/entrar',
    typed: {},
    button: 'main form button[type=submit]',
  },
  {
    name: 'task, empty',
    as: HOME,
    url: ({ run }) => `/tareas/${run}/request`,
    typed: { reason: '' },
    button: 'button[value=revisar]',
  },
  {
    name: 'task, too long a text and no outcome',
    as: HOME,
    url: ({ run }) => `/tareas/${run}/request`,
    typed: { reason: LONG },
    button: 'button[value=revisar]',
  },
  {
    name: 'information missing, without a reason',
    as: HOME,
    url: ({ run }) => `/tareas/${run}/request/pedir/informacion`,
    typed: {},
    button: 'main form button.govuk-button:not(.govuk-button--secondary)',
  },
];

let web: BrowserWeb;
let seed: Seed;
beforeAll(async () => {
  web = await startBrowserWeb({ definitions: SEEDED });
  seed = await seedPages(web);
});
afterAll(() => web.close());

/** What a form that came back says, above and beside its fields. */
async function faultsOf(page: Page) {
  return page.evaluate(() => {
    const summary = [...document.querySelectorAll('.govuk-error-summary__list li')];
    const inline = [...document.querySelectorAll('.govuk-error-message')].filter(
      // The count of characters turns red as well; it is not one of the faults.
      (element) => !element.matches('.govuk-character-count__message'),
    );
    const text = (element: Element) =>
      (element.textContent ?? '')
        .replace(/^Error:/, '')
        .replace(/\s+/g, ' ')
        .trim();
    return {
      focus: document.activeElement?.className ?? '',
      summary: summary.map(text),
      inline: inline.map(text),
      described: inline.every(({ id }) => document.querySelector(`[aria-describedby~="${id}"]`)),
      leads: summary.every((item) => {
        const to = item.querySelector('a')?.getAttribute('href');
        return to?.startsWith('#') && document.getElementById(to.slice(1));
      }),
    };
  });
}

describe.each(['es', 'en'] as const)('a form that comes back in %s', (language) => {
  it.each(FORMS)(
    'says what to do, keeps what was typed: $name',
    async ({ as, url, typed, button }) => {
      const page = await web.newPage({ language, width: 360 });
      if (as) await web.signInAs(page, as);
      await page.goto(`/idioma/${language}?a=/ayuda`);
      await page.goto(url(seed));
      for (const [name, text] of Object.entries(typed)) await page.fill(`[name="${name}"]`, text);
      await page.click(button);
      await page.waitForFunction(() => document.title.startsWith('Error: '));
      const { focus, summary, inline, described, leads } = await faultsOf(page);
      expect(summary.length).toBeGreaterThan(0);
      expect([...inline].sort()).toEqual([...summary].sort());
      expect([described, leads]).toEqual([true, true]);
      expect(focus).toContain('govuk-error-summary');
      for (const text of summary) expect(text).not.toMatch(FORBIDDEN);
      for (const [name, text] of Object.entries(typed)) {
        expect(await page.inputValue(`[name="${name}"]`)).toBe(text);
      }
      expect(await checkPage(page, language)).toEqual([]);
      await page.context().close();
    },
  );
});
