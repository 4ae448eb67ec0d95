import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';

const HOME = 'invented-home-library/officer';
const KILO = 1024;

let web: BrowserWeb;
let run: string;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
  // What a whole institution may have waiting.
  await Promise.all(Array.from({ length: 199 }, () => web.startLoan()));
});
afterAll(() => web.close());

interface Visit {
  /** Milliseconds until the form can be typed into: parsed, styled, painted. */
  readonly usable: number;
  /** Bytes over the line, headers included. */
  readonly bytes: number;
}

async function visit(page: Page, url: string): Promise<Visit> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  // A busy machine paints, or tells of it, after everything was loaded.
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  const usable = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    return Math.max(paint?.startTime ?? Infinity, navigation?.domInteractive ?? Infinity);
  });
  await cdp.detach();
  return { usable: Math.round(usable), bytes };
}

describe('on a bad line with a cheap phone (400 ms, 1.6 Mbit/s, a quarter of the processor)', () => {
  it('a task can be worked on soon, at the first and at the second visit', async () => {
    const page = await web.newPage({ width: 360, network: 'slow', touch: true });
    await web.signInAs(page, HOME);
    const first = await visit(page, `/tareas/${run}/request`);
    const second = await visit(page, `/tareas/${run}/request`);
    console.log(
      `task: first visit ${first.usable} ms, ${(first.bytes / KILO).toFixed(1)} KB; second ${second.usable} ms, ${(second.bytes / KILO).toFixed(1)} KB`,
    );
    expect(first.usable).toBeLessThan(2_500);
    expect(second.usable).toBeLessThan(1_500);
    expect(first.bytes).toBeLessThan(60 * KILO);
  });

  it('an inbox of 200 tasks stays small', async () => {
    const page = await web.newPage({ width: 360, network: 'slow', touch: true });
    await web.signInAs(page, HOME);
    const { usable, bytes } = await visit(page, '/tareas');
    console.log(`inbox of 200: ${usable} ms, ${(bytes / KILO).toFixed(1)} KB`);
    expect(await page.textContent('main')).toContain('200');
    expect(bytes).toBeLessThan(100 * KILO);
  });
});
