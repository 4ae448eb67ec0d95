import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readActs } from '../../db/queries/projections.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import type { Act, Brought } from '../../protocols/core/acts.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { nextAct, startAct } from '../fixtures/random-acts.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { answer, openTestDoor, startTestRun } from '../support/door.js';

let database: TestDatabase;
let door: Door;
const START = Date.UTC(2026, 2, 2, 15);

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [bookLoan]);
  await playRandomRuns(30);
});
afterAll(() => database.drop());

/** Random acts of the fictional protocol, refused ones included, each run on its own clock. */
async function playRandomRuns(count: number): Promise<void> {
  let seed = 20261123;
  const roll = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % 1000;
  };
  for (let run = 0; run < count; run += 1) {
    const { assigns = {} } = startAct(bookLoan, [roll(), roll(), roll(), roll()]) as Brought;
    const begun = await startTestRun(door, bookLoan, { rehearsalAt: START, assigns });
    let { state } = begun;
    for (let n = 0; n < 40; n += 1) {
      const { at, ...act } = nextAct(
        bookLoan,
        state,
        [roll(), roll(), roll(), roll()],
        run % 2 === 0,
      );
      if (act.type === 'run-started') continue;
      const result = await commitAct(door, {
        runId: begun.runId,
        actId: `random-${n}`,
        actor: { institution: 'system', access: 'system', account: 'system' },
        act: act as Exclude<Act, { type: 'run-started' }>,
        rehearsalAt: at,
      });
      if (result.ok) state = result.state;
    }
  }
}

it('refuses change and removal, even to the owner of the database', async () => {
  const { sql } = database.db;
  await expect(sql`update history set at = now()`).rejects.toThrow(/append-only/);
  await expect(sql`delete from history`).rejects.toThrow(/append-only/);
  await expect(sql`truncate history cascade`).rejects.toThrow(/append-only/);
  await expect(sql`update definitions set body = '{}'`).rejects.toThrow(/never changes/);
  await expect(sql`delete from definitions`).rejects.toThrow(/never changes/);
  await expect(sql`update definitions set retired_at = now()`).rejects.toThrow(/never changes/);
});

it('every projection is what the history says', async () => {
  const report = await rebuild(door, { write: false });
  expect(report.runs).toBe(30);
  expect(report.acts).toBeGreaterThan(300);
  expect(report.differences).toEqual([]);
});

it('finds every spoilt projection and puts it right', async () => {
  const { sql } = database.db;
  const damage = [
    [
      'steps',
      sql`update steps set status = 'open' where ctid = (select ctid from steps where status = 'closed' limit 1)`,
    ],
    ['steps', sql`delete from steps where ctid = (select ctid from steps limit 1)`],
    ['run', sql`update runs set next_due_at = now() where id = (select id from runs limit 1)`],
    [
      'parties',
      sql`update run_parties set institution_id = 'x' where ctid = (select ctid from run_parties limit 1)`,
    ],
    ['notices', sql`delete from notices where ctid = (select ctid from notices limit 1)`],
  ] as const;
  for (const [table, change] of damage) {
    expect((await change).count).toBe(1);
    const found = await rebuild(door, { write: true });
    expect(found.differences.map((difference) => difference.table)).toEqual([table]);
    expect((await rebuild(door, { write: false })).differences).toEqual([]);
  }
});

it('holds no answer in clear', async () => {
  const canary = 'PERSONA-INVENTADA-7431';
  const { assigns = {} } = startAct(bookLoan, [1, 2, 3, 4]) as Brought;
  const run = await startTestRun(door, bookLoan, { assigns });
  const done = await answer(door, run.runId, 'home-library', 'request', 'accepted', {
    answers: { form: 'request', values: { reason: canary } },
  });
  expect(done.ok).toBe(true);
  const tables = Object.keys(await database.countRows());
  for (const table of tables) {
    const [row] = await database.db.sql.unsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${table}" AS t WHERE t::text LIKE '%${canary}%'
         OR t::text LIKE '%${Buffer.from(canary).toString('hex')}%' OR t::text LIKE '%${Buffer.from(canary).toString('base64').slice(0, 24)}%'`,
    );
    expect([table, row!.n]).toEqual([table, 0]);
  }
  expect(await readActs(database.db.sql, run.runId)).toHaveLength(2);
});
