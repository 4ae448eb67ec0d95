import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiContext } from '../../api/context.js';
import { answerAtOnce } from '../../api/runs/answer-at-once.js';
import { answerStep } from '../../api/runs/answer-step.js';
import type { RunView } from '../../api/schemas/runs.js';
import { commitAct } from '../../door/commit-act.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf, openTestDoor } from '../support/door.js';

interface Done {
  receipt: { folio: string; recordedAt: string; replayed: boolean };
  run: RunView;
  code: string;
  detail: string;
  errors: { pointer: string; code: string; message: string }[];
}

const HOME = 'invented-home-library/officer';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function complete(run: string, step: string, body: object, call: object = {}) {
  return api.call<Done>('POST', `/v1/runs/${run}/steps/${step}/complete`, {
    as: HOME,
    key: freshKey(),
    body: { opening: 1, ...body },
    ...call,
  });
}

async function atPreparation(more: object = {}): Promise<string> {
  const run = await api.startLoan(more);
  await api.answer(run, 'home-library', 'request', 'accepted');
  return run;
}

describe('answering a step of a run this process remembers', () => {
  it('asks nothing of the database before it writes', async () => {
    const run = await api.startLoan();
    const access = {
      account: 'invented',
      institution: 'invented-home-library',
      role: 'officer',
      country: 'MX',
      timeZone: 'America/Mexico_City',
    } as const;
    const { db } = api.door;
    const orm = new Proxy(db.orm, {
      get: (_, name) => {
        throw new Error(`Asked before it wrote: ${String(name)}`);
      },
    });
    const silent = { ...db, orm, as: () => silent };
    const context = { door: { ...api.door, db: silent }, settings: {} as ApiContext['settings'] };
    const done = await answerAtOnce(
      context,
      { access, language: 'es' },
      { run, step: 'request' },
      (opened) =>
        answerStep(opened, 'request', freshKey(), { opening: 1, outcome: 'accepted', answers: {} }),
    );
    expect(done).toMatchObject({ ok: true, replayed: false });
  });

  it('is decided by the run as it is stored, whatever is remembered', async () => {
    const run = await api.startLoan();
    const other = await openTestDoor({ db: api.database.serving }, [bookLoan]);
    const moved = await commitAct(other, {
      runId: run,
      actId: 'elsewhere',
      actor: { institution: 'invented-home-library', access: 'case-lead', account: 'a' },
      act: {
        type: 'role-reassigned',
        role: 'home-library',
        binding: { institution: FOREIGN, country: 'MX', timeZone: 'America/Mexico_City' },
      },
    });
    expect(moved).toMatchObject({ ok: true });
    const { history } = await api.database.countRows();
    const late = await complete(run, 'request', { outcome: 'accepted' });
    expect([late.status, late.body.code]).toEqual([404, 'run-unknown']);
    expect((await api.database.countRows()).history).toBe(history);
    const now = await complete(
      run,
      'request',
      { outcome: 'accepted' },
      { as: `${FOREIGN}/officer` },
    );
    expect(now.status).toBe(200);
  });
});

describe('answering a step', () => {
  it('closes it, opens the next at the next institution, and gives a receipt', async () => {
    const run = await api.startLoan();
    const { status, body } = await complete(run, 'request', { outcome: 'accepted' });
    expect(status).toBe(200);
    expect(body.receipt).toMatchObject({ replayed: false });
    expect(Math.abs(Date.parse(body.receipt.recordedAt) - Date.now())).toBeLessThan(60_000);
    expect(body.run.steps.find((step) => step.step === 'request')).toMatchObject({
      status: 'answered',
      outcome: { id: 'accepted', title: 'Aceptada' },
    });
    const rows = await api.database.db.sql<{ step: string; institution: string }[]>`
      select step, institution_id as institution from steps where run_id = ${run} and status = 'open' order by step`;
    expect([...rows]).toEqual([
      { step: 'condition-check', institution: 'invented-home-library' },
      { step: 'far-ready', institution: 'invented-far-library' },
      { step: 'itinerary', institution: 'invented-courier' },
      { step: 'permit', institution: 'invented-far-library' },
    ]);
    const outbox = await api.database.db.sql`select seq from outbox where run_id = ${run}`;
    expect(outbox).toHaveLength(2);
  });

  it('stores the answers sealed, and takes what they assign and plan into the run', async () => {
    const run = await api.startLoan();
    const reason = 'Motivo inventado de Persona Inventada';
    await complete(run, 'request', { outcome: 'accepted', answers: { reason, route: 'river' } });
    const departure = '2027-06-01T08:00:00-06:00';
    const { body } = await complete(
      run,
      'itinerary',
      { outcome: 'fixed', answers: { departure } },
      { as: 'invented-courier/officer' },
    );
    expect(body.run.view).toBe('party');
    const lead = await api.call<RunView>('GET', `/v1/runs/${run}`, {
      as: 'invented-home-library/case-lead',
    });
    expect(lead.body.attributes).toMatchObject({ route: 'river' });
    expect(lead.body.dates).toEqual({ departure: '2027-06-01T14:00:00.000Z' });
    const dump = await api.database.db.sql<{ all: string }[]>`
      select (select json_agg(h)::text from history h where run_id = ${run})
        || (select json_agg(o)::text from outbox o where run_id = ${run})
        || (select json_agg(a)::text from answers a where run_id = ${run})
        || (select r.state::text from runs r where id = ${run}) as all`;
    expect(dump[0]!.all).toContain('river');
    expect(dump[0]!.all).not.toContain('inventado');
    const sealed = await api.database.db.sql<{ ciphertext: Buffer }[]>`
      select ciphertext from answers where run_id = ${run}`;
    for (const { ciphertext } of sealed)
      expect(ciphertext.toString('latin1')).not.toContain('Motivo');
  });

  it('names every fault of a form at once, in the words of its fields', async () => {
    const run = await api.startLoan();
    const before = await api.database.countRows();
    const { status, body } = await complete(run, 'request', {
      outcome: 'refused',
      answers: { reason: '  ', route: 'air', colour: 'red' },
    });
    expect([status, body.code]).toEqual([422, 'form-invalid']);
    expect(body.errors).toEqual([
      {
        pointer: '/answers/colour',
        code: 'unknown-field',
        message: 'El formulario no tiene este campo; quítelo',
      },
      { pointer: '/answers/reason', code: 'missing', message: 'Escriba «Motivo»' },
      {
        pointer: '/answers/route',
        code: 'not-an-option',
        message: 'Seleccione una de las opciones de «Ruta»',
      },
    ]);
    expect(await api.database.countRows()).toEqual(before);
  });

  it.each([
    ['too long a text', { reason: 'x'.repeat(2001) }, 'too-long'],
    ['a number for a text', { reason: 5 }, 'not-text'],
    ['a list for a code', { route: ['road'] }, 'not-an-option'],
  ])('refuses %s', async (_, answers, code) => {
    const run = await api.startLoan();
    const { status, body } = await complete(run, 'request', { outcome: 'accepted', answers });
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.code)).toEqual([code]);
  });

  it('counts letters, not code units', async () => {
    const run = await api.startLoan();
    const answers = { reason: '𝒂'.repeat(2000) };
    expect((await complete(run, 'request', { outcome: 'accepted', answers })).status).toBe(200);
  });

  it.each([
    ['no-such-step', { outcome: 'accepted' }, 404, 'step-unknown'],
    ['request', { outcome: 'no-such' }, 422, 'outcome-unknown'],
    ['request', { outcome: 'accepted', opening: 2 }, 409, 'opening-superseded'],
    ['request', { outcome: 'accepted', opening: 0 }, 422, 'body-invalid'],
    ['request', { outcome: 'accepted', role: 'courier' }, 403, 'not-responsible'],
    ['request', { outcome: 'accepted', haste: true }, 422, 'body-invalid'],
    ['closing', { outcome: 'closed' }, 409, 'step-not-open'],
    ['permit', { outcome: 'given' }, 403, 'not-responsible'],
  ])('refuses %s %j with %i %s and writes nothing', async (step, body, status, code) => {
    const run = await api.startLoan();
    const before = await api.database.countRows();
    const refused = await complete(run, step, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await api.database.countRows()).toEqual(before);
  });
});

describe('answering once', () => {
  it('gives 20 parallel requests with one key one act and one receipt', async () => {
    const run = await api.startLoan();
    const before = await api.database.countRows();
    const key = freshKey();
    const body = { outcome: 'accepted', answers: { reason: 'inventado' } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => complete(run, 'request', body, { key })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(answers.filter((answer) => !answer.body.receipt.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body.receipt.folio)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.receipt.recordedAt)).size).toBe(1);
    const after = await api.database.countRows();
    expect(after.history! - before.history!).toBe(1);
    expect(after.outbox! - before.outbox!).toBe(1);
    expect(after.answers! - before.answers!).toBe(1);
  });

  it.each([
    ['another outcome', { outcome: 'ask-reader' }],
    ['other answers', { outcome: 'accepted', answers: { reason: 'otro' } }],
    ['no answers', { outcome: 'accepted' }],
  ])('refuses the same key with %s', async (_, second) => {
    const run = await api.startLoan();
    const key = freshKey();
    const first = { outcome: 'accepted', answers: { reason: 'uno' } };
    expect((await complete(run, 'request', first, { key })).status).toBe(200);
    const { status, body } = await complete(run, 'request', second, { key });
    expect([status, body.code]).toEqual([409, 'act-conflict']);
  });

  it('lets one of two officers who answer at once win', async () => {
    for (let round = 0; round < 5; round += 1) {
      const run = await api.startLoan();
      const answers = await Promise.all([
        complete(run, 'request', { outcome: 'accepted' }),
        complete(run, 'request', { outcome: 'ask-reader' }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const lost = answers.find((answer) => answer.status === 409)!;
      expect(lost.body.code).toBe('step-not-open');
    }
  });

  it('needs the signatures of both', async () => {
    const run = await atPreparation({
      bindings: { ...bindingsOf(bookLoan), 'home-library': FOREIGN },
    }).catch((error: unknown) => error);
    // The home library must be bound to start: the foreign library starts its own.
    expect(run).toBeInstanceOf(Error);
    const started = await api.call<Done>('POST', '/v1/runs', {
      as: `${FOREIGN}/case-lead`,
      key: freshKey(),
      body: {
        protocol: 'book-loan',
        bindings: { ...bindingsOf(bookLoan), 'home-library': FOREIGN },
        attributes: { isRare: false },
      },
    });
    const id = started.body.run.run;
    const mine = { as: `${FOREIGN}/officer` };
    const theirs = { as: 'invented-courier/officer' };
    const far = { as: 'invented-far-library/officer' };
    const departure = new Date(Date.now() + 3_600_000).toISOString();
    await complete(id, 'request', { outcome: 'accepted' }, mine);
    await complete(id, 'condition-check', { outcome: 'good' }, mine);
    await complete(id, 'permit', { outcome: 'given' }, far);
    await complete(id, 'far-ready', { outcome: 'ready' }, far);
    await complete(id, 'itinerary', { outcome: 'fixed', answers: { departure } }, theirs);
    const first = await complete(id, 'send-off', { outcome: 'sent' }, mine);
    expect(first.status).toBe(200);
    expect(first.body.run.steps.find((step) => step.step === 'send-off')!.signers).toMatchObject([
      { signed: true },
      { signed: false },
    ]);
    const again = await complete(id, 'send-off', { outcome: 'sent' }, mine);
    expect(again.body.code).toBe('already-signed');
    expect((await complete(id, 'send-off', { outcome: 'sent' }, theirs)).status).toBe(200);
    expect((await complete(id, 'handover', { outcome: 'received' }, theirs)).status).toBe(200);
    const last = await complete(id, 'handover', { outcome: 'received' }, far);
    expect(last.status).toBe(200);
  });
});

describe('reading a step', () => {
  it('gives the form, the instructions and what silence means, in the language asked for', async () => {
    const run = await api.startLoan();
    const { status, body } = await api.call('GET', `/v1/runs/${run}/steps/request`, {
      as: HOME,
      language: 'en',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Look at the request',
      instructions: 'Read the whole request.',
      status: 'open',
      deadline: {
        length: 10,
        unit: 'hours',
        silence: 'L1',
        silenceMeans: 'Your supervisor, the leading institution and the monitor are told',
        source: { mark: 'proposal', ref: 'Invented: ten hours' },
      },
      form: [
        { id: 'reason', label: 'Reason', required: ['refused'], maxLength: 2000 },
        { id: 'route', label: 'Route', options: [{ id: 'road', title: 'Road' }, { id: 'river' }] },
      ],
      outcomes: [
        { id: 'accepted', possible: true },
        { id: 'ask-reader', possible: true },
        { id: 'refused', possible: true },
      ],
    });
    expect(body).not.toHaveProperty('draft');
  });

  it('tells earlier openings apart', async () => {
    const run = await api.startLoan();
    await api.answer(run, 'home-library', 'request', 'ask-reader');
    await api.answer(run, 'home-library', 'reader-answer', 'answered');
    const url = `/v1/runs/${run}/steps/request`;
    const latest = await api.call('GET', url, { as: HOME });
    const first = await api.call('GET', `${url}?opening=1`, { as: HOME });
    expect(latest.body).toMatchObject({ opening: 2, status: 'open' });
    expect(first.body).toMatchObject({
      opening: 1,
      status: 'closed',
      outcome: { id: 'ask-reader' },
    });
    const third = await api.call('GET', `${url}?opening=3`, { as: HOME });
    expect([third.status, third.body.code]).toEqual([404, 'opening-unknown']);
  });
});
