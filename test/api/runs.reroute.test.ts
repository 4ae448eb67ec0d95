import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HistoryEntryView, RunView } from '../../api/schemas/runs.js';
import { firstPath, hiddenPath, secondPath } from '../fixtures/two-protocols.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const LEAD = 'invented-office/case-lead';
const CLINIC = 'invented-clinic/officer';
const ABROAD = 'invented-other/officer';
/** Takes part in the first protocol only. */
const COUNSEL = 'invented-counsel/officer';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [firstPath, secondPath, hiddenPath] });
  // The second protocol's health role goes to the clinic of the first by kind; its court is nobody's.
  await api.database.db
    .sql`update institutions set active = false where id in ('invented-bench', 'invented-keeper')`;
});
afterAll(() => api.close());

async function start(): Promise<string> {
  const { body } = await api.call<{ run: RunView }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: 'first-path', bindings: bindingsOf(firstPath) },
  });
  return body.run.run;
}

const leave = (run: string, outcome: string) =>
  api.call<{ run: RunView }>('POST', `/v1/runs/${run}/steps/look/complete`, {
    as: LEAD,
    key: freshKey(),
    body: { opening: 1, outcome, role: 'office' },
  });

const read = (run: string, as: string) =>
  api.call<RunView>('GET', `/v1/runs/${run}`, { as, language: 'en' });

it('the answer that moves a person names the run that carries on, and both runs name each other', async () => {
  const run = await start();
  const { body } = await leave(run, 'other-path');
  const next = body.run.continuedBy!;
  expect(next.protocol).toEqual({ id: 'second-path', title: 'Inventado' });
  expect(body.run.ending).toEqual({ id: 'transferred', title: 'Continúa en otro protocolo' });
  const after = await read(next.run, LEAD);
  expect(after.body.continues).toEqual({
    run,
    protocol: { id: 'first-path', title: 'Invented' },
  });
  expect(after.body.vacant).toEqual([{ id: 'bench', title: 'Invented' }]);
  const history = await api.call<{ items: HistoryEntryView[] }>(
    'GET',
    `/v1/runs/${next.run}/history`,
    { as: LEAD, language: 'en' },
  );
  expect(history.body.items[0]!.words).toBe('The run was started; it carries on another one');
});

it('what only a court decides is refused to the lead while no court is bound, and goes there at once when one is', async () => {
  const run = await start();
  const { body } = await leave(run, 'other-path');
  const next = body.run.continuedBy!.run;
  const hearing = (as: string) =>
    api.call<{ code: string; detail: string }>('POST', `/v1/runs/${next}/steps/hearing/complete`, {
      as,
      key: freshKey(),
      language: 'en',
      body: { opening: 1, outcome: 'done' },
    });
  const before = await api.database.countRows();
  const refused = await hearing(LEAD);
  expect([refused.status, refused.body.code]).toEqual([409, 'role-vacant']);
  expect(refused.body.detail).toContain('Give the role to an institution');
  expect(await api.database.countRows()).toEqual(before);
  const open = (await read(next, LEAD)).body.steps.find(({ step }) => step === 'hearing');
  expect(open).toMatchObject({ status: 'open' });

  await api.database.db.sql`update institutions set active = true where id = 'invented-bench'`;
  const assigned = await api.call('POST', `/v1/runs/${next}/roles/bench`, {
    as: LEAD,
    key: freshKey(),
    body: { institution: 'invented-bench', reason: 'no-capacity' },
  });
  expect(assigned.status).toBe(200);
  expect((await hearing('invented-bench/officer')).status).toBe(200);
  await api.database.db.sql`update institutions set active = false where id = 'invented-bench'`;
});

it('an open step tells under which protocol each answer would go on', async () => {
  const { body } = await read(await start(), LEAD);
  const look = body.steps.find(({ step }) => step === 'look')!;
  const moves = look.prospects!.find(({ outcome }) => outcome.id === 'other-path')!;
  expect(moves).toMatchObject({ ends: { id: 'transferred' }, continues: 'second-path' });
});

it('a party of both runs sees the way, the receiving side sees no link, neither in one nor in the other', async () => {
  const run = await start();
  const { body } = await leave(run, 'other-path');
  const next = body.run.continuedBy!.run;
  const clinic = await read(run, CLINIC);
  expect(clinic.body.continuedBy?.run).toBe(next);
  expect((await read(next, ABROAD)).status).toBe(404);
  const text = JSON.stringify((await read(run, ABROAD)).body);
  expect(text).not.toContain(next);
});

it('who is not in the run of protected handling sees nothing of it: no link, no run, no name of the protocol', async () => {
  const run = await start();
  const { body } = await leave(run, 'hidden-path');
  const [row] = await api.database.db.sql<{ id: string }[]>`
    select id from runs where protocol = 'hidden-path' and id in (
      select run_id from history where seq = 1 and act->'reroute'->>'fromRun' = ${run})`;
  // The office leads it, having led before: the directory has no other. It sees the link.
  expect(body.run.continuedBy?.run).toBe(row!.id);
  const seen = await read(run, COUNSEL);
  expect(seen.body.view).toBe('party');
  expect(JSON.stringify(seen.body)).not.toMatch(new RegExp(`${row!.id}|hidden-path`));
  expect((await read(row!.id, COUNSEL)).status).toBe(404);
  const list = await api.call('GET', '/v1/runs', { as: COUNSEL });
  expect(JSON.stringify(list.body)).not.toContain(row!.id);
});
