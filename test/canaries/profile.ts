import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { ensureChromium } from '../support/browser/chromium.js';
import { kept } from '../support/browser/kept.js';
import type { ByHand } from './acts.js';
import type { Installation } from './installation.js';
import type { Seeds } from './seeds.js';

/** A browser as an officer has it, with its profile on the disk. */
export interface Profile {
  readonly folder: string;
  /** What the origin's storage held, each time it was looked at. */
  readonly stored: string[];
  /** What the page showed after signing out and going back. */
  readonly shownAfterwards: string;
}

/** Opens the browser with the profile in `folder`. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    locale: 'es-GT',
  });
}

/**
 * Works on the task as an officer does: reads it, types, loses the line while typing, reads other pages, goes back. Then
 * signs out and goes back, or leaves the machine as it is (`leaves`), as one that is stolen.
 */
export async function workInBrowser(
  at: Installation,
  { run, step, cookie }: ByHand,
  seeds: Seeds,
  leaves: boolean,
): Promise<Profile> {
  const folder = join(at.folder, leaves ? 'profile-left' : 'profile');
  const context = await openProfile(folder);
  const stored: string[] = [];
  const url = at.address.replace('http:', 'https:');
  await context.addCookies([
    { name: SESSION_COOKIE, value: cookie, url, secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
  const [page = await context.newPage()] = context.pages();
  page.setDefaultTimeout(20_000);
  await page.goto(`${at.address}/tareas/${run}/${step}`);
  const fields = page.locator('form#respuesta input[type=text], form#respuesta textarea');
  const field = fields.first();
  await field.fill(seeds.text());
  await page.waitForFunction(() =>
    /Borrador guardado/.test(document.querySelector('[data-draft-status]')?.textContent ?? ''),
  );
  stored.push(await kept(page));
  // Without an outcome the form comes back with everything typed; here before any script can have the browser forget it.
  await context.route('**/*.js', (route) => route.abort());
  await page.click('button[value=revisar]');
  await page.waitForFunction(() => document.title.startsWith('Error'));
  await context.unroute('**/*.js');
  await page.goto(`${at.address}/tareas/${run}/${step}/evidencia`);
  const buffer = Buffer.from(`%PDF-1.7 ${seeds.text()}\n%%EOF\n`);
  const name = `${seeds.text()}.pdf`;
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/pdf', buffer });
  await page.fill('[name=muestra]', seeds.text());
  stored.push(await kept(page));
  await page.goto(`${at.address}/tareas`);
  await page.goto(`${at.address}/tareas/${run}/${step}`);
  await context.setOffline(true);
  await field.fill(seeds.text());
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('rt:')));
  stored.push(await kept(page));
  let shownAfterwards = '';
  if (!leaves) {
    await context.setOffline(false);
    await page.click('.rt-menu button');
    await page.waitForURL('**/entrar**');
    stored.push(await kept(page));
    await page.goBack().catch(() => null);
    shownAfterwards = await shown(page);
  }
  await context.close();
  return { folder, stored, shownAfterwards };
}

async function shown(page: Page): Promise<string> {
  const values = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  return `${await page.content()}${values.join('\n')}`;
}
