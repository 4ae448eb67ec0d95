import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import { webPages } from '../../web/register-web.js';
import { FOREIGN, freshKey } from '../support/api.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const OFFICER = 'invented-far-library/officer';
const REFERENCE = 'R-TEST-2222';
const OTHERS = ['R-NONE-2222', 'x', '%3Cb%3E', `'%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E`, '%00'];

let web: TestWeb;
let run: string;
beforeAll(async () => {
  web = await startTestWeb();
  run = await web.startLoan();
  await web.answer(run, 'home-library', 'request', 'accepted');
  await web.database.db.sql`update notices set reference = ${REFERENCE}
    where run_id = ${run} and institution_id = 'invented-far-library' and step = 'permit'`;
});
afterAll(() => web.close());

/** Headers that differ from one answer to the next without telling anything. */
function steady({ headers }: { headers: Record<string, unknown> }) {
  return Object.entries(headers).filter(
    ([name]) => !/^(date|x-request-id|content-length|x-ratelimit.*)$/.test(name),
  );
}

describe('the link of a mail', () => {
  it('leads to the sign-in and back, the same whether or not there is such a notice', async () => {
    const known = await web.open(`/avisos/${REFERENCE}`);
    expect(known).toMatchObject({ status: 303, location: `/entrar?a=%2Favisos%2F${REFERENCE}` });
    for (const other of OTHERS) {
      const answer = await web.open(`/avisos/${other}`);
      expect(answer.status, other).toBe(303);
      expect(answer.html, other).toBe(known.html);
      expect(answer.location).toBe(`/entrar?a=${encodeURIComponent(`/avisos/${other}`)}`);
      const [theirs, ours] = [answer, known].map((one) =>
        steady(one).filter(([name]) => name !== 'location'),
      );
      expect(theirs, other).toEqual(ours);
    }
  });

  it('leads whoever is signed in to the very task', async () => {
    const { status, location } = await web.open(`/avisos/${REFERENCE}`, OFFICER);
    expect(status).toBe(303);
    expect(location).toMatch(new RegExp(`^/tareas/${run}/permit\\?vez=1&funcion=[a-z-]+$`));
    const page = await web.open(location, OFFICER);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Dar el permiso');
  });

  it('leads a case lead whose institution does not answer it to the case', async () => {
    const { sql } = web.database.db;
    await sql`update notices set reference = 'R-TEST-3333', step = 'permit', opening = 1
      where ctid = (select ctid from notices where run_id = ${run} and institution_id = 'invented-home-library' limit 1)`;
    const as = 'invented-home-library/case-lead';
    const { location } = await web.open('/avisos/R-TEST-3333', as);
    expect(location).toBe(`/casos/${run}`);
    expect((await web.open(location, as)).status).toBe(200);
  });

  it('leads to the data that was sent', async () => {
    const { sql } = web.database.db;
    await sql`insert into releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state,
        acknowledge_by, released_at)
      values (${run}, 'tell-expert#1:route-sheet', 1, 'tell-expert', 1, 'expert', 'invented-expert', '{D1}', 'released',
        now() + interval '1 day', now())`;
    await sql`insert into notices (run_id, seq, n, kind, level, institution_id, role, step, opening, state, reference)
      values (${run}, 1, 92, 'shared', 'institution', 'invented-expert', 'expert', 'tell-expert', 1, 'sent',
        'R-SHAR-2222')`;
    const { location } = await web.open('/avisos/R-SHAR-2222', 'invented-expert/officer');
    expect(location).toBe(`/compartidos/${run}/tell-expert.1.route-sheet`);
  });

  it('says so where the case went to another institution meanwhile', async () => {
    const other = await web.startLoan();
    await web.answer(other, 'home-library', 'request', 'accepted');
    const { sql } = web.database.db;
    await sql`update notices set reference = 'R-GONE-2222'
      where run_id = ${other} and institution_id = 'invented-far-library' and step = 'permit'`;
    const moved = await web.call('POST', `/v1/runs/${other}/roles/far-library`, {
      as: 'invented-home-library/case-lead',
      key: freshKey(),
      body: { institution: FOREIGN, reason: 'no-capacity' },
    });
    expect(moved.status).toBe(200);
    const page = await web.open('/avisos/R-GONE-2222', OFFICER);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Este aviso ya no es para su institución');
    expect(page.html).not.toContain(other);
  });

  it('says the same of a reference nobody has and of one of another institution', async () => {
    const foreign = await web.open(`/avisos/${REFERENCE}`, `${FOREIGN}/officer`);
    expect(foreign.status).toBe(404);
    const shown = (html: string) => html.replace(/[0-9a-f-]{36}|data-now="\d+"/g, '');
    for (const other of OTHERS) {
      const answer = await web.open(`/avisos/${other}`, `${FOREIGN}/officer`);
      expect(answer.status, other).toBe(404);
      expect(shown(answer.html), other).toBe(shown(foreign.html));
      expect(steady(answer), other).toEqual(steady(foreign));
    }
    expect(foreign.html).not.toMatch(/permit|Dar el permiso|<script>alert/);
    expect(foreign.html).not.toContain(run);
  });

  it.each(['monitor', 'admin'])('leads a %s nowhere', async (role) => {
    const known = await web.open(`/avisos/${REFERENCE}`, `invented-far-library/${role}`);
    const none = await web.open('/avisos/R-NONE-2222', `invented-far-library/${role}`);
    expect([known.status, none.status]).toEqual([403, 403]);
  });

  it('changes nothing, however often a robot follows it and every link behind it', async () => {
    await web.open(`/avisos/${REFERENCE}`, OFFICER);
    const before = await web.database.countRows();
    for (let i = 0; i < 5; i += 1) {
      await web.open(`/avisos/${REFERENCE}`);
      await web.app.inject({ method: 'HEAD', url: `/avisos/${REFERENCE}` });
      const { location } = await web.open(`/avisos/${REFERENCE}`, OFFICER);
      await web.open(location, OFFICER);
    }
    expect(await web.database.countRows()).toEqual(before);
  });

  it('is not written into the log', async () => {
    let log = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        log += String(chunk);
        done();
      },
    });
    const app = await createApp({
      door: web.door,
      logger: pino({ level: 'trace' }, stream),
      pages: webPages(),
    });
    await app.inject({ url: `/avisos/${REFERENCE}` });
    await app.close();
    expect(log).toContain('"route":"/avisos/:reference"');
    expect(log).not.toContain(REFERENCE);
  });
});
