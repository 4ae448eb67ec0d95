import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
import { instantOf } from '../../protocols/rules/zone.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { bindingsOf } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME } from './task-play.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const LEAD = 'invented-home-library/case-lead';

/** A Wednesday morning; the Monday after is a holiday in Mexico and in neither of the others. */
const PLACES = [
  { country: 'MX', zone: 'America/Mexico_City', called: 'hora de Ciudad de México', tuesday: 3 },
  { country: 'PA', zone: 'America/Panama', called: 'hora de Panamá', tuesday: 4 },
  { country: 'US', zone: 'America/New_York', called: 'hora de Nueva York', tuesday: 4 },
] as const;
const STATES = ['overdue', 'today', 'soon', 'later', 'none'] as const;

let web: TestWeb;
const runs: Record<string, string> = {};
beforeAll(async () => {
  web = await startTestWeb();
  for (const name of [...STATES, 'closed']) runs[name] = await web.startLoan();
  const answers = { reason: 'Motivo inventado' };
  await web.answer(runs.closed!, 'home-library', 'request', 'refused', { answers });
});
afterAll(() => web.close());

/** Sets the clock everything goes by. */
function setClock(at: number): void {
  Object.assign(web.door.clock, { now: () => at });
}

async function due(state: string, dueAt: number | null, openedAt: number): Promise<void> {
  await web.database.db.sql`update steps set due_at = ${dueAt === null ? null : new Date(dueAt)},
    opened_at = ${new Date(openedAt)} where run_id = ${runs[state]!} and step = 'request'`;
}

/** State and text of the deadline of each task on a page, in its order, by the key of the case. */
function duesIn(html: string) {
  return html
    .split('<tr')
    .slice(1)
    .flatMap((row) => {
      const key = /class="rt-key">(C-[0-9A-Z-]+)</.exec(row)?.[1];
      const [, state, box] = /class="rt-due rt-due--(\w+)">(.*?)<\/div>/s.exec(row) ?? [];
      const name = Object.keys(runs).find((one) => key === caseKeyOf(runs[one]!));
      const text = box
        ?.replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return name === undefined ? [] : [{ name, state, text: text ?? '' }];
    });
}

async function stateOf(name: string) {
  return duesIn((await web.open('/tareas', HOME)).html).find((one) => one.name === name);
}

describe.each(PLACES)('deadlines in $zone', ({ country, zone, called, tuesday }) => {
  const at = (day: number, time: string) =>
    instantOf(`2027-03-${String(day).padStart(2, '0')}`, time, zone);
  const morning = at(10, '10:00');
  const opened = morning - HOUR;
  const dues = {
    overdue: morning - 3 * HOUR,
    today: at(10, '18:00'),
    soon: at(12, '12:00'),
    later: at(24, '12:00'),
    none: null,
    closed: morning - 5 * HOUR,
  };
  beforeAll(async () => {
    await web.database.db.sql`update institutions set country = ${country}, time_zone = ${zone}
      where id = 'invented-home-library'`;
    await web.door.directory.reload();
    for (const [name, dueAt] of Object.entries(dues)) await due(name, dueAt, opened);
    setClock(morning);
  });

  it('stand in order, each with words, moment and zone', async () => {
    const shown = duesIn((await web.open('/tareas', HOME)).html);
    expect(shown.map(({ name }) => name)).toEqual(STATES);
    expect(shown.map(({ state }) => state)).toEqual(STATES);
    const words = ['Vencida hace 3 h', 'Vence hoy, en 8 h', 'Vence en 2 días hábiles'];
    for (const [n, text] of words.entries()) expect(shown[n]!.text).toContain(text);
    for (const { text } of shown.slice(0, 4)) {
      expect(text).toMatch(new RegExp(`\\d{4}, \\d\\d:\\d\\d \\(${called}\\)$`));
    }
  });

  it('change their state at each threshold and not a second before', async () => {
    // Soon: when a quarter of its time is left, or at the midnight before two working days.
    const quarter = dues.later - (dues.later - opened) / 4;
    const thresholds = [
      { name: 'later', at: quarter, before: 'later', after: 'soon' },
      { name: 'later', at: at(24, '00:00'), before: 'soon', after: 'today' },
      { name: 'later', at: dues.later, before: 'today', after: 'overdue' },
      { name: 'soon', at: at(12, '00:00'), before: 'soon', after: 'today' },
      { name: 'today', at: dues.today, before: 'today', after: 'overdue' },
    ];
    for (const { name, at: moment, before, after } of thresholds) {
      setClock(moment - SECOND);
      expect((await stateOf(name))?.state, `${name} before`).toBe(before);
      setClock(moment + SECOND);
      const then = await stateOf(name);
      expect(then?.state, `${name} after`).toBe(after);
      if (after === 'today') expect(then?.text).toMatch(/^Vence hoy, en /);
      if (after === 'overdue') expect(then?.text).toMatch(/^Vencida hace 1 min/);
    }
  });

  it('count working days by the calendar of the institution', async () => {
    setClock(morning);
    await due('soon', at(16, '12:00'), opened);
    expect((await stateOf('soon'))?.text).toContain(`Vence en ${tuesday} días hábiles`);
  });

  it('never show a closed task as late', async () => {
    setClock(at(30, '10:00'));
    const task = await web.open(`/tareas/${runs.closed}/request?vez=1`, HOME);
    const done = await web.open('/tareas/hechas', HOME);
    for (const { html } of [task, done]) {
      expect(/rt-due--overdue|Vencida/.test(html)).toBe(false);
    }
    expect(await stateOf('closed')).toBeUndefined();
    expect(done.html.includes(caseKeyOf(runs.closed!))).toBe(true);
  });
});

describe('a holiday of the institution’s calendar', () => {
  it('moves the date of a deadline in working days, and the page says which day did not count', async () => {
    const dates = new Map<string, string>();
    for (const { country, zone } of PLACES) {
      // Who receives counts the days; the others are of another State.
      await web.database.db.sql`update institutions set time_zone = ${zone},
        country = case when id = 'invented-far-library' then ${country} else 'CR' end`;
      await web.door.directory.reload();
      setClock(instantOf('2027-03-12', '10:00', zone));
      const said = new URLSearchParams({
        protocolo: 'book-loan',
        pais: country,
        'dato.isRare': 'no',
        ...Object.fromEntries(
          Object.entries(bindingsOf(bookLoan)).map(([role, id]) => [`institucion.${role}`, id]),
        ),
      });
      const { html } = await web.open(`/casos/nuevo/plazos?${said}`, LEAD);
      const row = html.split('<tr').find((one) => one.includes('días hábiles'));
      dates.set(country, /datetime="(\d{4}-\d\d-\d\d)/i.exec(row ?? '')?.[1] ?? '');
      expect(row?.includes('15 de marzo'), country).toBe(country === 'MX');
    }
    console.log(
      `the same working days from Friday: ${[...dates].map((one) => one.join(' ')).join(', ')}`,
    );
    // Both count the other days alike.
    expect(dates.get('MX')! > dates.get('US')!).toBe(true);
  });
});
