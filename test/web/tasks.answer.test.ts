import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { answerByPages, fieldsOf, fill, HOME, wordsOf } from './task-play.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const at = (run: string, page = '') => `/tareas/${run}/request${page}`;

async function acts(run: string): Promise<number> {
  const [row] = await web.database.db.sql<{ n: number }[]>`
    select count(*)::int as n from history where run_id = ${run} and act->>'type' = 'step-completed'`;
  return row!.n;
}

describe('the way of one answer through the pages', () => {
  it('shows what is asked, until when, what silence means, and where in the case it is', async () => {
    const run = await web.startLoan();
    const { status, html } = await web.open(at(run), HOME);
    const words = wordsOf(html);
    expect(status).toBe(200);
    expect(words).toContain('Revisar la solicitud');
    expect(words).toContain('Lea la solicitud completa.');
    expect(words).toMatch(/Vence (hoy, )?en/);
    expect(words).toContain('1 de 4: Solicitud');
    expect(words).toContain('Se avisa a su superior');
    expect(words).toMatch(/C-[0-9A-Z]{5}-[0-9A-Z]{5}/);
    expect(html).not.toContain(`>${run}<`);
  });

  it('goes from the form over the check page to a receipt with folio', async () => {
    const run = await web.startLoan();
    const filled = await fill(web, run, 'request', HOME, {
      reason: 'Motivo inventado',
      route: 'river',
      resultado: 'accepted',
    });
    expect(filled.status).toBe(303);
    const review = await web.open(filled.location, HOME);
    const words = wordsOf(review.html);
    expect(words).toContain('Motivo inventado');
    expect(words).toContain('Río');
    expect(words).toContain('Aceptada');
    expect(words).toContain('Se abrirá «Dar el permiso» para Institución inventada far-library');
    expect(words).toContain('Todavía no se ha enviado');
    const sent = await web.send(
      at(run, '/revisar'),
      HOME,
      fieldsOf(review.html, at(run, '/revisar')),
    );
    expect(sent.status).toBe(303);
    const receipt = await web.open(sent.location, HOME);
    expect(receipt.status).toBe(200);
    expect(wordsOf(receipt.html)).toMatch(/Folio: F-\w{5}-\w{5}/);
    expect(wordsOf(receipt.html)).not.toContain('Motivo inventado');
    expect(await acts(run)).toBe(1);
  });

  it('shows what was stored only when asked, and records who looked', async () => {
    const run = await web.startLoan();
    const sent = await answerByPages(web, run, 'request', HOME, {
      reason: 'Motivo inventado',
      resultado: 'accepted',
    });
    const opened = () => web.database.db.sql<{ account: string }[]>`
      select account from answer_openings where run_id = ${run}`;
    await web.open(sent.location, HOME);
    expect(await opened()).toHaveLength(0);
    const { html } = await web.open(`${sent.location}&respuestas=ver`, HOME);
    expect(wordsOf(html)).toContain('Motivo inventado');
    expect(await opened()).toHaveLength(1);
    const foreign = await web.open(
      `${sent.location}&respuestas=ver`,
      'invented-far-library/officer',
    );
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign.html).not.toContain('Motivo inventado');
    expect(await opened()).toHaveLength(1);
  });

  it('keeps everything typed when something is missing, and says it twice in the same words', async () => {
    const run = await web.startLoan();
    const page = await fill(web, run, 'request', HOME, { resultado: 'refused', route: 'road' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('<title>Error: ');
    expect(page.html.split('Escriba «Motivo»')).toHaveLength(3);
    expect(page.html).toContain('href="#campo-reason"');
    expect(fieldsOf(page.html, at(run))).toMatchObject({ resultado: 'refused', route: 'road' });
  });

  it('asks for the outcome when none is chosen', async () => {
    const run = await web.startLoan();
    const page = await fill(web, run, 'request', HOME, { reason: 'Motivo inventado' });
    expect(page.status).toBe(422);
    expect(wordsOf(page.html)).toContain('Seleccione el resultado');
    expect(fieldsOf(page.html, at(run)).reason).toBe('Motivo inventado');
  });

  it('enters one answer when the same form is sent twice at once', async () => {
    const run = await web.startLoan();
    const { location } = await fill(web, run, 'request', HOME, { resultado: 'accepted' });
    const review = await web.open(location, HOME);
    const fields = fieldsOf(review.html, at(run, '/revisar'));
    const both = await Promise.all([1, 2].map(() => web.send(at(run, '/revisar'), HOME, fields)));
    const later = await web.send(at(run, '/revisar'), HOME, fields);
    const places = [...both, later].map((answer) => [answer.status, answer.location]);
    expect(new Set(places.map(String)).size).toBe(1);
    expect(places[0]![0]).toBe(303);
    expect(await acts(run)).toBe(1);
  });

  it('tells who was faster and shows what the slower one typed', async () => {
    const run = await web.startLoan();
    const colleague = 'invented-home-library/supervisor';
    const slow = await fill(web, run, 'request', HOME, {
      reason: 'Texto lento',
      resultado: 'accepted',
    });
    const review = await web.open(slow.location, HOME);
    await answerByPages(web, run, 'request', colleague, {
      reason: 'Otro texto',
      resultado: 'refused',
    });
    const late = await web.send(
      at(run, '/revisar'),
      HOME,
      fieldsOf(review.html, at(run, '/revisar')),
    );
    expect(late.status).toBe(409);
    const words = wordsOf(late.html);
    expect(words).toContain('Ya la respondió Persona Inventada (invented-home-library/supervisor)');
    expect(words).toContain('Texto lento');
    expect(await acts(run)).toBe(1);
    const form = await web.send(at(run), HOME, {
      vez: '1',
      reason: 'Aún más texto',
      accion: 'guardar',
    });
    expect(form.status).toBe(409);
    expect(wordsOf(form.html)).toContain('Aún más texto');
  });

  it('acts only for a form of its own session, with a key', async () => {
    const run = await web.startLoan();
    const { location } = await fill(web, run, 'request', HOME, { resultado: 'accepted' });
    const review = await web.open(location, HOME);
    const { clave: _, ...fields } = fieldsOf(review.html, at(run, '/revisar'));
    const without = await web.send(at(run, '/revisar'), HOME, fields);
    expect(without.status).toBe(403);
    const foreign = await web.send(
      at(run, '/revisar'),
      HOME,
      fieldsOf(review.html, at(run, '/revisar')),
      {
        'sec-fetch-site': 'cross-site',
      },
    );
    expect(foreign.status).toBe(403);
    expect(await acts(run)).toBe(0);
  });

  it('shows nothing of a task to others, whatever page is asked for', async () => {
    const run = await web.startLoan();
    for (const page of ['', '/revisar', '/enviada', '/pasar', '/pedir/plazo']) {
      const answer = await web.open(at(run, page), 'invented-far-library/officer');
      expect([403, 404], page).toContain(answer.status);
      expect(wordsOf(answer.html)).not.toContain('Revisar la solicitud');
      const monitor = await web.open(at(run, page), 'invented-audit-office/monitor');
      expect(monitor.status).toBe(403);
    }
  });
});
