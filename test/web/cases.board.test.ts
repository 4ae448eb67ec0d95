import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const LEAD = 'invented-home-library/case-lead';
const COURIER = 'invented-courier/case-lead';
const DAY = 24 * 3600_000;

let web: TestWeb;
const runs: Record<string, string> = {};
beforeAll(async () => {
  web = await startTestWeb();
  const start = async (name: string) => {
    runs[name] = await web.startLoan();
  };
  for (const name of ['overdue', 'today', 'stopped', 'quiet', 'fresh']) await start(name);
  const sql = web.database.db.sql;
  await sql`UPDATE steps SET due_at = now() - interval '3 hours' WHERE run_id = ${runs.overdue!}`;
  await sql`UPDATE steps SET due_at = now() + interval '1 second' WHERE run_id = ${runs.today!}`;
  for (const name of ['stopped', 'quiet', 'fresh'])
    await sql`UPDATE steps SET due_at = now() + interval '30 days' WHERE run_id = ${runs[name]!}`;
  await sql`UPDATE steps SET status = 'suspended' WHERE run_id = ${runs.stopped!}`;
});
afterAll(() => web.close());

const casesIn = (html: string) => [...html.matchAll(/data-case="([^"]+)"/g)].map(([, id]) => id);
const tile = (html: string, state: string) =>
  Number(new RegExp(`data-tile="${state}"><strong[^>]*>(\\d+)`).exec(html)?.[1]);
const total = (html: string) => Number(/data-total="(\d+)"/.exec(html)?.[1]);

describe('the board of a case lead', () => {
  it('shows the most urgent case first, with the step that blocks it one click away', async () => {
    const { status, html } = await web.open('/panel', LEAD);
    expect(status).toBe(200);
    expect(casesIn(html)[0]).toBe(runs.overdue);
    expect(html).toContain(`href="/casos/${runs.overdue}/pasos/request"`);
    const step = await web.open(`/casos/${runs.overdue}/pasos/request`, LEAD);
    expect(step.status).toBe(200);
  });

  it.each(['overdue', 'today', 'stopped', 'quiet'])(
    'counts on the tile what the list behind it holds: %s',
    async (state) => {
      const board = await web.open('/panel', LEAD);
      const list = await web.open(`/casos?estado=${state}`, LEAD);
      expect(board.html).toContain(`href="/casos?estado=${state}"`);
      expect(tile(board.html, state)).toBe(state === 'quiet' ? 0 : 1);
      expect(total(list.html)).toBe(tile(board.html, state));
      expect(casesIn(list.html)).toEqual(state === 'quiet' ? [] : [runs[state]]);
    },
  );

  it('counts a case as without news once nobody has acted for seven days', async () => {
    const { now } = web.door.clock;
    Object.assign(web.door.clock, { now: () => now.call(web.door.clock) + 8 * DAY });
    const { html } = await web.open('/casos?estado=quiet', LEAD);
    Object.assign(web.door.clock, { now });
    expect(total(html)).toBe(5);
  });

  it('leads from an institution that is waited for to the cases that wait for it', async () => {
    const board = await web.open('/panel', LEAD);
    expect(board.html).toMatch(/href="\/casos\?espera=invented-home-library">[^<]+<\/a>: 4/);
    const list = await web.open('/casos?espera=invented-home-library', LEAD);
    expect(total(list.html)).toBe(4);
    expect(casesIn(list.html)).not.toContain(runs.stopped);
  });
});

describe('the list of cases', () => {
  it('finds a case by its key, typed in any way, and nothing for what is no key', async () => {
    const id = runs.fresh!;
    const key = caseKeyOf(id).toLowerCase().replaceAll('-', ' ').replace('c ', 'c-');
    const { html } = await web.open(`/casos?buscar=${encodeURIComponent(key)}`, LEAD);
    expect(casesIn(html)).toEqual([id]);
    const none = await web.open("/casos?buscar=' OR 1=1", LEAD);
    expect(total(none.html)).toBe(0);
    expect(none.html).toContain('Ningún caso cumple');
  });

  it('filters by stage and protocol', async () => {
    const here = await web.open('/casos?etapa=book-loan/request-stage', LEAD);
    const later = await web.open('/casos?etapa=book-loan/journey', LEAD);
    expect(total(here.html)).toBe(5);
    expect(total(later.html)).toBe(0);
    expect(total((await web.open('/casos?protocolo=none', LEAD)).html)).toBe(0);
  });

  it('keeps cases one only takes part in apart, and counts of them nothing but own steps', async () => {
    const lead = await web.open('/casos', COURIER);
    const party = await web.open('/casos?lado=party', COURIER);
    expect(total(lead.html)).toBe(0);
    expect(total(party.html)).toBe(5);
    const overdue = await web.open('/casos?lado=party&estado=overdue', COURIER);
    expect(total(overdue.html)).toBe(0);
  });

  it('does not show a case to the receiving side before one of its steps has reached it', async () => {
    const { html } = await web.open('/casos?lado=party', 'invented-far-library/case-lead');
    expect(total(html)).toBe(0);
  });

  it('shows 25 a page and the rest behind', async () => {
    for (let n = 0; n < 22; n += 1) await web.startLoan();
    const first = await web.open('/casos', LEAD);
    const second = await web.open('/casos?pagina=2', LEAD);
    expect(casesIn(first.html)).toHaveLength(25);
    expect(casesIn(second.html)).toHaveLength(2);
    expect(new Set([...casesIn(first.html), ...casesIn(second.html)]).size).toBe(27);
    expect(first.html).toContain('href="/casos?pagina=2"');
  });

  it('is no page of an officer or a monitor', async () => {
    for (const role of ['officer', 'supervisor', 'monitor', 'admin']) {
      expect((await web.open('/panel', `invented-home-library/${role}`)).status).toBe(403);
      expect((await web.open('/casos', `invented-home-library/${role}`)).status).toBe(403);
    }
  });
});
