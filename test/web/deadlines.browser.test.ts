import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../protocols/rules/zone.js';
import { type BrowserWeb, startBrowserWeb } from '../support/browser/browser.js';

const OFFICER = 'invented-home-library/officer';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let web: BrowserWeb;
let run: string;
let real: () => number;
beforeAll(async () => {
  web = await startBrowserWeb();
  run = await web.startLoan();
  real = web.door.clock.now;
});
afterEach(() => {
  Object.assign(web.door.clock, { now: real });
});
afterAll(() => web.close());

/** Sets when the task is due, as if the run had been started accordingly. */
async function dueAt(at: number): Promise<void> {
  await web.database.db.sql`update steps set due_at = ${new Date(at).toISOString()}
    where run_id = ${run} and step = 'request'`;
}

const words = '.rt-due time';

/** Noon of that day where the task is, and the server's clock set to it: minutes before midnight “today” would be over. */
function setNoon(): number {
  const noon = instantOf('2027-03-10', '12:00', 'America/Mexico_City');
  const began = Date.now();
  Object.assign(web.door.clock, { now: () => noon + Date.now() - began });
  return noon;
}

describe('the words of a deadline on an open page', () => {
  it('follow the clock of the server, also where the clock of the machine is wrong', async () => {
    const now = setNoon();
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
    const now = setNoon();
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

  it('turn to today within a minute of midnight, without reloading', async () => {
    const at = (day: number, time: string) =>
      instantOf(`2027-03-${day}`, time, 'America/Mexico_City');
    const setClock = (time: number) => Object.assign(web.door.clock, { now: () => time });
    try {
      const evening = at(10, '23:59') + 20_000;
      await web.database.db.sql`update steps set opened_at = ${new Date(evening - HOUR)},
        due_at = ${new Date(at(11, '12:00'))} where run_id = ${run} and step = 'request'`;
      setClock(evening);
      const page = await web.newPage();
      await page.clock.install({ time: evening });
      await web.signInAs(page, OFFICER);
      await page.goto(`/tareas/${run}/request`);
      expect(await page.textContent(words)).toBe('Vence mañana, en 12 h');
      setClock(evening + MINUTE);
      await page.clock.fastForward(MINUTE);
      await expect.poll(() => page.textContent(words)).toBe('Vence hoy, en 11 h 59 min');
      expect(await page.locator('.rt-due--today').count()).toBe(1);
    } finally {
      Object.assign(web.door.clock, { now: real });
    }
  });

  it('can be told apart and read without any colour, and nothing closed is red', async () => {
    const now = Date.now();
    const offsets = { overdue: -2 * HOUR, today: 2 * MINUTE, soon: 26 * HOUR, later: 900 * HOUR };
    for (const offset of Object.values(offsets)) {
      const one = await web.startLoan();
      await web.database.db.sql`update steps set due_at = ${new Date(now + offset)},
        opened_at = ${new Date(now)} where run_id = ${one} and step = 'request'`;
    }
    const closed = await web.startLoan();
    const answers = { reason: 'Motivo inventado' };
    await web.answer(closed, 'home-library', 'request', 'refused', { answers });
    const page = await web.newPage();
    await web.signInAs(page, OFFICER);
    await page.goto('/tareas');
    const boxes = await page.locator('main .rt-due').evaluateAll((all) =>
      all.map((box) => {
        const { color, backgroundColor, borderLeftWidth } = getComputedStyle(box);
        return { text: box.textContent ?? '', color, backgroundColor, borderLeftWidth };
      }),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(4);
    // Grey keeps the lightness of a colour and nothing else: what can be read in it has contrast.
    const least = Math.min(...boxes.map((box) => contrast(box.color, box.backgroundColor)));
    expect(least).toBeGreaterThanOrEqual(4.5);
    const beginnings = [/^Vencida hace /, /^Vence hoy, en /, /^Vence en \d+ día/];
    for (const { text, borderLeftWidth } of boxes) {
      expect(beginnings.filter((one) => one.test(text))).toHaveLength(1);
      expect(borderLeftWidth).toBe('6px');
    }
    const forced = await web.newPage({ forcedColors: true });
    await web.signInAs(forced, OFFICER);
    await forced.goto('/tareas');
    const edges = await forced.locator('main .rt-due').evaluateAll((all) =>
      all.map((box) => {
        const { borderLeftStyle, borderLeftWidth, color, backgroundColor } = getComputedStyle(box);
        return [borderLeftStyle, borderLeftWidth, color === backgroundColor].join();
      }),
    );
    expect(new Set(edges)).toEqual(new Set(['solid,6px,false']));

    let looked = 0;
    for (const address of ['/tareas/hechas', `/tareas/${closed}/request?vez=1`]) {
      await page.goto(address);
      const red = await page.locator('main, main *').evaluateAll((all) => {
        const reds = ['rgb(142, 27, 27)', 'rgb(251, 230, 228)', 'rgb(179, 38, 30)'];
        const isRed = (element: Element) => {
          const { color, backgroundColor, borderLeftColor, borderLeftWidth } =
            getComputedStyle(element);
          const edge = borderLeftWidth === '0px' ? '' : borderLeftColor;
          return [color, backgroundColor, edge].some((one) => reds.includes(one));
        };
        return { all: all.length, red: all.filter(isRed).length };
      });
      looked += red.all;
      expect(red.red, address).toBe(0);
    }
    console.log(
      `${boxes.length} deadlines: least contrast ${least.toFixed(1)}:1, in grey as well; ${looked} elements of closed tasks, none red`,
    );
  });
});

/** Contrast of two colours as WCAG 2.2 reckons it; of what has no ground, against white. */
function contrast(one: string, other: string): number {
  const lightness = (colour: string) => {
    const [r = 255, g = 255, b = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    const channel = (value: number) => {
      const part = (alpha === 0 ? 255 : value) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const [dark = 0, light = 0] = [lightness(one), lightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
