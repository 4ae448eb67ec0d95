import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPersonKeys } from '../../api/runs/person-keys.js';
import { destroyExpiredKeys } from '../../db/queries/expired-keys.js';
import { findRun } from '../../db/queries/find-run.js';
import { KeyDestroyedError } from '../../platform/vault/vault.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

const LEAD = 'invented-home-library/case-lead';
const SUPERVISOR = 'invented-home-library/supervisor';
const KEEP = { contact: 90, protection: 365, identity: 730 };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Measure {
  readonly id: string;
  readonly code?: string;
  readonly decision: string | null;
  readonly reviewOn: string | null;
}

const ask = (run: string, kind: string, as = LEAD, key = freshKey()) =>
  api.call<Measure>('POST', `/v1/runs/${run}/data-measures`, {
    as,
    key,
    body: { kind, ground: 'person-request' },
  });
const decide = (run: string, id: string, decision = 'approved', as = SUPERVISOR) =>
  api.call<Measure>('POST', `/v1/runs/${run}/data-measures/${id}/decision`, {
    as,
    body: { decision },
  });
const measures = async (run: string) =>
  (
    await api.call<{ items: Measure[] }>('GET', `/v1/runs/${run}/data-measures`, {
      as: LEAD,
    })
  ).body.items;

async function endedRun(): Promise<{ run: string; person: string }> {
  const run = await api.startLoan();
  await api.answer(run, 'home-library', 'request', 'refused', {
    answers: { reason: 'Persona Inventada lo contó' },
  });
  const { personId } = (await findRun(api.door.db.sql, run))!;
  await end(run);
  return { run, person: personId };
}

async function end(run: string): Promise<void> {
  await api.call('POST', `/v1/runs/${run}/events/reader-withdraws`, {
    as: 'invented-courier/officer',
    key: freshKey(),
    body: {},
  });
}

async function approved(run: string, kind: string) {
  const { body } = await ask(run, kind);
  return decide(run, body.id);
}

describe('an erasure', () => {
  it('is decided by somebody else, and only when no run needs the data any more', async () => {
    const open = await api.startLoan();
    const early = await approved(open, 'erase');
    expect([early.status, early.body.code]).toEqual([409, 'data-in-use']);

    const { run, person } = await endedRun();
    const own = await ask(run, 'erase', SUPERVISOR);
    const byItself = await decide(run, own.body.id);
    expect([byItself.status, byItself.body.code]).toEqual([409, 'measure-own']);
    expect((await openPersonKeys(api.door, person)).identity.length).toBe(32);

    const done = await approved(run, 'erase');
    expect([done.status, done.body.decision]).toEqual([200, 'approved']);
    await expect(openPersonKeys(api.door, person)).rejects.toMatchObject({ code: 'data-erased' });
    const rows = await api.database.db.sql`select from person_keys where person_id = ${person}`;
    expect(rows.length).toBe(0);
    const gone = await api.database.db
      .sql`select from key_destructions where person_id = ${person}`;
    expect(gone.length).toBe(3);
    const history = await api.call('GET', `/v1/runs/${run}/history`, { as: LEAD });
    expect(history.status).toBe(200);
    const again = await decide(run, done.body.id, 'refused');
    expect([again.status, again.body.code]).toEqual([409, 'measure-decided']);
  });

  it('is asked for once under one key, and refused by saying no', async () => {
    const { run, person } = await endedRun();
    const key = freshKey();
    const [first, second] = [
      await ask(run, 'erase', LEAD, key),
      await ask(run, 'erase', LEAD, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect((await measures(run)).length).toBe(1);
    expect((await decide(run, first.body.id, 'refused')).status).toBe(200);
    expect((await openPersonKeys(api.door, person)).contact.length).toBe(32);
  });

  it('waits for the end of a legal hold, whoever asks', async () => {
    const { run, person } = await endedRun();
    const hold = await approved(run, 'hold');
    expect(hold.body.reviewOn).toMatch(/^20\d\d-/);
    await api.database.db
      .sql`update runs set ended_at = now() - interval '3 years' where id = ${run}`;
    expect((await approved(run, 'erase')).body.code).toBe('data-held');
    await destroyExpiredKeys(api.door.db, KEEP, { limit: 100 });
    expect((await openPersonKeys(api.door, person)).contact.length).toBe(32);
    await approved(run, 'lift');
    expect((await approved(run, 'erase')).status).toBe(200);
    await expect(openPersonKeys(api.door, person)).rejects.toMatchObject({ code: 'data-erased' });
  });

  it('comes by itself, kind by kind, when the time of each is over', async () => {
    const { run, person } = await endedRun();
    const other = await endedRun();
    const ago = async (days: number) => {
      await api.database.db
        .sql`update runs set ended_at = now() - make_interval(days => ${days}) where id = ${run}`;
      while ((await destroyExpiredKeys(api.door.db, KEEP, { limit: 1 })) > 0);
    };
    await ago(89);
    expect(Object.keys(await openPersonKeys(api.door, person)).length).toBe(3);
    await ago(91);
    const left = await openPersonKeys(api.door, person);
    expect(() => left.contact).toThrow(KeyDestroyedError);
    await ago(366);
    expect(Object.keys(await openPersonKeys(api.door, person))).toEqual(['identity']);
    await ago(731);
    await expect(openPersonKeys(api.door, person)).rejects.toMatchObject({ code: 'data-erased' });
    expect(Object.keys(await openPersonKeys(api.door, other.person)).length).toBe(3);
  });

  it('does not come while another run of the person is open', async () => {
    const { run, person } = await endedRun();
    const next = await api.startLoan();
    await api.database.db.sql`update runs set person_id = ${person} where id = ${next}`;
    await api.database.db
      .sql`update runs set ended_at = now() - interval '3 years' where id = ${run}`;
    await destroyExpiredKeys(api.door.db, KEEP, { limit: 100 });
    expect(Object.keys(await openPersonKeys(api.door, person)).length).toBe(3);
  });
});

describe('the database itself', () => {
  it('refuses a measure decided by whoever asked, decided again, changed or removed', async () => {
    const { run } = await endedRun();
    const { body } = await ask(run, 'hold');
    const { sql } = api.database.db;
    const own = sql`update data_measures set decision = 'approved', decided_account = asked_account,
      decided_institution = 'x', decided_at = now() where id = ${body.id}`;
    await expect(own).rejects.toThrow(/two_people/);
    await decide(run, body.id);
    for (const change of [
      sql`update data_measures set decision = 'refused' where id = ${body.id}`,
      sql`update data_measures set person_id = 'another' where id = ${body.id}`,
      sql`delete from data_measures where id = ${body.id}`,
      sql`truncate data_measures`,
      sql`delete from key_destructions`,
      sql`truncate key_destructions`,
    ]) {
      await expect(change).rejects.toThrow();
    }
  });
});

it('is for case leads and supervisors of the institution that leads or started the run', async () => {
  const { run } = await endedRun();
  const body = { kind: 'hold', ground: 'pending-proceedings' };
  const url = `/v1/runs/${run}/data-measures`;
  const rows = await matrixOf(api, 'POST', url, { key: freshKey(), body });
  expect(rows).toEqual({
    officer: '403 403 403 403',
    supervisor: '201 403 404 404',
    'case-lead': '201 403 404 404',
    monitor: '403 403 403 403',
    admin: '403 403 403 403',
  });
});
