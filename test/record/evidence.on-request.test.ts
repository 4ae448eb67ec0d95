import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeExpiredEvidence } from '../../db/queries/evidence-requests.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { findLatestCheckpoint } from '../../db/queries/log/checkpoints.js';
import { claimEvidenceRequest } from '../../db/queries/log/waiting-evidence.js';
import { pseudonymOf } from '../../door/pseudonyms.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { type Log, openLog } from '../../record/log/open-log.js';
import { type Recorder, startRecorder } from '../../record/log/recorder.js';
import { answerRequest } from '../../record/log/requests.js';
import { newSeed, type Signer, signerOf } from '../../record/note/keys.js';
import { openPack } from '../../record/pack/file.js';
import { verifyPack } from '../../record/verify/verify-pack.js';
import { freshKey as pageKey } from '../../web/forms/one-time-key.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { stayAtHomeLoan } from '../fixtures/stay-at-home-loan.js';
import { FOREIGN, freshKey } from '../support/api.js';
import { inventedInstitutions } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { buildVerifier } from './go-verifier.js';
import { sequenceAll } from './recorded.js';

const AUDIT = 'invented-audit-office';
const MONITOR = `${AUDIT}/monitor`;
const OTHER = 'invented-other-audit/monitor';
const LEAD = 'invented-home-library/case-lead';
const FAR = 'invented-far-library/monitor';

interface Request {
  readonly id: string;
  readonly state: string;
  readonly form: string;
  readonly code: string;
  readonly run?: string;
  readonly case?: string;
  readonly size?: number;
  readonly digest?: string;
  readonly checkpoint?: string;
  readonly detail?: string;
  readonly failure?: { readonly code: string; readonly text: string };
}

let web: TestWeb;
let log: Log;
let signer: Signer;
let folder: string;
let second: string | undefined;
let recorder: Recorder | undefined;
let run: string;
const seed = newSeed();
const options = () => ({ door: log.door, databaseUrl: web.database.url });
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  second = await buildVerifier();
  web = await startTestWeb({ definitions: [stayAtHomeLoan] });
  const audit = inventedInstitutions(bookLoan).find(({ id }) => id === AUDIT)!;
  await saveInstitutions(web.database.db, [{ ...audit, id: 'invented-other-audit' }]);
  await web.door.directory.reload();
  log = await openLog({ ...web.door, db: web.database.db });
  signer = signerOf(log.origin, 'note', seed);
  folder = mkdtempSync(join(tmpdir(), 'retorno-asked-'));
  run = await web.startLoan();
  await web.answer(run, 'home-library', 'request', 'accepted', {
    answers: { reason: 'Persona Inventada Canaria 4417' },
  });
}, 120_000);
afterAll(async () => {
  await recorder?.stop();
  rmSync(folder, { recursive: true });
  await web.close();
});

const ask = (as: string, body: object, key = freshKey()) =>
  web.call<Request>('POST', '/v1/evidence-requests', { as, body, key });
const look = (as: string, id: string, path = '') =>
  web.call<Request>('GET', `/v1/evidence-requests/${id}${path}`, { as });
const nameOf = (of: string, institution = AUDIT) => pseudonymOf(web.door, institution, of);
const sql = (text: string) => web.database.db.sql.unsafe(text);

/** Asks, and gives the id once it is entered. */
async function asked(as: string, body: object): Promise<string> {
  const answer = await ask(as, body);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** What becomes of a request: by a process that keeps the log, or by one round of what it does. */
async function made(as: string, id: string): Promise<Request> {
  if (!recorder) await round();
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const { body } = await look(as, id);
    if (body.state !== 'pending') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing became of ${id} within thirty seconds`);
}

async function round(): Promise<void> {
  await sequenceAll(log);
  await issueCheckpoint(log, signer, false);
  while (await answerRequest(log, signer)) {
    // Whoever waits.
  }
}

/** Waits until something of the run is in the log. */
async function logged(of: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    if ((await sql(`SELECT 1 FROM log_leaves WHERE run_id = '${of}'`)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing of ${of} came into the log within thirty seconds`);
}

async function fileOf(as: string, id: string): Promise<string> {
  const authorization = `Bearer ${await web.tokenOf(as)}`;
  const url = `/v1/evidence-requests/${id}/file`;
  const answer = await web.app.inject({ url, headers: { authorization } });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="retorno-/);
  return answer.body;
}

/** What both verifiers find wrong: their codes, which must agree. */
function judged(pack: string, own: readonly string[] = []): string[] {
  const { faults } = verifyPack(pack, { log: signer, own });
  const codes = faults.map(({ code }) => code).filter((code) => code !== 'safeguard');
  if (second) {
    const file = join(folder, 'pack');
    writeFileSync(file, pack);
    const kept = own.flatMap((note, n) => {
      writeFileSync(join(folder, `own-${n}`), note);
      return ['-checkpoint', join(folder, `own-${n}`)];
    });
    const said = run2([...kept, '-json', '-key', signer.text, file]);
    expect((said.faults ?? []).map(({ code }) => code)).toEqual(codes);
  }
  return codes;
}

function run2(args: string[]): { faults: { code: string }[] | null } {
  try {
    return JSON.parse(execFileSync(second!, args, { encoding: 'utf8' }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

describe('evidence that is asked for', () => {
  let early: string;

  it('waits while no process that runs holds the key: neither asking nor a log without one makes it', async () => {
    early = await asked(MONITOR, { case: await nameOf(run) });
    const keyless = startRecorder(options());
    // One round has seen the request, and the next one has begun.
    for (let n = 0; n < 2; n += 1) await logged(await web.startLoan());
    await keyless.stop();
    expect((await look(MONITOR, early)).body).toMatchObject({ state: 'pending', form: 'coarse' });
    expect((await look(MONITOR, early, '/file')).status).toBe(409);
    // What asks for somebody may add requests that wait and nothing else.
    const asker = web.database.serving.as({ institution: AUDIT, role: 'monitor' });
    const change = `UPDATE evidence_requests SET state = 'failed', failure = 'not-made', ended_at = now() RETURNING id`;
    expect(await asker.orm.execute(change)).toHaveLength(0);
    const add = `INSERT INTO evidence_requests (id, institution_id, account, access, run_id, state, failure, ended_at)
      VALUES ('x', '${AUDIT}', 'x', 'monitor', '${run}', 'failed', 'not-made', now())`;
    const piece = `INSERT INTO evidence_pieces (request_id, n, ciphertext) VALUES ('${early}', 0, '')`;
    for (const text of [add, piece]) {
      await expect(asker.orm.execute(text)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });

  it('is made within seconds, in the form of a monitoring body, and verified by both verifiers', async () => {
    recorder = startRecorder({ ...options(), logKey: seed });
    const request = await made(MONITOR, early);
    await recorder.stop();
    recorder = undefined;
    const pack = await fileOf(MONITOR, early);
    const name = await nameOf(run);
    expect(request).toMatchObject({ state: 'ready', case: name, size: Buffer.byteLength(pack) });
    expect(request.digest).toBe(createHash('sha256').update(pack).digest('hex'));
    expect(judged(pack, [request.checkpoint!])).toEqual([]);
    const { head, lines } = openPack(pack);
    expect(head).toMatchObject({ kind: 'run', precision: 'coarse', for: AUDIT });
    const shown = JSON.stringify(
      lines.filter((line) => line.t === 'leaf').map(({ run, open }) => [run, open]),
    );
    expect(shown).toContain(name);
    expect(pack).not.toContain(run);
    expect(pack).not.toContain('Canaria');
    expect(shown).not.toMatch(/"exact"|"account"|recordedAt/);
  });

  it('of a period holds every entry of it, also the one that it was asked for', async () => {
    const id = await asked(MONITOR, { from: today(), to: today() });
    await made(MONITOR, id);
    const pack = await fileOf(MONITOR, id);
    expect(judged(pack)).toEqual([]);
    const { head, lines } = openPack(pack);
    expect(head).toMatchObject({ kind: 'period', from: 0, precision: 'coarse' });
    expect(lines.filter((line) => line.t === 'leaf')).toHaveLength(head!.to);
    expect(pack).toContain('\\"what\\":\\"evidence\\"');
  });

  it('is exact for whoever leads the case', async () => {
    const id = await asked(LEAD, { run });
    expect(await made(LEAD, id)).toMatchObject({ state: 'ready', form: 'exact', run });
    const pack = await fileOf(LEAD, id);
    expect(judged(pack)).toEqual([]);
    expect(openPack(pack).head).toMatchObject({ kind: 'run', precision: 'exact', for: null });
  });

  it('that was changed on its way is refused by both', async () => {
    const id = await asked(MONITOR, { run });
    await made(MONITOR, id);
    const pack = await fileOf(MONITOR, id);
    const changed = pack.replace('\\"outcome\\":\\"accepted', '\\"outcome\\":\\"xccepted');
    expect(changed).not.toBe(pack);
    expect(judged(changed)).toEqual(expect.arrayContaining(['seal', 'value']));
  });

  it('proves a checkpoint the reader kept, and says when the log no longer begins with it', async () => {
    const kept = await findLatestCheckpoint(web.database.db.sql);
    const later = await web.startLoan();
    await web.answer(later, 'home-library', 'request', 'accepted');
    const checkpoint = kept!.note;
    const id = await asked(MONITOR, { run, checkpoint: checkpoint.replaceAll('\n', '\r\n') });
    expect(await made(MONITOR, id)).toMatchObject({ state: 'ready', ownSize: kept!.size });
    const pack = await fileOf(MONITOR, id);
    expect(openPack(pack).head!.size).toBeGreaterThan(kept!.size);
    expect(verifyPack(pack, { log: signer, own: [checkpoint] })).toMatchObject({
      faults: [],
      open: [],
    });
    expect(judged(pack, [checkpoint])).toEqual([]);
    for (const given of [
      'x',
      checkpoint.replace('retorno/log/', 'otro/log/'),
      checkpoint.slice(20),
    ]) {
      const { status, body } = await ask(MONITOR, { run, checkpoint: given });
      expect([status, body.code], given).toEqual([422, 'evidence-checkpoint']);
    }
  });

  it('is entered in the log when asked for and each time it is given: of a case as a reading, of a period by itself', async () => {
    const id = await asked(MONITOR, { run });
    await made(MONITOR, id);
    for (let n = 0; n < 2; n += 1) await fileOf(MONITOR, id);
    const readings = await web.database.db.sql<{ what: string; access: string }[]>`
      SELECT what, access FROM case_openings WHERE which = ${id} ORDER BY id`;
    expect(readings.map((one) => ({ ...one }))).toEqual([
      { what: 'evidence-asked', access: 'monitor' },
      { what: 'evidence', access: 'monitor' },
      { what: 'evidence', access: 'monitor' },
    ]);
    const { status, body } = await web.call<{ items: { what: string }[] }>(
      'GET',
      `/v1/runs/${run}/reads`,
      { as: LEAD },
    );
    expect(status).toBe(200);
    expect(body.items.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['evidence-asked', 'evidence']),
    );
    const period = await asked(MONITOR, { from: today(), to: today() });
    await made(MONITOR, period);
    await fileOf(MONITOR, period);
    const changes = await web.database.db.sql<{ how: string; actor: { institution: string } }[]>`
      SELECT how, actor FROM log_changes WHERE what = 'evidence' AND content->>'request' = ${period} ORDER BY id`;
    expect(changes.map(({ how, actor }) => [how, actor.institution])).toEqual([
      ['asked', AUDIT],
      ['given', AUDIT],
    ]);
  });
});

/** As if two hours had gone by since whatever was asked. */
const later = () => sql(`UPDATE evidence_requests SET asked_at = asked_at - interval '2 hours'`);

describe('on pages', () => {
  const fields = (more: Record<string, string>) => ({ clave: pageKey(), ...more });
  const day = (name: string, on: string) => {
    const [year = '', month = '', of = ''] = on.split('-');
    return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  const news = async (page: string) =>
    JSON.parse((await web.open(`${page}/novedades`, MONITOR)).html).version;

  it('a monitoring body asks for a period, sees it being made without script and with it, and takes the file', async () => {
    const wrong = await web.send('/monitoreo/pruebas', MONITOR, {
      ...fields({ punto: 'algo pegado' }),
      ...day('desde', today()),
      ...day('hasta', '2026-02-31'),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Error: Pruebas firmadas');
    expect(wrong.html).toMatch(/href="#desde-day"[^>]*>Escriba el primer y el último día/);
    expect(wrong.html).toContain('value="31"');
    expect(wrong.html).toContain('algo pegado');
    const sent = await web.send('/monitoreo/pruebas', MONITOR, {
      ...fields({ punto: '' }),
      ...day('desde', today()),
      ...day('hasta', today()),
    });
    expect(sent).toMatchObject({ status: 303, location: expect.stringMatching(/^\/pruebas\//) });
    const waiting = await web.open(sent.location, MONITOR);
    expect(waiting.html).toContain('El archivo se hace en unos segundos');
    expect(waiting.html).toContain(`data-live="${sent.location}/novedades"`);
    expect(await news(sent.location)).toBe('pending');
    await round();
    expect(await news(sent.location)).toBe('ready');
    const ready = await web.open(sent.location, MONITOR);
    const file = await web.open(`${sent.location}/archivo`, MONITOR);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="retorno-/);
    expect(ready.html).toContain(createHash('sha256').update(file.html).digest('hex'));
    expect(ready.html).toContain('retorno verify retorno-');
    expect(judged(file.html)).toEqual([]);
    const list = await web.open('/monitoreo/pruebas', MONITOR);
    expect(list.html).toContain(`href="${sent.location}"`);
    for (const as of [OTHER, LEAD]) {
      for (const path of ['', '/novedades', '/archivo']) {
        expect((await web.open(sent.location + path, as)).status, `${as} ${path}`).toBe(404);
      }
      expect((await web.open('/monitoreo/pruebas', as)).html).not.toContain(sent.location);
    }
  });

  it('a case lead asks for a case, a monitoring body by its own name of it; when it takes long that is said', async () => {
    const asLead = await web.send(`/casos/${run}/pruebas/pedir`, LEAD, fields({ punto: '' }));
    expect(asLead.status).toBe(303);
    const name = await nameOf(run);
    expect((await web.open(`/monitoreo/casos/${name}`, MONITOR)).html).toContain(
      `/monitoreo/pruebas?caso=${name}`,
    );
    const asMonitor = await web.send('/monitoreo/pruebas', MONITOR, fields({ caso: name }));
    expect((await web.open(asMonitor.location, MONITOR)).html).toContain(`Caso ${name}`);
    expect((await web.send('/monitoreo/pruebas', OTHER, fields({ caso: name }))).status).toBe(404);
    expect((await web.open(`/monitoreo/pruebas?caso=${name}`, OTHER)).status).toBe(404);
    const stranger = `/casos/${run}/pruebas/pedir`;
    expect((await web.open(`/casos/${run}/pruebas`, MONITOR)).status).toBe(403);
    expect((await web.send(stranger, `${FOREIGN}/case-lead`, fields({}))).status).toBe(404);
    await later();
    const slow = await web.open(asLead.location, LEAD);
    expect(slow.html).toContain('Tarda más de lo normal');
    await round();
    expect((await web.open(asLead.location, LEAD)).html).toContain('Exacta, con identificadores');
  });
});

describe('evidence that somebody else asked for', () => {
  beforeAll(async () => {
    await later();
  });

  it('looks the same as what is not there, to other institutions and to other roles of the own one', async () => {
    const ours = await asked(LEAD, { run });
    const theirs = await asked(MONITOR, { run });
    await made(LEAD, ours);
    const nothing = '0'.repeat(32);
    for (const [as, id] of [
      [OTHER, theirs],
      [MONITOR, ours],
      [LEAD, theirs],
      [`${FOREIGN}/case-lead`, ours],
      ['invented-home-library/monitor', ours],
    ] as const) {
      for (const path of ['', '/file']) {
        const [one, none] = [await look(as, id, path), await look(as, nothing, path)];
        expect([one.status, one.body.code, one.body.detail], `${as} ${path}`).toEqual([
          404,
          none.body.code,
          none.body.detail,
        ]);
      }
      const rows = await web.database.serving
        .as({ institution: as.split('/')[0]!, role: as.split('/')[1] as 'monitor' })
        .orm.execute(`SELECT 1 FROM evidence_requests WHERE id = '${id}'`);
      expect(rows, as).toHaveLength(0);
    }
    for (const role of ['officer', 'supervisor', 'admin']) {
      expect((await look(`invented-home-library/${role}`, ours)).status).toBe(403);
    }
    const { body } = await web.call<{ items: Request[] }>('GET', '/v1/evidence-requests', {
      as: OTHER,
    });
    expect(body.items).toEqual([]);
  });

  it('cannot be asked for: a case of others, a period by a case lead, a name of another body', async () => {
    const expected = [
      [`${FOREIGN}/case-lead`, { run }, 404, 'run-unknown'],
      ['invented-courier/case-lead', { run }, 403, 'not-allowed'],
      [LEAD, { from: today(), to: today() }, 403, 'not-allowed'],
      [OTHER, { case: await nameOf(run) }, 404, 'run-unknown'],
      [LEAD, { case: await nameOf(run) }, 404, 'run-unknown'],
      [MONITOR, {}, 422, 'evidence-what'],
      [MONITOR, { run, from: today() }, 422, 'evidence-what'],
      [MONITOR, { from: today() }, 422, 'evidence-period'],
      [MONITOR, { from: '2026-02-01', to: '2026-03-05' }, 422, 'evidence-period'],
      [MONITOR, { from: today(), to: '2026-01-01' }, 422, 'evidence-period'],
    ] as const;
    for (const [as, body, status, code] of expected) {
      const answer = await ask(as, body);
      expect([answer.status, answer.body.code], `${as} ${JSON.stringify(body)}`).toEqual([
        status,
        code,
      ]);
    }
  });

  it('is gone for a body that is cut off from the case, and periods never depend on whether it is', async () => {
    const stopped = await web.startLoan();
    await web.answer(stopped, 'home-library', 'request', 'accepted');
    await web.answer(stopped, 'home-library', 'condition-check', 'good');
    const period = await ask(FAR, { from: today(), to: today() });
    expect([period.status, period.body.code]).toEqual([403, 'evidence-period-party']);
    const id = await asked(FAR, { run: stopped });
    await made(FAR, id);
    await fileOf(FAR, id);
    const stop = await web.call('POST', `/v1/runs/${stopped}/origin-stop`, {
      as: LEAD,
      key: freshKey(),
      body: { reason: 'asked', why: 'Motivo inventado' },
    });
    expect(stop.status).toBe(200);
    for (const path of ['', '/file']) expect((await look(FAR, id, path)).status).toBe(404);
    expect((await ask(FAR, { run: stopped })).status).toBe(404);
    expect((await ask(FAR, { from: today(), to: today() })).body.code).toBe(
      'evidence-period-party',
    );
    const seen = await web.database.serving
      .as({ institution: 'invented-far-library', role: 'monitor' })
      .orm.execute('SELECT 1 FROM evidence_pieces');
    expect(seen).toHaveLength(0);
  });
});

describe('a request', () => {
  beforeEach(async () => {
    await later();
  });

  it('that is sent twice is one, and an account asks ten times in an hour', async () => {
    const key = freshKey();
    const [one, two] = [await ask(OTHER, { run }, key), await ask(OTHER, { run }, key)];
    expect(two.body.id).toBe(one.body.id);
    for (let n = 1; n < 10; n += 1) await asked(OTHER, { run });
    const { status, body } = await ask(OTHER, { run });
    expect([status, body.code]).toEqual([429, 'rate-limited']);
    expect((await ask(OTHER, { run }, key)).status).toBe(202);
    await sql(`DELETE FROM evidence_requests WHERE institution_id = 'invented-other-audit'`);
  });

  it('whose answering was broken off anywhere is finished afterwards, and stored exactly once', async () => {
    const id = await asked(MONITOR, { run });
    const due = () => sql(`UPDATE evidence_requests SET next_at = now() WHERE id = '${id}'`);
    const pieces = async () =>
      (await sql(`SELECT n FROM evidence_pieces WHERE request_id = '${id}' ORDER BY n`)).length;
    // Ended after it was taken in hand.
    expect(await claimEvidenceRequest(web.database.db.sql)).toMatchObject({ id, attempts: 1 });
    // Ended in the middle of storing.
    await sql(`CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION $$gone$$; END';
      CREATE TRIGGER dies AFTER INSERT ON evidence_pieces FOR EACH ROW EXECUTE FUNCTION dies()`);
    await due();
    const errors: unknown[] = [];
    await answerRequest(log, signer, { onError: (error) => errors.push(error) });
    expect(errors).toHaveLength(1);
    await sql('DROP TRIGGER dies ON evidence_pieces');
    expect((await look(MONITOR, id)).body.state).toBe('pending');
    expect(await pieces()).toBe(0);
    // Two processes at once, as when one is thought dead and is not.
    await due();
    const claimed = await Promise.all([
      answerRequest(log, signer),
      due().then(() => answerRequest(log, signer)),
    ]);
    expect(claimed).toContain(true);
    expect((await look(MONITOR, id)).body.state).toBe('ready');
    expect(await pieces()).toBe(1);
    expect(judged(await fileOf(MONITOR, id))).toEqual([]);
    await due();
    expect(await answerRequest(log, signer)).toBe(false);
  });

  it('of more than fits says what to do, and one that cannot be answered is not tried for ever', async () => {
    const large = await asked(MONITOR, { from: today(), to: today() });
    await answerRequest(log, signer, { mostEntries: 3 });
    expect((await look(MONITOR, large)).body).toMatchObject({
      state: 'failed',
      failure: { code: 'too-large', text: expect.stringContaining('Pida un periodo más corto') },
    });
    const poison = await asked(MONITOR, { run });
    await sql(`UPDATE evidence_requests SET attempts = 7 WHERE id = '${poison}'`);
    await answerRequest(log, signer);
    expect((await look(MONITOR, poison)).body.failure).toMatchObject({ code: 'not-made' });
    expect((await look(MONITOR, poison, '/file')).status).toBe(409);
  });

  it('is over after seven days: the file is gone for everybody, then removed with its key', async () => {
    const id = await asked(MONITOR, { run });
    await answerRequest(log, signer);
    const [kept] = await sql(
      `SELECT round(extract(epoch FROM expires_at - ended_at) / 86400)::int AS days FROM evidence_requests WHERE id = '${id}'`,
    );
    expect(kept).toEqual({ days: 7 });
    await fileOf(MONITOR, id);
    await sql(
      `UPDATE evidence_requests SET expires_at = now() - interval '1 second' WHERE id = '${id}'`,
    );
    expect((await look(MONITOR, id)).body.state).toBe('expired');
    expect((await look(MONITOR, id, '/file')).body.code).toBe('evidence-expired');
    expect(await removeExpiredEvidence(web.database.db, 100)).toBe(1);
    expect(await removeExpiredEvidence(web.database.db, 100)).toBe(0);
    const [row] =
      await sql(`SELECT state, sealed_key, (SELECT count(*)::int FROM evidence_pieces WHERE request_id = '${id}') AS pieces
      FROM evidence_requests WHERE id = '${id}'`);
    expect(row).toEqual({ state: 'expired', sealed_key: null, pieces: 0 });
    expect((await look(MONITOR, id, '/file')).status).toBe(410);
  });
});
