import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRY_COOKIE } from '../../web/frame/cookies.js';
import { type BrowserWeb, forgetTroubles, startBrowserWeb } from '../support/browser/browser.js';
import { checkPage, SIZES } from '../support/browser/check-page.js';
import { ALL_PAGES } from './all-pages.js';
import { SEEDED, type Seed, seedPages } from './seed-pages.js';

/** Folder for pictures of the pages, set by `npm run shots`. */
const SHOTS = process.env.RETORNO_SHOTS;

let web: BrowserWeb;
let seed: Seed;
let checked = 0;
beforeAll(async () => {
  web = await startBrowserWeb({ web: { testMail: true }, definitions: SEEDED });
  seed = await seedPages(web);
});
afterAll(async () => {
  const sizes = SIZES.map(({ width, height }) => `${width}×${height}`).join(', ');
  console.log(`${checked} pages looked at (es and en), each at ${sizes} and with text spacing`);
  await web.close();
});

const pages = new Map<string, Page>();

/** One page for each reader and language, taken from address to address as a person would. */
async function pageOf(language: 'es' | 'en', as?: string, halfSignedIn?: boolean): Promise<Page> {
  const key = `${language} ${as} ${halfSignedIn}`;
  const there = pages.get(key);
  if (there) {
    forgetTroubles(there);
    return there;
  }
  const page = await web.newPage({ language });
  if (as) await web.signInAs(page, as);
  if (halfSignedIn) await web.giveCookie(page, ENTRY_COOKIE, seed.entry);
  await page.goto(`/idioma/${language}?a=/ayuda`);
  pages.set(key, page);
  return page;
}

describe.each(['es', 'en'] as const)('every page in %s', (language) => {
  it.each(ALL_PAGES)(
    'fits, can be read, touched and understood by programs: $name',
    async ({ name, as, url, halfSignedIn, status = 200 }) => {
      const page = await pageOf(language, as, halfSignedIn);
      const answer = await page.goto(url(seed));
      expect(answer?.status()).toBe(status);
      if (SHOTS) await shoot(page, `${SHOTS}/${name}`, language);
      expect(await checkPage(page, language)).toEqual([]);
      checked += 1;
    },
  );
});

describe('on paper', () => {
  it('a page says whose it was and when, without the ways around', async () => {
    const page = await web.newPage();
    await web.signInAs(page, 'invented-home-library/officer');
    await page.goto(`/tareas/${seed.next}/request/enviada`);
    await page.emulateMedia({ media: 'print' });
    const hidden = '.rt-header, .rt-menu, .rt-footer, .govuk-back-link';
    for (const part of await page.locator(hidden).all()) expect(await part.isVisible()).toBe(false);
    expect(await page.locator('body > .rt-print-only').textContent()).toMatch(
      /^Retorno · Institución inventada home-library · .+ de \d{4}, \d\d:\d\d \(hora de .+\)$/,
    );
    expect(await page.locator('.govuk-panel').textContent()).toMatch(/F-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  });
});

async function shoot(page: Page, path: string, language: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: `${path}-${width}-${language}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 740 });
}
