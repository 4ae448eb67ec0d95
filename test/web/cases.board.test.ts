import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf } from './task-play.js';

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
  // The end of the day where the lead is: today all day long.
  const zone = 'America/Mexico_City';
  await sql`UPDATE steps SET due_at = ((now() AT TIME ZONE ${zone})::date + interval '1 day' - interval '1 second') AT TIME ZONE ${zone}
    WHERE run_id = ${runs.today!}`;
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

describe('a request in a case that has ended', () => {
  const OFFICER = 'invented-home-library/officer';
  const asked = '/casos?estado=asked';

  it('stands on the board like any other until it is replied to, and among open cases nowhere', async () => {
    const before = await web.open('/panel', LEAD);
    const open = total((await web.open('/casos', LEAD)).html);
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/request/pedir/correccion`;
    const fields = fieldsOf((await web.open(address, OFFICER)).html, address);
    const motivo = 'La fecha era otra';
    const report = `/tareas/${run}/sucesos/reader-withdraws`;
    const end = fieldsOf((await web.send(report, OFFICER, {})).html, `${report}/registrar`);
    expect((await web.send(`${report}/registrar`, OFFICER, end)).status).toBe(303);
    expect((await web.send(address, OFFICER, { ...fields, motivo })).status).toBe(303);

    const board = await web.open('/panel', LEAD);
    const list = await web.open(asked, LEAD);
    expect(tile(board.html, 'asked')).toBe(tile(before.html, 'asked') + 1);
    expect(total(list.html)).toBe(tile(board.html, 'asked'));
    expect(casesIn(list.html)).toContain(run);
    expect(casesIn(board.html)).not.toContain(run);
    expect(total((await web.open('/casos', LEAD)).html)).toBe(open);
    for (const state of ['overdue', 'today', 'stopped', 'quiet'])
      expect(tile(board.html, state), state).toBe(tile(before.html, state));

    const [row] = await web.database.db.sql<{ id: string }[]>`
      select id from step_requests where run_id = ${run}`;
    const reply = await web.send(`/tareas/${run}/pedidos/${row!.id}`, LEAD, { respuesta: 'Sí' });
    expect(reply.status).toBe(303);
    expect(casesIn((await web.open(asked, LEAD)).html)).not.toContain(run);
  });

  it('is not counted once nobody can read it any more', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/request/pedir/correccion`;
    const fields = fieldsOf((await web.open(address, OFFICER)).html, address);
    await web.send(address, OFFICER, { ...fields, motivo: 'La fecha era otra' });
    expect(casesIn((await web.open(asked, LEAD)).html)).toContain(run);
    await web.database.db.sql`insert into key_destructions (person_id, compartment)
      select person_id, 'protection' from runs where id = ${run}`;
    expect(casesIn((await web.open(asked, LEAD)).html)).not.toContain(run);
  });
});
