import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSession } from '../../db/queries/sessions.js';
import { DEFAULT_WEB } from '../../web/context.js';
import { type BrowserWeb, startBrowserWeb, troublesOf } from '../support/browser/browser.js';

const LEAD = 'invented-home-library/case-lead';
const OFFICER = 'invented-home-library/officer';

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
});
afterAll(() => web.close());

async function asLead(address: string): Promise<Page> {
  const page = await web.newPage();
  // Goes on as the real one does, and can be moved ahead.
  await page.clock.install();
  await web.signInAs(page, LEAD);
  await page.goto(address);
  await listen(page);
  return page;
}

/** Marks the document, and keeps every text that is read out from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    new MutationObserver(() => {
      const text = document.querySelector('[role=status]')?.textContent ?? '';
      if (text !== '' && text !== spoken.at(-1)) spoken.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** What was read out; undefined after the document was loaded again. */
function spokenOn(page: Page): Promise<string[] | undefined> {
  return page.evaluate(() => (window as { spoken?: string[] }).spoken);
}

/** Lets the page ask for what is new, as it would after some seconds. */
async function ask(page: Page, answer: RegExp = /novedades/): Promise<void> {
  const asked = page.waitForResponse(answer);
  await page.clock.fastForward(6_100);
  await asked;
}

/** Titles and states of steps as a list or a picture says them. */
function steps(page: Page): Promise<Record<string, string>> {
  return page.locator('main [data-step]').evaluateAll((items) =>
    Object.fromEntries(
      items.map((item) => {
        const inPicture = item.querySelector('title')?.textContent;
        const inList = `${item.querySelector('.rt-steps__title')?.textContent}: ${item.querySelector('.govuk-tag')?.textContent}`;
        return [item.getAttribute('data-step'), (inPicture ?? inList).trim()];
      }),
    ),
  );
}

const current = (all: Record<string, string>) =>
  Object.keys(all).filter((id) => all[id]?.endsWith(': Abierto'));

async function answerByPhone(): Promise<void> {
  const phone = await web.newPage({ width: 360, touch: true });
  await web.signInAs(phone, OFFICER);
  await phone.goto(`/tareas/${run}/request`);
  await phone.locator('label:has-text("Aceptada")').tap();
  await phone.locator('button[value="revisar"]').tap();
  await phone.waitForURL(/\/revisar/);
  await phone.locator('main form button[type="submit"]').first().tap();
  await phone.waitForURL(/\/enviada/);
}

describe('a case lead who asks where a case is stuck', () => {
  it('is one click away from the task, and sees list, picture and board change without reloading', async () => {
    const board = await asLead('/panel');
    let clicks = 0;
    await board.click(`[data-case="${run}"] .rt-now a, [data-case="${run}"] p a`);
    clicks += 1;
    expect(new URL(board.url()).pathname).toBe(`/casos/${run}/pasos/request`);
    expect(await board.textContent('main')).toContain('A quién le toca');
    await board.goto('/panel');
    await listen(board);

    const list = await asLead(`/casos/${run}`);
    const picture = await asLead(`/casos/${run}/flujo`);
    const before = await steps(list);
    expect(await steps(picture)).toEqual(before);
    expect(current(before)).toEqual(['request']);

    await answerByPhone();
    const began = performance.now();
    await expect
      .poll(async () => current(await steps(list)), { timeout: 10_000 })
      .toContain('permit');
    const inList = performance.now() - began;
    await expect
      .poll(async () => current(await steps(picture)), { timeout: 10_000 - inList })
      .toContain('permit');
    await expect
      .poll(() => board.textContent(`[data-case="${run}"]`), { timeout: 10_000 })
      .toContain('Hay otros 3 pasos abiertos');
    const all = performance.now() - began;
    expect(await steps(picture)).toEqual(await steps(list));
    expect((await steps(list)).request).toBe('Revisar la solicitud: Respondido');
    for (const page of [list, picture, board]) {
      // Two more looks, in which nothing is new.
      await ask(page);
      await ask(page);
      const spoken = await spokenOn(page);
      expect(spoken).toHaveLength(1);
      expect(spoken![0]).toMatch(/^La página cambió\./);
      expect(troublesOf(page)).toEqual([]);
    }
    expect((await spokenOn(list))![0]).toContain('Revisar el estado del libro');
    console.log(
      `${clicks} click from the board to the task; list after ${(inList / 1000).toFixed(1)} s, list, picture and board after ${(all / 1000).toFixed(1)} s, each announced once`,
    );
  });

  it('keeps the focus on the link it was on', async () => {
    const page = await asLead(`/casos/${run}`);
    const link = `a[href="/casos/${run}/imprimir"]`;
    await page.focus(link);
    await web.answer(run, 'far-library', 'permit', 'given');
    await ask(page);
    await expect.poll(async () => (await spokenOn(page))?.length, { timeout: 10_000 }).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      `/casos/${run}/imprimir`,
    );
  });

  it('does not keep a session alive by leaving a page open, and stops when it has ended', async () => {
    const page = await asLead(`/casos/${run}`);
    const { sql } = web.database.db;
    const secret = await web.sessionOf(LEAD);
    await sql`update sessions set seen_at = now() - interval '15 minutes'`;
    await ask(page);
    const [row] = await sql<{ old: boolean }[]>`
      select seen_at < now() - interval '14 minutes' as old from sessions
      where role = 'case-lead' and institution_id = 'invented-home-library'`;
    expect(row?.old).toBe(true);
    await sql`update sessions set seen_at = now() - interval '21 minutes'`;
    await ask(page, /\/entrar/);
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await page.clock.fastForward(60_000);
    expect(asked).toBe(0);
    expect(await findSession(web.database.db, secret, DEFAULT_WEB.sessionLife)).toBeUndefined();
    await sql`update sessions set seen_at = now()`;
  });

  it('can take all of it along on paper', async () => {
    const page = await web.newPage({ width: 794 });
    await web.signInAs(page, LEAD);
    await page.goto(`/casos/${run}`);
    const list = await steps(page);
    await page.goto(`/casos/${run}/imprimir`);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => {
      const isSeen = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
      };
      const seen = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen);
      return {
        listed: seen('.rt-steps [data-step]').map((step) => step.getAttribute('data-step')),
        drawn: seen('.rt-flow [data-step]').map((step) => step.getAttribute('data-step')),
        now: seen('.rt-now').length,
        code: seen('.rt-print__code').length,
        acts: seen('main time').length,
        menu: seen('.rt-menu, .rt-header__language, .rt-no-print, .govuk-back-link').length,
        cut: [...document.querySelectorAll('main *')].filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
        ).length,
        closed: document.querySelectorAll('details:not([open])').length,
      };
    });
    expect(new Set(shown.listed)).toEqual(new Set(Object.keys(list)));
    expect(new Set(shown.drawn)).toEqual(new Set(Object.keys(list)));
    expect(shown).toMatchObject({ now: 1, code: 1, menu: 0, cut: 0, closed: 0 });
    expect(shown.acts).toBeGreaterThan(2);
  });
});
