import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { decoded, fieldsOf, HOME, wordsOf } from './task-play.js';

const COLLEAGUE = 'invented-home-library/supervisor';
const COURIER = 'invented-courier/officer';
const at = (run: string, page = '') => `/tareas/${run}/request${page}`;

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

/** What people try in text fields. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE runs; --",
  '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %>',
  '\u202Egnp.exe\u202C \u2066abc\u2069',
  '</textarea><svg onload=alert(1)>',
  '\n\n  dos renglones\n\ty un espacio  ',
  '&lt;b&gt; &amp;amp; &#x27;',
];

async function save(run: string, as: string, fields: Record<string, string>, accion = 'guardar') {
  const page = await web.open(at(run), as);
  return web.send(at(run), as, { ...fieldsOf(page.html, at(run)), ...fields, accion });
}

describe('the draft of a task', () => {
  it('comes back with everything typed, the outcome too, and says when it was saved', async () => {
    const run = await web.startLoan();
    const saved = await save(run, HOME, {
      reason: 'A medias',
      route: 'river',
      resultado: 'refused',
    });
    expect(saved.status).toBe(303);
    const { html } = await web.open(saved.location, HOME);
    expect(fieldsOf(html, at(run))).toMatchObject({
      reason: 'A medias',
      route: 'river',
      resultado: 'refused',
    });
    expect(wordsOf(html)).toMatch(/Borrador guardado \p{L}+ \d/u);
  });

  it('is stored sealed and gone once the task is answered', async () => {
    const run = await web.startLoan();
    await save(run, HOME, { reason: 'Texto muy secreto', resultado: 'accepted' });
    const rows = () => web.database.db.sql<{ ciphertext: Buffer }[]>`
      select ciphertext from drafts where run_id = ${run}`;
    const [row] = await rows();
    expect(row!.ciphertext.toString('utf8')).not.toMatch(/secreto|accepted/);
    await web.answer(run, 'home-library', 'request', 'accepted');
    expect(await rows()).toHaveLength(0);
  });

  it.each(PAYLOADS)('shows as typed, in the form and on the check page: %j', async (text) => {
    const run = await web.startLoan();
    const saved = await save(run, HOME, { reason: text, resultado: 'accepted' });
    const form = await web.open(saved.location, HOME);
    expect(fieldsOf(form.html, at(run)).reason).toBe(text);
    const review = await web.open(at(run, '/revisar'), HOME);
    const shown = /<bdi class="rt-typed" dir="auto">([^<]*)<\/bdi>/.exec(review.html)![1]!;
    expect(decoded(shown)).toBe(text);
    for (const { html } of [form, review]) {
      expect(html).not.toMatch(/<script>|<img src=x|<svg onload/);
    }
  });

  it('keeps a date that is none as it was typed', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/itinerary`;
    const typed = {
      'departure-day': '31',
      'departure-month': 'febrero <b>',
      'departure-year': '',
      'departure-time': '25:99',
    };
    const sent = await web.send(address, COURIER, { vez: '1', ...typed, resultado: 'fixed' });
    expect(sent.status).toBe(422);
    expect(fieldsOf(sent.html, address)).toMatchObject(typed);
    expect(wordsOf(sent.html)).toContain('«Salida» debe incluir un año');
    const { html } = await web.open(address, COURIER);
    expect(fieldsOf(html, address)).toMatchObject({ ...typed, resultado: 'fixed' });
  });

  it('reads a moment in the zone of the institution and shows it there', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const address = `/tareas/${run}/itinerary`;
    const typed = {
      'departure-day': '1',
      'departure-month': '6',
      'departure-year': '2027',
      'departure-time': '8:05',
    };
    const sent = await web.send(address, COURIER, { vez: '1', ...typed, resultado: 'fixed' });
    expect(sent.status).toBe(303);
    const review = await web.open(sent.location, COURIER);
    expect(wordsOf(review.html)).toContain(
      'martes 1 de junio de 2027, 08:05 (hora de Ciudad de México)',
    );
    expect(decoded(review.html)).toContain('"departure":"2027-06-01T14:05:00.000Z"');
  });

  it('never replaces what a colleague saved without saying so', async () => {
    const run = await web.startLoan();
    const mine = await web.open(at(run), HOME);
    await save(run, COLLEAGUE, { reason: 'Texto de la colega' });
    const fields = { ...fieldsOf(mine.html, at(run)), reason: 'Mi texto', accion: 'guardar' };
    const quiet = await web.send(at(run, '/borrador'), HOME, fields);
    expect(quiet.status).toBe(409);
    expect(JSON.parse(quiet.html).texto).toContain('lo suyo no se ha guardado');
    const conflict = await web.send(at(run), HOME, fields);
    expect(conflict.status).toBe(409);
    expect(wordsOf(conflict.html)).toContain('Texto de la colega');
    expect(wordsOf(conflict.html)).toContain(
      'Persona Inventada (invented-home-library/supervisor)',
    );
    expect(fieldsOf(conflict.html, at(run)).reason).toBe('Mi texto');
    const stored = await web.open(at(run), COLLEAGUE);
    expect(fieldsOf(stored.html, at(run)).reason).toBe('Texto de la colega');
    const again = await web.send(at(run), HOME, {
      ...fieldsOf(conflict.html, at(run)),
      accion: 'guardar',
    });
    expect(again.status).toBe(303);
    const replaced = await web.open(at(run), COLLEAGUE);
    expect(fieldsOf(replaced.html, at(run)).reason).toBe('Mi texto');
  });

  it('is saved by the script of the page, which learns when', async () => {
    const run = await web.startLoan();
    const page = await web.open(at(run), HOME);
    const fields = { ...fieldsOf(page.html, at(run)), reason: 'Escribiendo' };
    const answer = await web.send(at(run, '/borrador'), HOME, fields);
    expect(answer.status).toBe(200);
    const { guardadoEn, texto } = JSON.parse(answer.html) as { guardadoEn: string; texto: string };
    expect(Math.abs(Date.parse(guardadoEn) - Date.now())).toBeLessThan(60_000);
    expect(texto).toMatch(/^Borrador guardado /);
    const { html } = await web.open(at(run), HOME);
    expect(fieldsOf(html, at(run)).reason).toBe('Escribiendo');
    await web.answer(run, 'home-library', 'request', 'accepted');
    expect((await web.send(at(run, '/borrador'), HOME, fields)).status).toBe(409);
  });
});
