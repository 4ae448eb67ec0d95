import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../db/queries/access-tokens.js';
import { pairs } from '../fixtures/pairs.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { runRetorno } from '../support/command-line.js';
import { startTestRun } from '../support/door.js';

let api: TestApi;
let url: string;
beforeAll(async () => {
  api = await startTestApi({ definitions: [pairs] });
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
});
afterAll(() => api.close());

/** The command line of somebody of the office, who is not the one before. */
async function colleague() {
  const of = { institution: 'invented-office', role: 'officer', label: 'x' } as const;
  const { token } = await createToken(api.database.db, of);
  return (...args: string[]) => runRetorno(args, { RETORNO_URL: url, RETORNO_TOKEN: token });
}

const LEFT = ['--answers', JSON.stringify({ who: 'Persona Inventada', way: 'left' })];

async function entered(run: string): Promise<string[]> {
  const rows = await api.database.db.sql<{ account: string }[]>`
    select actor->>'account' as account from history where run_id = ${run} and act->>'type' = 'step-completed' order by seq`;
  return rows.map(({ account }) => account);
}

test('retorno complete --confirms enters the second word of a colleague, and only for the answer that was read', async () => {
  const { runId } = await startTestRun(api.door, pairs);
  const [one, two] = [await colleague(), await colleague()];
  const answer = ['complete', runId, 'find', 'found'];

  const first = await one(...answer, ...LEFT);
  expect([first.code, first.stderr]).toEqual([0, '']);
  const { receipt } = JSON.parse(first.stdout) as { receipt: { folio: string } };
  expect(await entered(runId)).toHaveLength(1);

  const unread = await two(...answer, ...LEFT);
  expect([unread.code, unread.stdout]).toEqual([1, '']);
  expect(unread.stderr).not.toBe('');
  const guessed = await two(...answer, '--confirms', 'F-22222-22222');
  expect([guessed.code, guessed.stdout]).toEqual([1, '']);
  const own = await one(...answer, '--confirms', receipt.folio);
  expect([own.code, own.stdout]).toEqual([1, '']);
  expect(await entered(runId), 'nothing of that was entered').toHaveLength(1);

  const confirmed = await two(...answer, '--confirms', receipt.folio, '--key', 'confirm-once');
  expect([confirmed.code, confirmed.stderr]).toEqual([0, '']);
  const again = await two(...answer, '--confirms', receipt.folio, '--key', 'confirm-once');
  const folioOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout).receipt.folio as string;
  expect(folioOf(again)).toBe(folioOf(confirmed));
  const accounts = await entered(runId);
  expect(accounts).toHaveLength(2);
  expect(new Set(accounts).size).toBe(2);
});
