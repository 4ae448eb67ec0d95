import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import { createToken } from '../../db/queries/access-tokens.js';
import type { Door } from '../../door/door.js';
import { tiny } from '../fixtures/tiny.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { openTestDoor, startTestRun } from '../support/door.js';

const words = { es: 'Inventado', en: 'Invented' };
const OFFICE = 'invented-office';

/** A step that two people of one office answer, with a form whose code decides something. */
const pairs = tiny(
  [
    {
      id: 'find',
      secondPerson: ['found'],
      outcomes: ['found', 'nothing'],
      form: [
        { id: 'who', type: 'text', category: 'D1', label: words, required: true },
        {
          id: 'way',
          type: 'code',
          category: 'D8',
          label: words,
          required: true,
          assigns: 'way',
          options: ['left', 'right'].map((id) => ({ id, title: words })),
        },
      ],
    },
    { id: 'end', when: 'find:found', outcomes: [{ id: 'done', ends: 'over' }] },
  ],
  {
    id: 'pairs',
    attributes: [
      {
        id: 'way',
        type: 'code',
        title: words,
        options: [
          { id: 'left', title: words },
          { id: 'right', title: words },
        ],
      },
    ],
  },
);

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
  of: { answers?: object; key?: string; at?: Api },
): Promise<Given> {
  const { answers, key = freshKey(), at = api.app } = of;
  const response = await at.inject({
    method: 'POST',
    url: `/v1/runs/${run}/steps/find/complete`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    payload: { opening: 1, outcome: 'found', ...(answers ? { answers } : {}) },
  });
  return { ...response.json(), status: response.statusCode };
}

const begin = async () => (await startTestRun(third, pairs)).runId;
const answersOf = (run: string) => api.database.db.sql<
  { actor: { account: string }; act: { assigns?: object } }[]
>`
  select actor, act from history where run_id = ${run} and act->>'type' = 'step-completed' order by seq`;
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
    const confirmed = await send(two, run, { key: second });
    expect(confirmed).toMatchObject({ status: 200, receipt: { replayed: false } });
    for (const at of [api.app, other]) {
      const repeated = await send(two, run, { key: second, at });
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
    expect((await send(one, run, { answers: LEFT, key })).status).toBe(200);
    expect(await send(two, run, { key })).toMatchObject({ status: 409, code: 'act-conflict' });
    expect((await send(two, run, {})).status).toBe(200);
    expect(await answersOf(run)).toHaveLength(2);
  });
});
