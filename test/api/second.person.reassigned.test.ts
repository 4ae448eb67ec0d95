import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken } from '../../db/queries/access-tokens.js';
import { readActs } from '../../db/queries/projections.js';
import { commitAct } from '../../door/commit-act.js';
import { rebuild } from '../../door/rebuild.js';
import { pairs } from '../fixtures/pairs.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { startTestRun } from '../support/door.js';

const OFFICE = 'invented-office';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [pairs] });
  // The foreign library is made an office, so that it can fill the role.
  await api.database.db
    .sql`update institutions set kind = 'OFF', country = 'MX' where id = ${FOREIGN}`;
  await api.door.directory.reload();
});
afterAll(() => api.close());

interface Given {
  readonly code?: string;
  readonly receipt?: { readonly folio: string };
}

const personAt = async (institution: string) =>
  (await createToken(api.database.db, { institution, role: 'officer', label: 'x' })).token;
const begin = async () => (await startTestRun(api.door, pairs)).runId;
const acts = async (run: string) =>
  (await readActs(api.database.db.sql, run)).filter(({ type }) => type === 'step-completed');

async function send(token: string, run: string, body: object): Promise<Given> {
  const { body: given } = await api.call<Given>('POST', `/v1/runs/${run}/steps/find/complete`, {
    headers: { authorization: `Bearer ${token}` },
    key: freshKey(),
    body: { opening: 1, outcome: 'found', ...body },
  });
  return given;
}

async function waitingIn(token: string, run: string): Promise<{ folio: string } | undefined> {
  const { body } = await api.call<{ unconfirmed?: { folio: string } }>(
    'GET',
    `/v1/runs/${run}/steps/find`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  return body.unconfirmed;
}

const LEFT = { answers: { who: 'Persona Inventada', way: 'left' } };
const RIGHT = { answers: { who: 'Otra Persona Inventada', way: 'right' } };

it('an answer that waits for a second person is not confirmed by whoever the step passes to', async () => {
  const run = await begin();
  const [own, colleague] = [await personAt(OFFICE), await personAt(OFFICE)];
  const [next, other] = [await personAt(FOREIGN), await personAt(FOREIGN)];
  const { receipt } = await send(own, run, LEFT);
  const moved = await api.call('POST', `/v1/runs/${run}/roles/office`, {
    as: `${OFFICE}/case-lead`,
    key: freshKey(),
    body: { institution: FOREIGN, reason: 'place-changed' },
  });
  expect(moved.status).toBe(200);

  expect(await waitingIn(next, run)).toBeUndefined();
  expect((await send(next, run, { confirms: receipt!.folio })).code).toBe('answer-changed');
  expect((await send(colleague, run, { confirms: receipt!.folio })).code).toBe('run-unknown');
  expect(await acts(run)).toHaveLength(1);

  const anew = await send(next, run, RIGHT);
  expect(await waitingIn(other, run)).toMatchObject({ folio: anew.receipt!.folio });
  expect((await send(next, run, { confirms: anew.receipt!.folio })).code).toBe('second-by-another');
  expect((await send(other, run, { confirms: receipt!.folio })).code).toBe('answer-changed');
  expect((await send(other, run, { confirms: anew.receipt!.folio })).receipt).toBeDefined();
  expect((await acts(run)).map((act) => 'assigns' in act && act.assigns)).toEqual([
    { way: 'left' },
    { way: 'right' },
    { way: 'right' },
  ]);
  expect((await rebuild(api.door, { write: false })).differences).toEqual([]);
});

it('giving the role under the same key once more is the same act', async () => {
  const run = await begin();
  const request = {
    runId: run,
    actId: freshKey(),
    actor: { institution: OFFICE, access: 'case-lead', account: 'lead-invented' },
    act: {
      type: 'role-reassigned',
      role: 'office',
      binding: { institution: FOREIGN, country: 'MX', timeZone: 'America/Mexico_City' },
    },
  } as const;
  expect(await commitAct(api.door, request)).toMatchObject({ ok: true, replayed: false });
  expect(await commitAct(api.door, request)).toMatchObject({ ok: true, replayed: true });
});
