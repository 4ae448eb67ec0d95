import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf, HOME, wordsOf } from './task-play.js';

const COURIER = 'invented-courier/officer';
const LEAD = 'invented-home-library/case-lead';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

async function reports(run: string): Promise<number> {
  const [row] = await web.database.db.sql<{ n: number }[]>`
    select count(*)::int as n from history where run_id = ${run} and act->>'type' = 'event-reported'`;
  return row!.n;
}

describe('what an officer may do in a case', () => {
  it('shows own tasks and what may be reported, and nothing to others', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const { html } = await web.open(`/tareas/${run}`, COURIER);
    const words = wordsOf(html);
    expect(words).toContain('Planear el viaje');
    expect(words).toContain('Inundación');
    expect(words).not.toContain('Reclamo resuelto');
    expect((await web.open(`/tareas/${run}`, 'invented-foreign-library/officer')).status).toBe(404);
    expect((await web.open('/tareas/no-es-un-caso', COURIER)).status).toBe(404);
  });

  it('reports an event after showing what comes of it, once', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/sucesos/reader-withdraws`;
    expect(wordsOf((await web.open(address, HOME)).html)).toContain('Ya no quiere el libro');
    const check = await web.send(address, HOME, {});
    expect(check.status).toBe(200);
    expect(wordsOf(check.html)).toContain('El proceso terminará: Solicitud retirada.');
    expect(wordsOf(check.html)).toContain('Se retirará:');
    expect(await reports(run)).toBe(0);
    const fields = fieldsOf(check.html, `${address}/registrar`);
    const sent = await Promise.all(
      [1, 2].map(() => web.send(`${address}/registrar`, HOME, fields)),
    );
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
    expect(await reports(run)).toBe(1);
    const receipt = await web.open(sent[0]!.location, HOME);
    expect(wordsOf(receipt.html)).toMatch(/Folio: F-\w{5}-\w{5}/);
  });

  it('tells the receiving side nothing of others before it reports', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const far = 'invented-far-library/officer';
    const check = await web.send(`/tareas/${run}/sucesos/claim-filed`, far, {});
    const words = wordsOf(check.html);
    expect(words).toContain('La institución que conduce el proceso lo sabrá de inmediato.');
    expect(words).not.toContain('El proceso terminará');
    const page = wordsOf((await web.open(`/tareas/${run}`, far)).html);
    expect(page).not.toContain('Institución inventada courier');
    expect(page).not.toContain('Planear el viaje');
  });

  it('does not report what the role may not', async () => {
    const run = await web.startLoan();
    const answer = await web.send(`/tareas/${run}/sucesos/claim-dropped`, COURIER, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await reports(run)).toBe(0);
  });

  it('takes an error in what was sent to the lead, and leaves what was sent as it is', async () => {
    const run = await web.startLoan();
    const address = `/tareas/${run}/request/pedir/correccion`;
    const early = await web.open(address, HOME);
    const fields = fieldsOf(early.html, address);
    const motivo = 'La edad era otra: Persona Inventada Canaria';
    const before = await web.send(address, HOME, { ...fields, motivo });
    expect(before.status).toBe(422);
    expect(wordsOf(before.html)).toContain('no hay qué corregir');
    await web.answer(run, 'home-library', 'request', 'accepted');
    const closed = await web.open(`/tareas/${run}/request`, HOME);
    expect(closed.html).toContain('/pedir/correccion?');
    expect(wordsOf(closed.html)).not.toContain('¿Algo le impide responder?');
    const receipt = await web.open(`/tareas/${run}/request/enviada`, HOME);
    expect(wordsOf(receipt.html)).toContain('Avisar de un error en lo enviado');
    expect((await web.send(address, HOME, { ...fields, motivo })).status).toBe(303);
    const { sql } = web.database.db;
    const rows = await sql`select kind, reason from step_requests where run_id = ${run}`;
    expect(rows.map(({ kind }) => kind)).toEqual(['correction']);
    expect(String(rows[0]!.reason)).not.toContain('Canaria');
    expect(await sql`select seq from history where run_id = ${run}`).toHaveLength(2);
    const lead = wordsOf((await web.open(`/casos/${run}`, LEAD)).html);
    expect(lead).toContain('Hay un error en lo que se envió');
    expect(lead).toContain(motivo);
    expect((await web.open(`/tareas/${run}`, COURIER)).html).not.toContain('Canaria');
  });

  it('takes a request with its reason to the lead, changes nothing of the run, and brings the reply back', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/itinerary/pedir/plazo`;
    const page = await web.open(address, COURIER);
    const fields = fieldsOf(page.html, address);
    const empty = await web.send(address, COURIER, { ...fields, motivo: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.html.split('Escriba el motivo')).toHaveLength(3);
    const motivo = 'Falta un <b>puente</b>\nhasta el lunes';
    await web.send(address, COURIER, { ...fields, motivo });
    await web.send(address, COURIER, { ...fields, motivo });
    const rows = await web.database.db.sql<{ id: string; reason: Buffer }[]>`
      select id, reason from step_requests where run_id = ${run}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]!.reason.toString('utf8')).not.toContain('puente');
    const acts = await web.database.db.sql`select seq from history where run_id = ${run}`;
    expect(acts).toHaveLength(2);
    const lead = await web.open(`/tareas/${run}`, LEAD);
    expect(wordsOf(lead.html)).toContain('Falta un <b>puente</b>');
    const officer = await web.open(`/tareas/${run}`, HOME);
    expect(wordsOf(officer.html)).not.toContain('puente');
    const to = `/tareas/${run}/pedidos/${rows[0]!.id}`;
    expect((await web.send(to, HOME, { respuesta: 'No' })).status).toBe(403);
    expect((await web.send(to, LEAD, { respuesta: '' })).status).toBe(422);
    expect((await web.send(to, LEAD, { respuesta: 'Hasta el martes' })).status).toBe(303);
    const twice = await web.send(to, LEAD, { respuesta: 'Otra cosa' });
    expect(wordsOf(twice.html)).toContain('Ya se había respondido');
    const own = await web.open(`/tareas/${run}/itinerary`, COURIER);
    expect(wordsOf(own.html)).toContain('Hasta el martes');
  });
});
