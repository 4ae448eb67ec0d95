import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scan } from '../../platform/files/scanner.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { addFile } from './files.js';
import { fieldsOf, fill, HOME, wordsOf } from './task-play.js';

const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7 Persona Inventada '),
  Buffer.alloc(600_000, 7),
  Buffer.from('\n%%EOF\n'),
]);
const at = (run: string, page = '') => `/tareas/${run}/request${page}`;

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const add = (run: string, file: Buffer, shows?: string, as = HOME, step = 'request') =>
  addFile(web, { run, file, as, step, ...(shows === undefined ? {} : { shows }) });

async function linksOf(run: string): Promise<string[]> {
  const { html } = await web.open(at(run, '/evidencia'), HOME);
  return [...html.matchAll(/href="(\/tareas\/[^"]*\/evidencia\/[^"]*)"/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  );
}

async function download(link: string, as = HOME) {
  const secret = await web.sessionOf(as);
  return web.app.inject({
    method: 'GET',
    url: link,
    headers: { cookie: `${SESSION_COOKIE}=${secret}`, accept: 'text/html' },
  });
}

describe('files that go with an answer', () => {
  it('are stored sealed and come back byte by byte, as a download that runs nothing', async () => {
    const run = await web.startLoan();
    expect((await add(run, PDF)).status).toBe(303);
    const stored = await web.database.db.sql<{ ciphertext: Buffer }[]>`
      select c.ciphertext from evidence_chunks c join evidence e on e.id = c.evidence_id where e.run_id = ${run}`;
    expect(stored.length).toBe(3);
    expect(Buffer.concat(stored.map((row) => row.ciphertext)).includes('Inventada')).toBe(false);
    const [row] = await web.database.db.sql`select * from evidence where run_id = ${run}`;
    expect(JSON.stringify(row)).not.toContain('inventada');
    const [link] = await linksOf(run);
    const answer = await download(link!);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="C-[\w-]+\.pdf"$/);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-type']).toBe('application/pdf');
  });

  it('are of the institution alone', async () => {
    const run = await web.startLoan();
    await add(run, PDF);
    const [link] = await linksOf(run);
    for (const as of [
      'invented-far-library/officer',
      'invented-courier/officer',
      'invented-audit-office/monitor',
    ]) {
      const answer = await download(link!, as);
      expect([403, 404]).toContain(answer.statusCode);
      expect(answer.rawPayload.includes('%PDF')).toBe(false);
      expect((await add(run, PDF, 'Acta', as)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('leave with the answer, whose digest in the history holds theirs', async () => {
    const [alone, accompanied] = [await web.startLoan(), await web.startLoan()];
    await add(accompanied, PDF);
    await web.send(at(accompanied), HOME, { vez: '1', accion: 'guardar' });
    const digests = [];
    for (const run of [alone, accompanied]) {
      const { location } = await fill(web, run, 'request', HOME, { resultado: 'accepted' });
      const review = await web.open(location, HOME);
      expect(wordsOf(review.html).includes('Acta inventada')).toBe(run === accompanied);
      const fields = fieldsOf(review.html, at(run, '/revisar'));
      const sent = await web.send(at(run, '/revisar'), HOME, fields);
      const again = await web.send(at(run, '/revisar'), HOME, fields);
      expect([sent.status, again.location]).toEqual([303, sent.location]);
      const receipt = await web.open(sent.location, HOME);
      expect(wordsOf(receipt.html).includes('Acta inventada (PDF)')).toBe(run === accompanied);
      const [row] = await web.database.db.sql<{ digest: string }[]>`
        select answers_digest as digest from history where run_id = ${run} and seq = 2`;
      digests.push(row!.digest);
      if (run !== accompanied) continue;
      const other = {
        ...fields,
        respuestas: fields.respuestas!.replace(/"files":\[[^\]]*\]/, '"files":[]'),
      };
      expect((await web.send(at(run, '/revisar'), HOME, other)).status).toBe(409);
    }
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    const [file] = await web.database.db.sql<{ seq: number }[]>`
      select seq from evidence where run_id = ${accompanied}`;
    expect(file).toEqual({ seq: 2 });
  });

  it('cannot be removed once sent, and who opens them is recorded', async () => {
    const run = await web.startLoan();
    await add(run, PDF);
    const [link] = await linksOf(run);
    const { location } = await fill(web, run, 'request', HOME, { resultado: 'accepted' });
    const review = await web.open(location, HOME);
    await web.send(at(run, '/revisar'), HOME, fieldsOf(review.html, at(run, '/revisar')));
    const id = /evidencia\/([0-9a-v]+)/.exec(link!)![1]!;
    await web.send(at(run, `/evidencia/${id}/quitar`), HOME, { vez: '1' });
    expect((await download(link!)).statusCode).toBe(200);
    const rows = await web.database.db.sql`select seq from answer_openings where run_id = ${run}`;
    expect([...rows]).toEqual([{ seq: 2 }]);
    expect((await add(run, PDF)).status).toBe(303);
    const [count] = await web.database.db
      .sql`select count(*)::int as n from evidence where run_id = ${run}`;
    expect(count).toEqual({ n: 1 });
  });

  it('can be removed before, and are ten at most', async () => {
    const run = await web.startLoan();
    const small = Buffer.from('%PDF-1.7\n%%EOF');
    const answers = await Promise.all(Array.from({ length: 13 }, () => add(run, small)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(10);
    expect(wordsOf(answers.find(({ status }) => status === 422)!.html)).toContain(
      'hasta 10 archivos',
    );
    const [link] = await linksOf(run);
    const id = /evidencia\/([0-9a-v]+)/.exec(link!)![1]!;
    await web.send(at(run, `/evidencia/${id}/quitar`), HOME, { vez: '1' });
    expect(await linksOf(run)).toHaveLength(9);
  });

  it('are refused in words, with the description kept', async () => {
    const run = await web.startLoan();
    const page = await add(run, Buffer.from('<html><script>alert(1)</script>'), '<b>Acta</b>');
    expect(page.status).toBe(422);
    expect(page.html.split('El archivo debe ser JPG, PNG o PDF')).toHaveLength(3);
    expect(page.html).toContain('value="&lt;b>Acta&lt;/b>"');
    const big = await add(
      run,
      Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(11 * 1024 * 1024)]),
    );
    expect(wordsOf(big.html)).toContain('El archivo debe pesar menos de 10 MB');
    const nothing = await add(run, PDF, '');
    expect(wordsOf(nothing.html)).toContain('Escriba qué muestra el archivo');
  });

  it('reach no other page, and nobody without a session', async () => {
    const run = await web.startLoan();
    const body = { payload: Buffer.from('--x\r\n'), type: 'multipart/form-data; boundary=x' };
    for (const url of [at(run), at(run, '/revisar'), '/tareas']) {
      const secret = await web.sessionOf(HOME);
      const { statusCode } = await web.app.inject({
        method: 'POST',
        url,
        headers: { cookie: `${SESSION_COOKIE}=${secret}`, 'content-type': body.type },
        payload: body.payload,
      });
      expect(statusCode).toBe(415);
    }
    const stranger = await web.app.inject({
      method: 'POST',
      url: at(run, '/evidencia'),
      headers: { 'content-type': body.type },
      payload: body.payload,
    });
    expect(stranger.headers.location).toBe('/entrar');
  });

  it('are looked into before they are stored; what nobody could look into is not stored', async () => {
    const run = await web.startLoan();
    const { html } = await web.open(at(run, '/evidencia'), HOME);
    expect(wordsOf(html)).toContain('Aquí no hay antivirus');
    let verdict: Scan = 'infected';
    const scanned = await startTestWeb({
      web: { scanner: { finds: 'viruses', scan: async () => verdict } },
    });
    const loan = await scanned.startLoan();
    const sent = () =>
      addFile(scanned, {
        run: loan,
        step: 'request',
        as: HOME,
        file: Buffer.from('%PDF-1\n%%EOF'),
      });
    const refused = await sent();
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain('contiene un virus y no se guardó');
    verdict = 'unavailable';
    expect(wordsOf((await sent()).html)).toContain('El antivirus no responde');
    expect(await scanned.database.db.sql`select 1 from evidence`).toHaveLength(0);
    verdict = 'clean';
    expect((await sent()).status).toBe(303);
    await scanned.close();
  });

  it('have room for so much in a case and for so much of a person in a day', async () => {
    const [run, other] = [await web.startLoan(), await web.startLoan()];
    const small = Buffer.from('%PDF-1.7\n%%EOF');
    await add(run, small);
    const { sql } = web.database.db;
    const grow = (megabytes: number) =>
      sql`update evidence set size = ${megabytes * 1024 * 1024} where run_id = ${run}`;
    await grow(100);
    expect(wordsOf((await add(run, small)).html)).toContain('ya guarda 100 MB en este caso');
    expect((await add(other, small)).status).toBe(303);
    await grow(200);
    expect(wordsOf((await add(other, small)).html)).toContain('Hoy ya agregó 200 MB');
    await sql`update evidence set added_at = now() - interval '25 hours' where run_id = ${run}`;
    expect((await add(other, small)).status).toBe(303);
  });
});
