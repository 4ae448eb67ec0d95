import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunView } from '../../api/schemas/runs.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

interface Started {
  receipt: { replayed: boolean; folio: string; recordedAt: string };
  run: RunView;
  code: string;
}

const LEAD = 'invented-home-library/case-lead';
const body = {
  protocol: 'book-loan',
  bindings: bindingsOf(bookLoan),
  attributes: { isRare: false },
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function start(more: object = {}, call: object = {}) {
  return api.call<Started>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { ...body, ...more },
    ...call,
  });
}

describe('starting a run', () => {
  it('answers 201 with the run, its address, and the first step open in the inbox at once', async () => {
    const { status, body: started, headers } = await start();
    expect(status).toBe(201);
    expect(headers.location).toBe(`/v1/runs/${started.run.run}`);
    expect(started.receipt.replayed).toBe(false);
    expect(started.receipt.folio).toMatch(/^F-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    const open = started.run.steps.filter((step) => step.status === 'open');
    expect(open.map((step) => step.step)).toEqual(['request']);
    const inbox = await api.call<{ items: { run: string; step: string }[] }>('GET', '/v1/inbox', {
      as: 'invented-home-library/officer',
    });
    expect(inbox.body.items).toContainEqual(
      expect.objectContaining({ run: started.run.run, step: 'request' }),
    );
    const outbox = await api.database.db
      .sql`select seq from outbox where run_id = ${started.run.run}`;
    expect(outbox).toHaveLength(1);
  });

  it('gives the same run for the same key, in parallel too, and one row each', async () => {
    const before = await api.database.countRows();
    const key = freshKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => start({}, { key })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      ...Array<number>(19).fill(200),
      201,
    ]);
    expect(new Set(answers.map((answer) => answer.body.run.run)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.receipt.folio)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.receipt.recordedAt)).size).toBe(1);
    expect(answers.filter((answer) => answer.body.receipt.replayed)).toHaveLength(19);
    const after = await api.database.countRows();
    expect(after.runs! - before.runs!).toBe(1);
    expect(after.history! - before.history!).toBe(1);
    expect(after.person_keys! - before.person_keys!).toBe(1);
  });

  it('refuses another body under the same key and writes nothing', async () => {
    const key = freshKey();
    await start({}, { key });
    const before = await api.database.countRows();
    const { status, body: refused } = await start({ attributes: { isRare: true } }, { key });
    expect([status, refused.code]).toEqual([409, 'act-conflict']);
    expect(await api.database.countRows()).toEqual(before);
  });

  it("does not meet another institution's key", async () => {
    const key = freshKey();
    const first = await start({}, { key });
    const bindings = { ...body.bindings, 'home-library': FOREIGN };
    const second = await start({ bindings }, { key, as: `${FOREIGN}/case-lead` });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.run.run).not.toBe(first.body.run.run);
  });

  it.each([
    ['no such protocol', { protocol: 'no-such' }, 404, 'definition-unknown'],
    [
      'a role nobody fills',
      { bindings: { 'home-library': 'invented-home-library' } },
      422,
      'role-unbound',
    ],
    [
      'an institution of another kind',
      { bindings: { ...body.bindings, courier: 'invented-expert' } },
      422,
      'role-mismatch',
    ],
    [
      'an institution of the other State',
      { bindings: { ...body.bindings, 'far-library': 'invented-home-library' } },
      422,
      'role-of-other-state',
    ],
    [
      'an unknown institution',
      { bindings: { ...body.bindings, courier: 'nobody' } },
      422,
      'institution-unknown',
    ],
    [
      'an unknown role',
      { bindings: { ...body.bindings, captain: 'invented-courier' } },
      422,
      'role-unknown',
    ],
    ['a missing attribute', { attributes: {} }, 422, 'attribute-missing'],
    ['an attribute of another type', { attributes: { isRare: 'yes' } }, 422, 'attribute-invalid'],
    [
      'an unknown attribute',
      { attributes: { isRare: true, colour: 'red' } },
      422,
      'attribute-unknown',
    ],
    ['an unknown date', { dates: { arrival: '2027-01-01T00:00:00Z' } }, 422, 'date-unknown'],
    ['a date without zone', { dates: { departure: '2027-01-01T00:00:00' } }, 422, 'body-invalid'],
    [
      'a day that does not exist',
      { dates: { departure: '2027-02-30T00:00:00Z' } },
      422,
      'body-invalid',
    ],
    ['an unknown field', { person: 'Persona Inventada' }, 422, 'body-invalid'],
    [
      'an institution that is not bound',
      { bindings: { ...body.bindings, 'home-library': FOREIGN } },
      403,
      'institution-unbound',
    ],
  ])('refuses %s and writes nothing', async (_, more, status, code) => {
    const before = await api.database.countRows();
    const refused = await start(more);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await api.database.countRows()).toEqual(before);
  });

  it('asks for a key', async () => {
    const { status, body: refused } = await start({}, { key: undefined });
    expect([status, refused.code]).toEqual([400, 'header-invalid']);
  });

  it('starts a rehearsal on its own clock, marked for ever and out of the inbox', async () => {
    const { status, body: started } = await start({
      rehearsal: { startsAt: '2031-05-05T15:00:00Z' },
    });
    expect(status).toBe(201);
    expect(started.run).toMatchObject({ rehearsal: true, startedAt: '2031-05-05T15:00:00.000Z' });
    const as = 'invented-home-library/officer';
    type Inbox = { items: { run: string }[] };
    const real = await api.call<Inbox>('GET', '/v1/inbox?limit=100', { as });
    const rehearsed = await api.call<Inbox>('GET', '/v1/inbox?limit=100&rehearsals=true', { as });
    const runs = (inbox: Inbox) => inbox.items.map((item) => item.run);
    expect(runs(real.body)).not.toContain(started.run.run);
    expect(runs(rehearsed.body)).toEqual([started.run.run]);
  });
});
