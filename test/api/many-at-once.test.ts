import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { rebuild } from '../../door/rebuild.js';
import { gate } from '../fixtures/gate.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { openTestDoor, startTestRun } from '../support/door.js';

let api: TestApi;
/** Another process at the same database. */
let other: Api;
beforeAll(async () => {
  api = await startTestApi({ definitions: [gate] });
  const door = await openTestDoor({ db: api.database.serving }, [], api.door.vault);
  other = await createApp({ door, settings: { requestsPerWindow: 1_000_000 } });
  await other.ready();
});
afterAll(async () => {
  await other.close();
  await api.close();
});

const tokenOf = async (role: string) =>
  (
    await createToken(api.database.db, {
      institution: `invented-${role}`,
      role: 'officer',
      label: 'x',
    })
  ).token;

async function post(at: Api, token: string, url: string, payload: object): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': freshKey() };
  return (await at.inject({ method: 'POST', url, headers, payload })).statusCode;
}

describe('a run that somebody keeps busy', () => {
  it.each([
    ['origin-stop', { reason: 'risk', why: 'Peligro inventado' }],
    ['events/appeal', {}],
  ])('takes an %s all the same, and each of 200 answers sent at once', async (what, body) => {
    const { runId } = await startTestRun(api.door, gate);
    const [office, border] = await Promise.all([tokenOf('office'), tokenOf('border')]);
    const address = `/v1/runs/${runId}`;
    const answers = Array.from({ length: 200 }, (_, n) =>
      post(n % 2 === 0 ? api.app : other, office, `${address}/steps/note/complete`, {
        opening: 1,
        outcome: 'noted',
        answers: { said: `${n}` },
      }),
    );
    const stops = await post(other, border, `${address}/${what}`, body);
    expect(stops).toBe(200);
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
    const [row] = await api.database.db.sql<{ n: number }[]>`
      select count(*)::int as n from history where run_id = ${runId} and act->>'step' = 'note'`;
    expect(row!.n).toBe(200);
    const left = { opening: 1, outcome: 'left', answers: { seen: 'sí' } };
    expect(await post(api.app, border, `${address}/steps/leave/complete`, left)).not.toBe(200);
    expect((await rebuild(api.door, { write: false })).differences).toEqual([]);
  });
});
