import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { pairs } from '../fixtures/pairs.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { openTestDoor, startTestRun } from '../support/door.js';

const OFFICE = 'invented-office';

let api: TestApi;
/** Another process at the same database. */
let other: Api;
/** A third one, in which runs are begun. */
let third: Door;
beforeAll(async () => {
  api = await startTestApi({ definitions: [pairs] });
  const door = await openTestDoor({ db: api.database.serving }, [], api.door.vault);
  third = await openTestDoor(api.database, [], api.door.vault);
  other = await createApp({ door, settings: { requestsPerWindow: 1_000_000 } });
  await other.ready();
});
afterAll(async () => {
  await other.close();
  await api.close();
});

const person = async () =>
  (await createToken(api.database.db, { institution: OFFICE, role: 'officer', label: 'x' })).token;

interface Given {
  readonly status: number;
  readonly code?: string;
  readonly receipt?: { readonly folio: string; readonly replayed: boolean };
}

async function send(
  token: string,
  run: string,
  of: { answers?: object; key?: string; at?: Api; outcome?: string; confirms?: string },
): Promise<Given> {
  const { answers, key = freshKey(), at = api.app, outcome = 'found', confirms } = of;
  const response = await at.inject({
    method: 'POST',
    url: `/v1/runs/${run}/steps/find/complete`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    payload: {
      ...{ opening: 1, outcome },
      ...(answers ? { answers } : {}),
      ...(confirms ? { confirms } : {}),
    },
  });
  return { ...response.json(), status: response.statusCode };
}

const begin = async () => (await startTestRun(third, pairs)).runId;
const answersOf = (run: string) => api.database.db.sql<
  { actor: { account: string }; act: { assigns?: object } }[]
>`
  select actor, act from history where run_id = ${run} and act->>'type' = 'step-completed' order by seq`;

/** Gives an answer that must be taken; its folio. */
async function answer(...given: Parameters<typeof send>): Promise<string> {
  const { status, receipt, code } = await send(...given);
  if (status !== 200 || !receipt) throw new Error(`${status} ${code}`);
  return receipt.folio;
}

/** What the step says waits for a second person. */
async function waitingIn(token: string, run: string): Promise<object | undefined> {
  const response = await api.app.inject({
    method: 'GET',
    url: `/v1/runs/${run}/steps/find`,
    headers: { authorization: `Bearer ${token}` },
  });
  return response.json<{ unconfirmed?: object }>().unconfirmed;
}

const LEFT = { who: 'Persona Inventada', way: 'left' };
const RIGHT = { who: 'Otra Persona Inventada', way: 'right' };

describe('an answer that two people give', () => {
  it('is not confirmed by somebody who answered something else in the same moment', async () => {
    for (let n = 0; n < 20; n += 1) {
      const run = await begin();
      const [one, two] = [await person(), await person()];
      // Neither process remembers the run: both read it before either has written.
      const given = await Promise.all([
        send(one, run, { answers: LEFT }),
        send(two, run, { answers: RIGHT, at: other }),
      ]);
      expect(given.map(({ status }) => status).sort()).toEqual([200, 422]);
      expect(given.find(({ status }) => status === 422)?.code).toBe('second-only-confirms');
      expect(await answersOf(run)).toHaveLength(1);
      const [row] = await api.database.db.sql<{ open: boolean }[]>`
        select state->'steps'->'find'->'open' is not null as open from runs where id = ${run}`;
      expect(row!.open).toBe(true);
    }
  });

  it('gets its receipt again when the first of the two sends it once more', async () => {
    const run = await begin();
    const [one, two] = [await person(), await person()];
    const key = freshKey();
    const first = await send(one, run, { answers: LEFT, key });
    expect(first).toMatchObject({ status: 200, receipt: { replayed: false } });
    const again = await send(one, run, { answers: LEFT, key, at: other });
    expect(again).toMatchObject({
      status: 200,
      receipt: { replayed: true, folio: first.receipt!.folio },
    });
    expect((await send(one, run, { answers: RIGHT, key })).code).toBe('act-conflict');
    expect((await send(one, run, { key })).status).not.toBe(200);
    const second = freshKey();
    const confirms = first.receipt!.folio;
    const confirmed = await send(two, run, { key: second, confirms });
    expect(confirmed).toMatchObject({ status: 200, receipt: { replayed: false } });
    for (const at of [api.app, other]) {
      const repeated = await send(two, run, { key: second, confirms, at });
      expect(repeated).toMatchObject({
        status: 200,
        receipt: { replayed: true, folio: confirmed.receipt!.folio },
      });
      expect((await send(one, run, { answers: LEFT, key, at })).receipt?.folio).toBe(
        first.receipt!.folio,
      );
    }
    expect(await answersOf(run)).toMatchObject([
      { act: { assigns: { way: 'left' } } },
      { act: { assigns: { way: 'left' } } },
    ]);
  });

  it('is not confirmed by a colleague’s key, whose receipt would be for the first answer', async () => {
    const run = await begin();
    const [one, two] = [await person(), await person()];
    const key = freshKey();
    const confirms = await answer(one, run, { answers: LEFT, key });
    expect(await send(two, run, { key, confirms })).toMatchObject({
      ...{ status: 409, code: 'act-conflict' },
    });
    expect((await send(two, run, { confirms })).status).toBe(200);
    expect(await answersOf(run)).toHaveLength(2);
  });

  it('is confirmed only by who names it, and the step says its name', async () => {
    const run = await begin();
    const [one, two] = [await person(), await person()];
    const folio = await answer(one, run, { answers: LEFT });
    for (const unnamed of [{}, { answers: RIGHT }]) {
      const said = await send(two, run, unnamed);
      expect(said).toMatchObject({ status: 422, code: 'second-only-confirms' });
    }
    expect(await waitingIn(two, run)).toMatchObject({ outcome: { id: 'found' }, folio });
    expect(await send(two, run, { confirms: 'F-22222-22222' })).toMatchObject({
      ...{ status: 409, code: 'answer-changed' },
    });
    const own = await send(one, run, { confirms: folio });
    expect(own).toMatchObject({ status: 403, code: 'second-by-another' });
    const changing = await send(two, run, { confirms: folio, answers: RIGHT });
    expect(changing).toMatchObject({ status: 422, code: 'second-only-confirms' });
    expect(await answersOf(run)).toHaveLength(1);
    expect((await send(two, run, { confirms: folio })).status).toBe(200);
    expect(await waitingIn(two, run)).toBeUndefined();
  });

  it('is not confirmed by who read another one: changed in between, to another outcome and back', async () => {
    const run = await begin();
    const [one, two] = [await person(), await person()];
    const read = await answer(one, run, { answers: LEFT });
    await answer(one, run, { answers: RIGHT, outcome: 'nothing' });
    for (const at of [api.app, other]) {
      // Neither as a confirmation of what is no longer there, nor as a first answer without its form.
      expect(await send(two, run, { confirms: read, at })).toMatchObject({
        ...{ status: 409, code: 'answer-changed' },
      });
    }
    const changed = await answer(one, run, { answers: RIGHT });
    for (const at of [api.app, other]) {
      expect(await send(two, run, { confirms: read, at })).toMatchObject({
        ...{ status: 409, code: 'answer-changed' },
      });
    }
    expect(await answersOf(run)).toHaveLength(3);
    const key = freshKey();
    expect((await send(two, run, { confirms: changed, key })).status).toBe(200);
    expect(await answersOf(run)).toHaveLength(4);
    // The same key for another answer is another wish.
    expect(await send(two, run, { confirms: read, key })).toMatchObject({
      ...{ status: 409, code: 'act-conflict' },
    });
  });

  it('is judged by the door itself on the run it writes to', async () => {
    const run = await begin();
    const [one, two] = [await person(), await person()];
    const readAs = { type: 'step-completed', step: 'find', opening: 1, role: 'office' } as const;
    const confirm = (confirms: number) =>
      commitAct(third, {
        runId: run,
        actId: freshKey(),
        actor: { institution: OFFICE, access: 'officer', account: two.slice(3, 29) },
        act: { ...readAs, outcome: 'found', assigns: { way: 'left' } },
        meant: { confirms },
      });
    await answer(one, run, { answers: LEFT });
    await answer(one, run, { answers: RIGHT, outcome: 'nothing' });
    // Entered, this would be a first answer without its form.
    expect(await confirm(2)).toMatchObject({ ok: false, refusal: { code: 'answer-changed' } });
    await answer(one, run, { answers: RIGHT });
    expect(await confirm(2)).toMatchObject({ ok: false, refusal: { code: 'answer-changed' } });
    expect(await answersOf(run)).toHaveLength(3);
    expect(await confirm(4)).toMatchObject({ ok: true });
  });

  it('is never confirmed unread when it is changed in the same moment by another process', async () => {
    for (let n = 0; n < 20; n += 1) {
      const run = await begin();
      const [one, two] = [await person(), await person()];
      const read = await answer(one, run, { answers: LEFT });
      const changing = async () => {
        await send(one, run, { answers: RIGHT, outcome: 'nothing' });
        await send(one, run, { answers: RIGHT });
      };
      const [confirmed] = await Promise.all([
        send(two, run, { confirms: read, at: other }),
        changing(),
      ]);
      const ways = (await answersOf(run)).map(({ act }) => act.assigns);
      if (confirmed.status === 200) expect(ways).toEqual([{ way: 'left' }, { way: 'left' }]);
      else {
        expect(confirmed).toMatchObject({ status: 409, code: 'answer-changed' });
        expect(ways).toEqual([{ way: 'left' }, { way: 'right' }, { way: 'right' }]);
      }
    }
  });
});
