import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BrowserAt } from '../support/browser/browser.js';
import { formTo } from '../support/page-form.js';
import { missing, receiptOn, TASK_FORM } from './answer-task.js';
import type { Reading } from './live-case.js';
import { takePhone } from './phone.js';
import type { World } from './world.js';

/** Reads a mail on a telephone in real Chromium: signs in, fills in what the page asks for, checks and sends. */
export async function readByPhone(browser: BrowserAt, world: World): Promise<Reading> {
  const phone = await takePhone(browser);
  const { page } = phone;
  return async (officer, link, decide) => {
    await phone.follow(link);
    await phone.signIn(officer.email);
    await page.waitForURL(/\/tareas\//);
    const decision = decide(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    if (decision === 'not-now') throw new Error('The first mail is to be answered');
    await page.locator(`input[name=resultado][value="${decision.outcome}"]`).check();
    await phone.tap('button[value=revisar]');
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    const html = await page.content();
    const now = { at: world.now(), timeZone: world.zoneOf(officer.institution) };
    const filled = missing(formTo(html, TASK_FORM), { html, status: 422 }, decision, now);
    for (const [name, value] of Object.entries(filled)) await fillIn(page, name, value);
    await phone.tap('button[value=revisar]');
    await page.waitForURL(/\/revisar/);
    await phone.tap('main form button[type="submit"]');
    await page.waitForURL(/\/enviada/);
    expect(phone.troubles()).toEqual([]);
    return receiptOn(await page.content());
  };
}

async function fillIn(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  const type = await field.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') {
    await page.locator(`[name="${name}"][value="${value}"]`).check();
  } else {
    await field.first().fill(value);
  }
}
