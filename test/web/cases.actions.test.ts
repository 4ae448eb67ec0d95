import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';

const LEAD = 'invented-home-library/case-lead';
const COURIER = 'invented-courier/case-lead';
const WHY = 'Motivo inventado <b>7731</b>';

let web: TestWeb;
let next = 0;
const key = () => {
  next += 1;
  return `web-${String(next).padStart(24, 'a')}`;
};
const acts = async (run: string) =>
  (await web.database.db.sql`SELECT act FROM history WHERE run_id = ${run} ORDER BY seq`).map(
    ({ act }) => act as { type: string; reason?: string },
  );
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

describe('what a lead may do in a case', () => {
  it('lists the events by what they do', async () => {
    const run = await web.startLoan();
    const { html } = await web.open(`/casos/${run}/acciones`, LEAD);
    for (const group of ['Detener', 'Terminar', 'Pasar a otro protocolo', 'Recordar a quien']) {
      expect(html).toContain(group);
    }
    expect(html).toContain(`/casos/${run}/acciones/suceso?suceso=reader-withdraws`);
  });

  it('shows before an event what it would bring, and enters nothing by showing', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const before = await web.database.countRows();
    const { status, html } = await web.open(
      `/casos/${run}/acciones/suceso?suceso=claim-filed`,
      LEAD,
    );
    expect(status).toBe(200);
    expect(html).toContain('Qué pasaría ahora');
    expect(html).toContain('Dejaría de valer: «Nadie reclama el libro»');
    expect(await web.database.countRows()).toEqual(before);
  });

  it('reports an event once for a form sent twice', async () => {
    const run = await web.startLoan();
    const fields = { suceso: 'reader-withdraws', porque: WHY, clave: key() };
    const sent = await web.send(`/casos/${run}/acciones/suceso`, LEAD, fields);
    const again = await web.send(`/casos/${run}/acciones/suceso`, LEAD, fields);
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(new RegExp(`^/casos/${run}\\?hecho=F-[2-9A-Z-]{11}$`));
    const done = (await web.open(sent.location, LEAD)).html;
    expect(done).toContain('Quedó registrado el');
    const foreign = (await web.open(`/casos/${await web.startLoan()}?hecho=F-22222-22222`, LEAD))
      .html;
    expect(foreign).not.toContain('Quedó registrado el');
    expect(again.status).toBe(303);
    expect((await acts(run)).filter(({ type }) => type === 'event-reported')).toHaveLength(1);
    expect((await web.open(`/casos/${run}`, LEAD)).html).toContain('Terminó el');
  });

  it('says which protocol a re-route would lead to', async () => {
    const run = await web.startLoan();
    const { html } = await web.open(`/casos/${run}/acciones/suceso?suceso=sold-to-archive`, LEAD);
    expect(html).toMatch(/otro protocolo/);
  });

  it('reminds once in a day, with a notice and a trace, and moves no deadline', async () => {
    const run = await web.startLoan();
    const sql = web.database.db.sql;
    const stepRow = async () =>
      (await sql`SELECT due_at, status FROM steps WHERE run_id = ${run}`)[0];
    const before = await stepRow();
    const page = await web.open(`/casos/${run}/acciones/recordar?paso=request`, LEAD);
    expect(page.html).toContain('Se avisaría a Institución inventada home-library');
    const sent = await web.send(`/casos/${run}/acciones/recordar`, LEAD, {
      paso: 'request',
      vez: '1',
      porque: WHY,
      clave: key(),
    });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(new RegExp(`^/casos/${run}/pasos/request\\?hecho=F-`));
    expect(await stepRow()).toEqual(before);
    const notices = await sql`SELECT kind FROM notices WHERE run_id = ${run} AND seq = 2`;
    expect(notices.map(({ kind }) => kind)).toEqual(['nearly-due']);
    expect((await web.open(sent.location, LEAD)).html).toContain(
      'se recordó a quien debe responder',
    );
    const second = await web.send(`/casos/${run}/acciones/recordar`, LEAD, {
      paso: 'request',
      vez: '1',
      porque: WHY,
      clave: key(),
    });
    expect(second.status).toBe(409);
    expect(second.html).toContain('últimas 24 horas');
    expect((await acts(run)).filter(({ type }) => type === 'step-nudged')).toHaveLength(1);
  });

  it('gives a role to another institution after showing what moves, with the reason kept', async () => {
    const run = await web.startLoan();
    const asked = await web.open(`/casos/${run}/acciones/reasignar?institucion=`, LEAD);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Seleccione el motivo');
    const fields = {
      funcion: 'far-library',
      institucion: 'invented-foreign-library',
      motivo: 'not-competent',
    };
    const check = await web.open(
      `/casos/${run}/acciones/reasignar?${new URLSearchParams(fields)}`,
      LEAD,
    );
    expect(check.html).toContain('Qué pasaría ahora');
    const sent = await web.send(`/casos/${run}/acciones/reasignar`, LEAD, {
      ...fields,
      porque: WHY,
      clave: key(),
    });
    expect(sent.status).toBe(303);
    expect((await acts(run)).at(-1)).toMatchObject({
      type: 'role-reassigned',
      reason: 'not-competent',
    });
  });

  it('says before and after that the case is not theirs any more once they gave their last role away', async () => {
    const run = await web.startLoan();
    const fields = {
      funcion: 'home-library',
      institucion: 'invented-foreign-library',
      motivo: 'entered-in-error',
    };
    const page = `/casos/${run}/acciones/reasignar`;
    const check = await web.open(`${page}?${new URLSearchParams(fields)}`, LEAD);
    expect(check.html).toContain('Su institución dejará de ver este caso');
    const sent = await web.send(page, LEAD, { ...fields, porque: WHY, clave: key() });
    expect(sent.status).toBe(200);
    expect(sent.html).toContain('Su institución ya no participa en este caso');
    expect(sent.html).toMatch(/Folio F-[2-9A-Z-]{11}/);
    expect((await acts(run)).at(-1)).toMatchObject({ type: 'role-reassigned' });
    for (const gone of [`/casos/${run}`, page]) {
      expect((await web.open(gone, LEAD)).status).toBe(404);
    }
    expect((await web.open('/casos', LEAD)).html).not.toContain(`/casos/${run}`);
  });

  it('asks again, and says why, where the institution is of the other State', async () => {
    const run = await web.startLoan();
    const fields = {
      funcion: 'far-library',
      institucion: 'invented-home-library',
      motivo: 'not-competent',
    };
    const page = `/casos/${run}/acciones/reasignar`;
    const shown = await web.open(`${page}?${new URLSearchParams(fields)}`, LEAD);
    const sent = await web.send(page, LEAD, { ...fields, porque: WHY, clave: key() });
    for (const { status, html } of [shown, sent]) {
      expect(status).toBe(422);
      expect(html).toContain('href="#institucion"');
      expect(html).toContain('pertenece a otro Estado');
    }
    expect((await acts(run)).some(({ type }) => type === 'role-reassigned')).toBe(false);
  });

  it('does nothing without a reason, and keeps what was filled in', async () => {
    const run = await web.startLoan();
    for (const [page, fields] of [
      ['suceso', { suceso: 'reader-withdraws' }],
      ['recordar', { paso: 'request', vez: '1' }],
      [
        'reasignar',
        {
          funcion: 'far-library',
          institucion: 'invented-foreign-library',
          motivo: 'not-competent',
        },
      ],
    ] as const) {
      const sent = await web.send(`/casos/${run}/acciones/${page}`, LEAD, {
        ...fields,
        porque: '  ',
        clave: key(),
      });
      expect(sent.status, page).toBe(422);
      expect(sent.html).toContain('href="#porque"');
      for (const value of Object.values(fields)) expect(sent.html).toContain(`value="${value}"`);
    }
    expect(await acts(run)).toHaveLength(1);
  });

  it('shows the reason beside its act to whoever leads, and to nobody else; kept sealed and for good', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    await web.send(`/casos/${run}/acciones/suceso`, LEAD, {
      suceso: 'claim-filed',
      porque: WHY,
      clave: key(),
    });
    const { html } = await web.open(`/casos/${run}/linea`, LEAD);
    expect(html).toContain('Motivo inventado &lt;b>7731&lt;/b>');
    for (const as of [COURIER, 'invented-audit-office/monitor', 'invented-home-library/officer']) {
      for (const page of [`/casos/${run}/linea`, `/tareas/${run}`]) {
        expect((await web.open(page, as)).html).not.toContain('7731');
      }
    }
    const { sql } = web.database.db;
    const rows = await sql`SELECT r.* FROM act_reasons r JOIN history h USING (run_id, act_id)
      WHERE run_id = ${run}`;
    expect(rows).toHaveLength(1);
    expect(String(rows[0]!.reason)).not.toContain('7731');
    const mine = await sql`SELECT 1 FROM case_openings WHERE run_id = ${run} AND what = 'reason'`;
    expect(mine, 'what somebody wrote themselves is no reading').toHaveLength(0);
    await sql`ALTER TABLE act_reasons DISABLE TRIGGER act_reasons_append_only`;
    await sql`UPDATE act_reasons SET account = 'invented-colleague' WHERE run_id = ${run}`;
    await sql`ALTER TABLE act_reasons ENABLE TRIGGER act_reasons_append_only`;
    await web.open(`/casos/${run}/linea`, LEAD);
    const read = await sql`SELECT 1 FROM case_openings WHERE run_id = ${run} AND what = 'reason'`;
    expect(read, 'what a colleague wrote is').toHaveLength(1);
    await expect(sql`UPDATE act_reasons SET account = 'other'`).rejects.toThrow();
    await expect(sql`DELETE FROM act_reasons`).rejects.toThrow();
  });

  it('lets no party that does not lead remind or reassign', async () => {
    const run = await web.startLoan();
    for (const [action, fields] of [
      ['recordar', { paso: 'request', vez: '1' }],
      ['reasignar', { funcion: 'courier', institucion: 'invented-courier', motivo: 'no-capacity' }],
    ] as const) {
      const answer = await web.send(`/casos/${run}/acciones/${action}`, COURIER, {
        ...fields,
        clave: key(),
      });
      expect(answer.status).toBe(403);
    }
    expect(await acts(run)).toHaveLength(1);
  });

  it('acts for no form of another site and none without a key of ours', async () => {
    const run = await web.startLoan();
    const address = `/casos/${run}/acciones/suceso`;
    const fields = { suceso: 'reader-withdraws', porque: WHY, clave: key() };
    const foreign = await web.send(address, LEAD, fields, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const keyless = await web.send(address, LEAD, { suceso: 'reader-withdraws' });
    expect(keyless.status).toBe(403);
    expect(await acts(run)).toHaveLength(1);
  });
});
