import { MockActivityEnvironment } from '@temporalio/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseData } from '../../activities/release-data.js';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';
import { bindingsOf, startTestRun } from '../support/door.js';
import { type Control, formsOf, type PageForm } from '../support/page-form.js';
import { ALL_PAGES, type KnownPage } from './all-pages.js';
import { ALL, isText, PAYLOADS, PROTOCOLS, shownAs } from './payloads.js';
import { SEEDED, type Seed, seedPages } from './seed-pages.js';
import { answerByPages, fill } from './task-play.js';

const OFFICE = 'invented-office/officer';
const LEAD = 'invented-office/case-lead';
const OTHER = 'invented-other/officer';

let web: BrowserWeb;
beforeAll(async () => {
  web = await startBrowserWeb({ definitions: [...SEEDED, ...PROTOCOLS.map(({ forms }) => forms)] });
});
afterAll(() => web.close());

/** A page in which whatever a text manages to do is written down. */
async function watched(as?: string): Promise<{ page: Page; hits: string[] }> {
  const page = await web.newPage();
  if (as) await web.signInAs(page, as);
  const hits: string[] = [];
  page.on('dialog', (dialog) => {
    hits.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    // Documents are asked for by the test itself; whatever else is loaded must be ours.
    const isOurs =
      origin === web.address &&
      (request.isNavigationRequest() || /^\/recursos\/|\/(borrador|novedades)$/.test(pathname));
    if (!isOurs) hits.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/^rt-policy/.test(message.text())) hits.push(message.text());
  });
  page.on('pageerror', (error) => hits.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`rt-policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  return { page, hits };
}

const typed = (page: Page) =>
  page.locator('main .rt-typed').evaluateAll((all) => all.map(({ textContent }) => textContent));

describe('a text that tries to be more than text', () => {
  it('would be noticed by what watches', async () => {
    const { page, hits } = await watched();
    await page.goto('/ayuda');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="http://canario.invalid/x" onerror="alert(1)">',
      );
    });
    await expect.poll(() => hits.join()).toMatch(/rt-policy: img-src/);
    expect(hits.join()).toMatch(/rt-policy: script-src-attr/);
  });

  it.each(PROTOCOLS)(
    'does nothing on the pages that show it again, and is shown as typed: $protocol.id',
    async ({ forms }) => {
      const step = forms.steps.toSorted((a, b) => texts(b).length - texts(a).length)[0]!;
      const fields = texts(step);
      for (let turn = 0; turn < (ALL ? PAYLOADS.length : 1); turn += 1) {
        const { runId } = await startTestRun(web.door, forms, { bindings: bindingsOf(forms) });
        // As many as fit into one answer; with few fields each holds several.
        const given = Object.fromEntries(
          fields.map(({ id, maxLength = 200 }, n) => {
            const own = PAYLOADS.filter(
              (_, at) => at % fields.length === (n + turn) % fields.length,
            );
            // As many as the field takes.
            return [
              id,
              own.reduce((all, one) =>
                `${all} ${one}`.length > maxLength ? all : `${all} ${one}`,
              ),
            ];
          }),
        );
        const wanted = fields.map(({ id }) => shownAs(given[id]!));
        const { page, hits } = await watched(OFFICE);
        const { location } = await fill(web, runId, step.id, OFFICE, {
          ...given,
          resultado: 'done',
        });
        await page.goto(location);
        expect(await typed(page), 'check page').toEqual(wanted);
        await page.goto(`/tareas/${runId}/${step.id}`);
        for (const { id } of fields) {
          const input = page.locator(`form#respuesta [name="${id}"]`);
          const isLine = (await input.evaluate(({ tagName }) => tagName)) === 'INPUT';
          // A line of text holds no line breaks, in any browser.
          const text = isLine ? shownAs(given[id]!).replaceAll('\n', '') : shownAs(given[id]!);
          expect(await input.inputValue(), id).toBe(text);
        }
        const sent = await answerByPages(web, runId, step.id, OFFICE, {
          ...given,
          resultado: 'done',
        });
        await page.goto(`${sent.location}&respuestas=ver`);
        expect(await typed(page), 'receipt').toEqual(wanted);
        await release(runId, `${step.id}#1:all`);
        const other = await watched(OTHER);
        await other.page.goto(`/compartidos/${runId}/${step.id}.1.all?datos=ver`);
        // In the order of the packet.
        expect((await typed(other.page)).sort(), 'share').toEqual([...wanted].sort());
        const lead = await watched(LEAD);
        for (const part of ['', '/flujo', '/linea', '/imprimir', '/quien-sabe']) {
          await lead.page.goto(`/casos/${runId}${part}`);
          expect(await lead.page.textContent('main')).not.toContain(wanted[0]);
        }
        expect([...hits, ...other.hits, ...lead.hits]).toEqual([]);
        for (const one of [page, other.page, lead.page]) await one.context().close();
      }
    },
    ALL ? 1_800_000 : 60_000,
  );
});

function texts(step: (typeof PROTOCOLS)[number]['forms']['steps'][number]) {
  return (step.form ?? []).filter(isText);
}

/** What the worker does when a share is due. */
function release(runId: string, share: string): Promise<unknown> {
  const releaseData = createReleaseData({ door: web.door }, async () => {});
  return new MockActivityEnvironment().run(releaseData, { runId, share });
}

describe('every text field of every page', () => {
  let seed: Seed;
  beforeAll(async () => {
    seed = await seedPages(web);
  });

  it(
    'takes such texts without doing what they say',
    async () => {
      let fields = 0;
      let forms = 0;
      const asked = new Set<string>();
      // A new password ends the sessions: last.
      const isLast = ({ name }: KnownPage) => Number(name === 'cuenta-clave');
      for (const { name, as, url } of ALL_PAGES.toSorted((a, b) => isLast(a) - isLast(b))) {
        const address = url(seed);
        const { html } = await web.open(address, as);
        const ours = formsOf(html.slice(html.indexOf('<main')));
        // The same form stands on several pages.
        const keyOf = ({ action }: PageForm) => action || address.split('?')[0]!;
        const fresh = ours.filter((form) => form.controls.some(isTyped) && !asked.has(keyOf(form)));
        if (fresh.length === 0) continue;
        const { page, hits } = await watched(as);
        for (const form of fresh) {
          asked.add(keyOf(form));
          forms += 1;
          for (let turn = 0; turn < (ALL ? PAYLOADS.length : 1); turn += 1) {
            await page.goto(address);
            const filled = await typeInto(page, ours.indexOf(form), fields + turn);
            if (turn === 0) fields += filled;
            const answer = page.waitForResponse((one) => one.request().isNavigationRequest());
            // The page that stands has loaded already; only the next one's event says that it is there.
            const loaded = page.waitForEvent('load');
            await page
              .locator('main form')
              .nth(ours.indexOf(form))
              .evaluate((element) => (element as HTMLFormElement).submit());
            expect((await answer).status(), name).toBeLessThan(500);
            await loaded;
            const marks = page.locator(
              'main :is(script, svg[onload], img[onerror], a[href^="javascript:"])',
            );
            expect(await marks.count(), name).toBe(0);
          }
        }
        expect(hits, name).toEqual([]);
        await page.context().close();
      }
      console.log(`${fields} text fields in ${forms} forms of pages: nothing executed`);
      expect(fields).toBeGreaterThan(20);
    },
    ALL ? 1_800_000 : 120_000,
  );
});

const isTyped = ({ kind }: Control) => kind === 'text' || kind === 'number' || kind === 'long-text';

/** Types into each text field of a form that is shown; how many. */
function typeInto(page: Page, at: number, from: number): Promise<number> {
  return page
    .locator('main form')
    .nth(at)
    .evaluate(
      (form, [payloads, first]) => {
        const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
          element instanceof HTMLTextAreaElement ||
          (element instanceof HTMLInputElement &&
            /^(text|email|search|password|tel)$/.test(element.type));
        const fields = [...(form as HTMLFormElement).elements].filter(isText);
        for (const [n, field] of fields.entries())
          field.value = payloads[(first + n) % payloads.length]!;
        return fields.length;
      },
      [PAYLOADS, from] as const,
    );
}
