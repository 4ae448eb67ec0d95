import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';

const OFFICER = 'invented-home-library/officer';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
});
afterAll(() => web.close());

/** Sets when the task is due, as if the run had been started accordingly. */
async function dueAt(at: number): Promise<void> {
  await web.database.db.sql`update steps set due_at = ${new Date(at).toISOString()}
    where run_id = ${run} and step = 'request'`;
}

const words = '.rt-due time';

describe('the words of a deadline on an open page', () => {
  it('follow the clock of the server, also where the clock of the machine is wrong', async () => {
    const now = Date.now();
    await dueAt(now + 10 * MINUTE + 30_000);
    const page = await web.newPage();
    // An hour behind: a machine nobody set.
    await page.clock.install({ time: now - HOUR });
    await web.signInAs(page, OFFICER);
    await page.goto(`/tareas/${run}/request`);
    expect(await page.textContent(words)).toBe('Vence hoy, en 10 min');
    await page.clock.fastForward(2 * MINUTE);
    await expect.poll(() => page.textContent(words)).toBe('Vence hoy, en 8 min');
  });

  it('turn to overdue within a minute, are then read out once, and stay overdue', async () => {
    const now = Date.now();
    await dueAt(now + MINUTE + 30_000);
    const page = await web.newPage();
    await page.clock.install({ time: now });
    await web.signInAs(page, OFFICER);
    await page.goto(`/tareas/${run}/request`);
    expect(await page.textContent(words)).toBe('Vence hoy, en 1 min');
    expect(await page.locator('.rt-due--today').count()).toBe(1);
    await page.clock.fastForward(3 * MINUTE);
    await expect.poll(() => page.textContent(words)).toBe('Vencida hace 1 min');
    expect(await page.locator('.rt-due--overdue').count()).toBe(1);
    const spoken = await page.textContent('[role=status].rt-status');
    expect(spoken).toMatch(/^Venció el plazo: /);
    await page.clock.fastForward(5 * MINUTE);
    await expect.poll(() => page.textContent(words)).toBe('Vencida hace 6 min');
    expect(await page.locator('[role=status].rt-status').count()).toBe(1);
  });

  it('say with the moment and its zone what the colour repeats, also in forced colours', async () => {
    await dueAt(Date.now() - 3 * HOUR - MINUTE);
    const page = await web.newPage({ forcedColors: true });
    await web.signInAs(page, OFFICER);
    await page.goto(`/tareas/${run}/request`);
    expect(await page.textContent('.rt-due')).toMatch(
      /^Vencida hace 3 h 1 min.*\d{4}, \d\d:\d\d \(hora de .+\)$/,
    );
    const border = await page
      .locator('.rt-due')
      .evaluate((box) => getComputedStyle(box).borderLeftWidth);
    expect(border).toBe('6px');
  });
});
