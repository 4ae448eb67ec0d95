import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { openDoor } from '../../door/door.js';
import { pseudonymOf } from '../../door/pseudonyms.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { inventedInstitutions } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const MONITOR = 'invented-audit-office/monitor';
const OTHER = 'invented-other-audit/monitor';
const CANARY = 'Persona Inventada Canaria 7731';

let web: TestWeb;
const runs: string[] = [];
beforeAll(async () => {
  web = await startTestWeb();
  const audit = inventedInstitutions(bookLoan).find(({ id }) => id === 'invented-audit-office')!;
  await saveInstitutions(web.database.db, [{ ...audit, id: 'invented-other-audit' }]);
  for (let n = 0; n < 3; n += 1) runs.push(await web.startLoan());
  await web.answer(runs[0]!, 'home-library', 'request', 'accepted', {
    answers: { reason: CANARY },
  });
  const sql = web.database.db.sql;
  await sql`UPDATE steps SET due_at = now() - interval '1 hour' WHERE run_id = ${runs[1]!}`;
  await sql`UPDATE steps SET lapsed_at = now() WHERE run_id = ${runs[2]!}`;
});
afterAll(() => web.close());

const namesIn = (html: string) =>
  [...html.matchAll(/data-pseudonym="([^"]+)"/g)].map(([, x]) => x!);
const nameOf = (run: string, as = 'invented-audit-office') => pseudonymOf(web.door, as, run);

describe('the pages of a monitoring body', () => {
  it('list every case under a pseudonym that leads to it', async () => {
    const { status, html } = await web.open('/monitoreo', MONITOR);
    expect(status).toBe(200);
    expect(namesIn(html)).toHaveLength(3);
    for (const run of runs) expect(namesIn(html)).toContain(await nameOf(run));
    const one = await web.open(`/monitoreo/casos/${await nameOf(runs[0]!)}`, MONITOR);
    expect(one.status).toBe(200);
    expect(one.html).toContain('Revisar la solicitud: «Aceptada»');
  });

  it('name the same case differently to another institution, and lead from its name nowhere', async () => {
    const { html } = await web.open('/monitoreo', OTHER);
    const foreign = namesIn(html);
    expect(foreign).toHaveLength(3);
    for (const name of foreign) {
      expect((await web.open(`/monitoreo/casos/${name}`, MONITOR)).status).toBe(404);
    }
  });

  it('name a case the same way in another process and after a restart', async () => {
    const name = await nameOf(runs[0]!);
    const again = await openDoor(web.database.db, web.door.vault);
    expect(await pseudonymOf(again, 'invented-audit-office', runs[0]!)).toBe(name);
  });

  it('contain no run id, no key of a case, no account and nothing a person wrote', async () => {
    const sql = web.database.db.sql;
    const accounts = await sql`SELECT DISTINCT actor->>'account' AS id FROM history`;
    const persons = await sql`SELECT person_id AS id FROM runs`;
    const pages = ['/monitoreo', '/monitoreo?plazos=ever'];
    for (const run of runs) pages.push(`/monitoreo/casos/${await nameOf(run)}`);
    const forbidden = [
      CANARY,
      ...runs,
      ...runs.map((run) => run.slice(0, 10)),
      ...[...accounts, ...persons].map(({ id }) => String(id)),
    ];
    for (const page of pages) {
      const { html } = await web.open(page, MONITOR);
      for (const word of forbidden) expect(html).not.toContain(word);
      expect(html).not.toMatch(/\bC-[0-9A-Z]{5}-/);
      expect(html).not.toContain('/casos/C-');
    }
  });

  it('find cases by stage and by missed deadline', async () => {
    const late = await web.open('/monitoreo?plazos=now', MONITOR);
    expect(namesIn(late.html)).toEqual([await nameOf(runs[1]!)]);
    const ever = await web.open('/monitoreo?plazos=ever', MONITOR);
    expect(new Set(namesIn(ever.html))).toEqual(
      new Set([await nameOf(runs[1]!), await nameOf(runs[2]!)]),
    );
    const stage = await web.open('/monitoreo?etapa=book-loan/request-stage', MONITOR);
    expect(namesIn(stage.html)).toHaveLength(2);
    expect(namesIn((await web.open('/monitoreo?protocolo=none', MONITOR)).html)).toEqual([]);
  });

  it('list what was lowered shortly before a departure, and say so before everything else', async () => {
    const before = await web.open('/monitoreo', MONITOR);
    expect(before.html).not.toContain('En 1 caso abierto');
    const lowered = { step: 'request', opening: 1, outcome: 'accepted', at: Date.now(), seq: 2 };
    const set = (run: string, more: object) =>
      web.database.db.sql`UPDATE runs SET state =
        jsonb_set(state::jsonb, '{lowered}', ${JSON.stringify({ ...lowered, ...more })}::text::jsonb) WHERE id = ${run}`;
    await set(runs[0]!, { soon: true });
    await set(runs[1]!, {});
    const { html } = await web.open('/monitoreo', MONITOR);
    expect(html).toContain('En 1 caso abierto se redujo la protección poco antes de una salida');
    const soon = await web.open('/monitoreo?proteccion=soon&estado=open', MONITOR);
    expect(namesIn(soon.html)).toEqual([await nameOf(runs[0]!)]);
    const any = await web.open('/monitoreo?proteccion=any', MONITOR);
    expect(namesIn(any.html)).toHaveLength(2);
    const one = await web.open(`/monitoreo/casos/${await nameOf(runs[0]!)}`, MONITOR);
    expect(one.html).toContain('Protección reducida poco antes de una salida');
    expect(one.html).toContain('Revisar la solicitud: «Aceptada»');
  });

  it('show each gate of a leaving step as holding or missing', async () => {
    const { html } = await web.open(`/monitoreo/casos/${await nameOf(runs[0]!)}`, MONITOR);
    const leaving = bookLoan.steps.filter(
      ({ effects }) => effects?.includes('departs') || effects?.includes('hands-over'),
    );
    const gates = leaving.flatMap(({ requires = [] }) => requires);
    expect(gates.length).toBeGreaterThan(0);
    expect(html.match(/>(Falta|Se cumple|Se cumplía al salir)</g)).toHaveLength(gates.length);
  });

  it('say of a case that ended before anybody left that nothing was missing then', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'refused', { answers: { reason: 'No hay' } });
    const { html } = await web.open(`/monitoreo/casos/${await nameOf(run)}`, MONITOR);
    expect(html).toContain('El caso terminó sin llegar a este paso');
    expect(html).not.toContain('>Falta<');
    const list = await web.open('/monitoreo?estado=ended', MONITOR);
    expect(namesIn(list.html)).toEqual([await nameOf(run)]);
    expect(list.html).toContain('Terminó sin salida');
  });

  it('say so when the engine cannot be asked', async () => {
    const { html } = await web.open(`/monitoreo/casos/${await nameOf(runs[0]!)}`, MONITOR);
    expect(html).toContain('El motor no responde ahora');
  });

  it.each(['x', 'M-AAAAA-AAAAA-AAAAA', "M-'-OR-1", '%00'])('know no case %s', async (name) => {
    expect((await web.open(`/monitoreo/casos/${name}`, MONITOR)).status).toBe(404);
  });

  it.each(['officer', 'supervisor', 'case-lead', 'admin'])('are not for a %s', async (role) => {
    expect((await web.open('/monitoreo', `invented-home-library/${role}`)).status).toBe(403);
  });
});
