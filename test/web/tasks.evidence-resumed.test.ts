import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEraseExpired } from '../../activities/erase-expired.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY_HEADER, formKeyOf } from '../../web/frame/form-key.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { type Added, addFile } from './files.js';
import { fieldsOf, fill, HOME, wordsOf } from './task-play.js';

/** The same institution, somebody else. */
const COLLEAGUE = 'invented-home-library/supervisor';
const PLACE = 'vez=1&funcion=home-library';

let web: TestWeb;
let port: number;
let run: string;
let other: string;
beforeAll(async () => {
  web = await startTestWeb();
  await web.app.listen({ host: '127.0.0.1', port: 0 });
  port = (web.app.server.address() as AddressInfo).port;
  run = await web.startLoan();
  other = await web.startLoan();
});
beforeEach(async () => {
  await web.database.db.sql`delete from unfinished_uploads`;
  await web.database.db.sql`delete from evidence`;
});
afterAll(() => web.close());

/** A PDF no two stretches of which are alike. */
function invented(size: number, seed: string): Buffer {
  const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, n) =>
    createHash('sha256').update(`${seed}/${n}`).digest(),
  );
  const body = Buffer.concat(blocks).subarray(0, size - 16);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), body, Buffer.from('\n%%EOF\n')]);
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly as?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer;
  /** The line is cut after so many bytes of the body. */
  readonly cutAfter?: number;
}

interface Got {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** Sends one request over a line of its own; a cut one gets no answer. */
async function send({ method, url, as, headers, body, cutAfter }: Sent): Promise<Got> {
  const secret = as === undefined ? '' : await web.sessionOf(as);
  return new Promise((resolve) => {
    const one = request({
      port,
      host: '127.0.0.1',
      method,
      path: url,
      agent: false,
      headers: {
        'tus-resumable': '1.0.0',
        cookie: `${SESSION_COOKIE}=${secret}`,
        [FORM_KEY_HEADER]: formKeyOf(secret),
        ...(body ? { 'content-length': String(body.length) } : {}),
        ...headers,
      },
    });
    one.on('error', () => resolve({ status: 0, headers: {}, body: '' }));
    one.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (more: string) => {
        text += more;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    if (cutAfter === undefined) one.end(body);
    else one.write(body!.subarray(0, cutAfter), () => one.destroy());
  });
}

const uploads = (run: string) => `/tareas/${run}/request/evidencia/carga?${PLACE}`;

const begin = (run: string, size: number, as = HOME) =>
  send({ method: 'POST', url: uploads(run), as, headers: { 'upload-length': String(size) } });

async function begun(run: string, size: number, as = HOME): Promise<string> {
  const { status, headers } = await begin(run, size, as);
  expect(status).toBe(201);
  return String(headers.location);
}

const put = (url: string, offset: number, body: Buffer, more: Partial<Sent> = {}) =>
  send({
    method: 'PATCH',
    url,
    as: HOME,
    body,
    ...more,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...more.headers,
    },
  });

const head = (url: string, as = HOME) => send({ method: 'HEAD', url, as });

async function offsetOf(url: string): Promise<number> {
  const { status, headers } = await head(url);
  expect(status).toBe(200);
  return Number(headers['upload-offset']);
}

const idOf = (url: string) => /carga\/([0-9a-v]{26})\?/.exec(url)![1]!;

/** The form, naming a file that came before. */
const finish = (run: string, url: string, more: Partial<Added> & { digest?: string } = {}) =>
  addFile(web, {
    run,
    step: 'request',
    as: HOME,
    file: Buffer.alloc(0),
    upload: idOf(url),
    ...more,
  });

async function whole(run: string, file: Buffer): Promise<string> {
  const url = await begun(run, file.length);
  expect((await put(url, 0, file)).status).toBe(204);
  return url;
}

const count = async (table: string) => (await web.database.countRows())[table];

describe('a file that comes piece by piece', () => {
  it('goes on after a cut with the exact bytes, and is then a file like any other', async () => {
    const file = invented(600_000, 'cut');
    const url = await begun(run, file.length);
    await put(url, 0, file, { cutAfter: 400_000 });
    await expect.poll(() => offsetOf(url)).toBeGreaterThan(300_000);
    const arrived = await offsetOf(url);
    expect(arrived).toBeLessThanOrEqual(400_000);
    const page = await web.open(`/tareas/${run}/request/evidencia`, HOME);
    expect(wordsOf(page.html)).toContain('Un archivo quedó a medio cargar');
    expect(wordsOf((await finish(run, url)).html)).toContain('El archivo no llegó completo');
    const { status, headers } = await put(url, arrived, file.subarray(arrived));
    expect([status, headers['upload-offset']]).toEqual([204, String(file.length)]);
    const digest = createHash('sha256').update(file).digest('hex');
    const other = await finish(run, url, { digest: digest.replace(/^./, 'x') });
    expect(wordsOf(other.html)).toContain('El archivo no llegó completo');
    // What is wrong besides the file costs nobody the file.
    const undescribed = await finish(run, url, { digest, shows: '' });
    expect(undescribed.status).toBe(422);
    expect(fieldsOf(undescribed.html, `/tareas/${run}/request/evidencia`).carga).toBe(idOf(url));
    const twice = await Promise.all([finish(run, url, { digest }), finish(run, url, { digest })]);
    expect(twice.map((answer) => answer.status)).toContain(303);
    const { html } = await web.open(`/tareas/${run}/request/evidencia`, HOME);
    const links = [...html.matchAll(/href="(\/tareas\/[^"]*\/evidencia\/[^"]*)"/g)];
    expect(links).toHaveLength(1);
    const secret = await web.sessionOf(HOME);
    const stored = await web.app.inject({
      url: links[0]![1]!.replaceAll('&amp;', '&'),
      headers: { cookie: `${SESSION_COOKIE}=${secret}` },
    });
    expect(createHash('sha256').update(stored.rawPayload).digest('hex')).toBe(digest);
    expect(await count('unfinished_pieces')).toBe(0);
  });

  it('goes the way of every file: what is no PDF or picture is refused and gone', async () => {
    const url = await whole(run, Buffer.from('<script>alert(1)</script>'));
    const refused = await finish(run, url);
    expect(wordsOf(refused.html)).toContain('El archivo debe ser JPG, PNG o PDF');
    expect((await head(url)).status).toBe(404);
  });

  it('is taken only where it stopped, and never longer than announced', async () => {
    const file = invented(50_000, 'offsets');
    const url = await begun(run, file.length);
    expect((await put(url, 0, file.subarray(0, 20_000))).status).toBe(204);
    for (const offset of [0, 19_999, 20_001, 50_000]) {
      expect((await put(url, offset, file.subarray(0, 100))).status, `${offset}`).toBe(409);
    }
    expect((await put(url, 20_000, file)).status).toBe(413);
    expect(await offsetOf(url)).toBe(20_000);
    // Two at once, as two processes would have it: one of them stores, and what is stored is one of them.
    const rest = file.subarray(20_000);
    await Promise.all([put(url, 20_000, rest), put(url, 20_000, rest)]);
    expect(await offsetOf(url)).toBe(50_000);
    expect((await finish(run, url)).status).toBe(303);
  });

  it('is sealed while it waits: no stretch of it is in the database, and no piece opens elsewhere', async () => {
    // More than one piece, however the line cuts it.
    const file = invented(600_000, 'sealed');
    const url = await whole(run, file);
    const { sql } = web.database.db;
    const rows = await sql<{ ciphertext: Buffer }[]>`
      select ciphertext from unfinished_pieces where upload_id = ${idOf(url)} order by from_byte`;
    expect(rows.length).toBeGreaterThan(1);
    const stretches = new Set<string>();
    for (let at = 0; at + 16 <= file.length; at += 16) {
      stretches.add(file.toString('latin1', at, at + 16));
    }
    let looked = 0;
    for (const { ciphertext } of rows) {
      for (let at = 0; at + 16 <= ciphertext.length; at += 1) {
        looked += 1;
        if (stretches.has(ciphertext.toString('latin1', at, at + 16)))
          expect.fail('a stretch in clear');
      }
    }
    expect(looked).toBeGreaterThan(file.length - 32);
    const [about] = await sql`select * from unfinished_uploads where id = ${idOf(url)}`;
    expect(Object.values(about!).join()).not.toMatch(/inventad|pdf/i);
    // A superuser who swaps pieces, or gives one upload's to another, gets no file out of it.
    const twin = await whole(other, file);
    await sql`update unfinished_pieces a set ciphertext = b.ciphertext from unfinished_pieces b
      where a.upload_id = ${idOf(twin)} and b.upload_id = ${idOf(url)} and a.from_byte = 0 and b.from_byte = 0`;
    expect((await finish(other, twin)).status).toBe(500);
    await sql`delete from unfinished_pieces where upload_id = ${idOf(url)} and from_byte = 0`;
    expect((await finish(run, url)).status).toBe(500);
    expect(await sql`select 1 from evidence where run_id in (${run}, ${other})`).toHaveLength(0);
  });

  it('is kept for a day, and gone with the daily sweep', async () => {
    const [old, fresh] = [await whole(run, invented(500, 'old')), await begun(other, 10)];
    const { sql } = web.database.db;
    await sql`update unfinished_uploads set started_at = now() - interval '25 hours' where id = ${idOf(old)}`;
    expect((await head(old)).status).toBe(404);
    expect((await put(old, 500, Buffer.alloc(0))).status).toBe(404);
    expect(wordsOf((await finish(run, old)).html)).toContain('El archivo no llegó completo');
    const retention = { contact: 1, protection: 1, identity: 1 };
    const sweep = createEraseExpired({
      door: { ...web.door, db: web.database.db },
      retention,
    });
    await new MockActivityEnvironment().run(sweep);
    const left = await sql<{ id: string }[]>`select id from unfinished_uploads`;
    expect(left.map(({ id }) => id)).toContain(idOf(fresh));
    expect(left.map(({ id }) => id)).not.toContain(idOf(old));
    await sql`delete from unfinished_uploads where id <> ${idOf(fresh)}`;
    await sql`update steps set status = 'done' where run_id = ${other} and step = 'request'`;
    await new MockActivityEnvironment().run(sweep);
    await sql`update steps set status = 'open' where run_id = ${other} and step = 'request'`;
    expect(await count('unfinished_uploads')).toBe(0);
  });

  it('has its limits: size, three at once of a person, so much in a case', async () => {
    const large = await begin(run, 10 * 1024 * 1024 + 1);
    expect([large.status, large.body]).toEqual([413, 'El archivo debe pesar menos de 10 MB']);
    expect((await begin(run, 0)).status).toBe(413);
    const first = await begun(run, 1000);
    const [second] = [await begun(run, 1000), await begun(run, 1000)];
    expect((await head(first)).status).toBe(200);
    await begun(run, 1000);
    expect((await head(first)).status).toBe(404);
    expect((await head(second)).status).toBe(200);
    const { sql } = web.database.db;
    // What colleagues have begun counts as if it were there; a refusal costs nobody what they had begun.
    await begun(run, 10, COLLEAGUE);
    await sql`update unfinished_uploads set size = ${100 * 1024 * 1024} where account <> (
      select account from unfinished_uploads where id = ${idOf(second)})`;
    const full = await begin(run, 1000);
    expect(full.status).toBe(413);
    expect(full.body).toContain('ya guarda 100 MB en este caso');
    expect((await head(second)).status).toBe(200);
    expect((await send({ method: 'DELETE', url: second, as: HOME })).status).toBe(204);
    expect((await head(second)).status).toBe(404);
  });

  it('is of the person who began it, for a step they still have', async () => {
    const url = await begun(run, 1000);
    const some = Buffer.alloc(10);
    const unknown = url.replace(idOf(url), '0'.repeat(26));
    const all = (at: string, as?: string, headers: Record<string, string> = {}) =>
      Promise.all([
        send({ method: 'HEAD', url: at, as, headers }),
        put(at, 0, some, { as, headers }),
        send({ method: 'DELETE', url: at, as, headers }),
        send({
          method: 'POST',
          url: uploads(run),
          as,
          headers: { 'upload-length': '9', ...headers },
        }),
      ]).then((answers) => answers.map(({ status }) => status));
    expect((await all(url, COLLEAGUE)).slice(0, 3)).toEqual([404, 404, 404]);
    expect((await all(url.replace(run, other), HOME)).slice(0, 3)).toEqual([404, 404, 404]);
    for (const as of [
      'invented-far-library/officer',
      'invented-foreign-library/case-lead',
      'invented-audit-office/monitor',
    ]) {
      const answers = await all(url, as);
      expect(answers).toEqual(await all(unknown, as));
      for (const status of answers) expect([403, 404]).toContain(status);
    }
    expect(await all(url)).toEqual([401, 401, 401, 401]);
    expect(await all(url, HOME, { [FORM_KEY_HEADER]: 'x' })).toEqual([403, 403, 403, 403]);
    expect(await all(url, HOME, { 'sec-fetch-site': 'cross-site' })).toEqual([403, 403, 403, 403]);
    expect(await offsetOf(url)).toBe(0);
    const got = await send({
      method: 'HEAD',
      url,
      as: HOME,
      headers: { origin: 'https://x.invalid' },
    });
    expect(Object.keys(got.headers).join()).not.toContain('access-control');
    expect(got.headers['upload-metadata']).toBeUndefined();
    const { location } = await fill(web, run, 'request', HOME, { resultado: 'accepted' });
    const review = await web.open(location, HOME);
    const at = `/tareas/${run}/request/revisar`;
    expect((await web.send(at, HOME, fieldsOf(review.html, at))).status).toBe(303);
    expect(await all(url, HOME)).toEqual([404, 404, 404, 404]);
  });
});
