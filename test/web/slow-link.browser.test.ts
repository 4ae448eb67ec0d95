import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
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

  it('a file goes on after a cut, and after the page was left, with little sent twice', async () => {
    const blocks = Array.from({ length: 12_000 }, (_, n) =>
      createHash('sha256').update(`${n}`).digest(),
    );
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...blocks, Buffer.from('\n%%EOF\n')]);
    const own = await web.startLoan();
    const lines = new Set<Socket>();
    let ended = 0;
    web.app.server.on('connection', (line: Socket) => {
      lines.add(line);
      line.on('close', () => {
        ended += line.bytesRead;
        lines.delete(line);
      });
    });
    const sent = () => [...lines].reduce((sum, { bytesRead }) => sum + bytesRead, ended);
    const page = await web.newPage({ width: 360, network: 'slow', touch: true });
    await web.signInAs(page, HOME);
    const choose = async () => {
      await page.setInputFiles('input[type=file]', {
        name: 'Persona Inventada.pdf',
        mimeType: 'application/pdf',
        buffer: file,
      });
      await page.fill('#muestra', 'Acta inventada');
      await page.click('form[data-resume] > button[type=submit]');
    };
    const told = () => page.locator('.rt-upload [role=status]').textContent();
    await page.goto(`/tareas/${own}/request/evidencia`);
    const before = sent();
    await choose();
    await expect.poll(sent, { timeout: 20_000 }).toBeGreaterThan(before + 60 * KILO);
    for (const line of lines) line.destroy();
    await expect.poll(() => received(own), { timeout: 20_000 }).toBeGreaterThan(0);
    await page.click('text=Pausar');
    await expect.poll(told).toMatch(/^En pausa en \d+ %\. Seleccione Reanudar$/);
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toMatch(/rt:/);
    expect(kept).not.toMatch(/tareas|carga|inventada|pdf|http/i);
    expect(kept).not.toContain(own);
    await page.reload();
    expect(await page.textContent('main')).toContain('Un archivo quedó a medio cargar');
    await choose();
    await page.waitForSelector('td:has-text("Sale con su respuesta")');
    const bytes = sent() - before;
    console.log(
      `file of ${file.length} bytes: ${bytes} bytes sent, ${(bytes / file.length).toFixed(2)} times`,
    );
    expect(bytes).toBeGreaterThan(file.length);
    expect(bytes).toBeLessThan(1.3 * file.length);
    const [stored] = await web.database.db.sql`select size from evidence where run_id = ${own}`;
    expect(stored).toEqual({ size: file.length });
  });
});

/** Bytes of a file of a run that have arrived. */
async function received(run: string): Promise<number> {
  const [row] = await web.database.db.sql<{ received: number }[]>`
    select received from unfinished_uploads where run_id = ${run}`;
  return row?.received ?? 0;
}
