import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { troublesOf } from './browser.js';

/** What was wrong with a page, one line each; empty for a good one. */
export type Findings = string[];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Marks of a text that never was made: keys, values and templates that came through raw. */
const RAW = /undefined|\[object |NaN|%\{|\{\{|\$\{|\bnull\b|Invalid Date/;

/** The widths pages are looked at; 320 × 256 is a window of 1280 × 1024 at four times the size. */
export const SIZES = [
  { width: 1280, height: 740 },
  { width: 360, height: 740 },
  { width: 320, height: 740 },
  { width: 320, height: 256 },
] as const;

/** At each size with `RETORNO_PAGES=all` and for pictures; else at the largest and the smallest: no style changes between. */
const AXE_AT: readonly (typeof SIZES)[number][] =
  process.env.RETORNO_PAGES === 'all' || process.env.RETORNO_SHOTS ? SIZES : [SIZES[0], SIZES[3]];

/** Everything every page must keep, looked at as it is now and at each width. */
export async function checkPage(page: Page, language: 'es' | 'en'): Promise<Findings> {
  const findings: Findings = [];
  const before = page.viewportSize();
  findings.push(...(await checkDocument(page, language)));
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const at = `${size.width}×${size.height}`;
    const rules = AXE_AT.includes(size) ? await axe(page) : [];
    const found = [...rules, ...(await sideways(page)), ...(await targets(page))];
    findings.push(...found.map((one) => `${at}: ${one}`));
  }
  await page.setViewportSize({ width: 320, height: 740 });
  findings.push(...(await withTextSpacing(page)));
  if (before) await page.setViewportSize(before);
  findings.push(...troublesOf(page));
  return findings;
}

async function checkDocument(page: Page, language: 'es' | 'en'): Promise<Findings> {
  const { lang, title, text, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    text: document.body.textContent ?? '',
    headings: [...document.querySelectorAll('h1')].length,
  }));
  const raw = RAW.exec(text) ?? RAW.exec(title);
  return [
    lang === language ? '' : `lang is ${lang}, not ${language}`,
    / – Retorno$/.test(title) ? '' : `title without the service: ${title}`,
    headings === 1 ? '' : `${headings} headings of the first level`,
    raw ? `raw text: …${text.slice(Math.max(0, raw.index - 30), raw.index + 40)}…` : '',
  ].filter(Boolean);
}

async function axe(page: Page): Promise<Findings> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: rules,
        resultTypes: ['violations'],
      }),
    RULES,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `axe ${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

async function sideways(page: Page): Promise<Findings> {
  const { wide, room, out } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const far = [...document.body.querySelectorAll('*')].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return { wide: scrollWidth, room: clientWidth, out: far?.outerHTML.slice(0, 120) ?? '' };
  });
  return wide > room ? [`scrolls sideways: ${wide} px in ${room}: ${out}`] : [];
}

/** Links inside a sentence need no size of their own; everything else 24 px, and what is the main thing to touch 44. */
async function targets(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const main = '.govuk-button, .govuk-input, .govuk-select, .govuk-textarea, nav a, nav button';
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, select, textarea, summary, input:not([type=hidden])',
    );
    return [...all].flatMap((element) => {
      // What is drawn over the part around a link makes all of that part the link.
      const over = getComputedStyle(element, '::after');
      const spreads = over.content !== 'none' && over.position === 'absolute';
      const whole = spreads ? (element.offsetParent ?? element) : element;
      const { width, height } = whole.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width === 0 || height === 0 || style.visibility === 'hidden') return [];
      // The skip link waits off the page until it has the focus.
      if (style.position === 'absolute' && style.clipPath !== 'none') return [];
      if (width <= 1 && height <= 1) return [];
      const around = element.parentElement?.textContent?.trim() ?? '';
      const inSentence = style.display === 'inline' && around !== element.textContent?.trim();
      if (inSentence) return [];
      const least = element.matches(main) ? 44 : 24;
      // Half a pixel is rounding.
      return height < least - 0.5 || width < 24 - 0.5
        ? [`target ${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
        : [];
    });
  });
}

/** The spacing readers may set themselves (WCAG 1.4.12): nothing may be cut off or pushed out. */
async function withTextSpacing(page: Page): Promise<Findings> {
  await page.evaluate(() => {
    // Made by script, so that the policy of the page, which allows no style in it, does not stop it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')].flatMap((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((one) => one === 'hidden' || one === 'clip');
      const isCut =
        element.scrollHeight > element.clientHeight + 1 ||
        element.scrollWidth > element.clientWidth + 1;
      const isSeen = element.clientWidth > 1 && clipPath === 'none';
      return hides && isCut && isSeen ? [`cut off: ${element.outerHTML.slice(0, 120)}`] : [];
    }),
  );
  const findings = [...cut, ...(await sideways(page))];
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return findings.map((one) => `text spacing: ${one}`);
}
