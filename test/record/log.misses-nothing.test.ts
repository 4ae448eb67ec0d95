import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findLatestCheckpoint } from '../../db/queries/log/checkpoints.js';
import { LOGGED } from '../../db/table-classes.js';
import type { Door } from '../../door/door.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { commitmentOf, saltOf } from '../../record/leaf/leaf.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { type Log, openLog } from '../../record/log/open-log.js';
import { startRecorder } from '../../record/log/recorder.js';
import { sequence } from '../../record/log/sequencer.js';
import { newSeed, signerOf } from '../../record/note/keys.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openTestDoor, startTestRun } from '../support/door.js';
import { sequenceAll } from './recorded.js';

const RARE = { assigns: { isRare: false } };
let database: TestDatabase;
let door: Door;
let log: Log;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [bookLoan]);
  log = await openLog(door);
});
afterAll(() => database.drop());

const rows = <T extends object>(sql: string) => database.db.sql.unsafe<T[]>(sql);
const positionOf = async (ref: string) => {
  const [row] = await rows<{ position: number }>(
    `SELECT position::float8 AS position FROM log_leaves WHERE source = 'share_openings' AND ref = '${ref}'`,
  );
  return row?.position;
};
const opening = (share: string) =>
  `INSERT INTO share_openings (run_id, share, institution_id, account) VALUES ('run-invented', '${share}', 'otra', 'x') RETURNING id`;

test('a row that is added first and committed last is waited for: nothing overtakes it, and it is not passed over', async () => {
  await sequenceAll(log);
  let commit: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let added: (id: string) => void = () => {};
  const early = new Promise<string>((resolve) => {
    added = resolve;
  });
  const slow = database.db.sql.begin(async (tx) => {
    const [row] = await tx.unsafe<{ id: string }[]>(opening('early'));
    added(row!.id);
    await gate;
  });
  const first = await early;
  const [second] = await rows<{ id: string }>(opening('late'));
  for (let round = 0; round < 3; round += 1) await sequence(door, log.salts);
  expect(await positionOf(first)).toBeUndefined();
  expect(await positionOf(second!.id)).toBeUndefined();
  commit();
  await slow;
  await sequenceAll(log);
  const [a, b] = [await positionOf(first), await positionOf(second!.id)];
  expect(a).toBeLessThan(b!);
});

test('every row of every table has one leaf, positions have no gap, and the tree is that of the leaves', async () => {
  for (let i = 0; i < 3; i += 1) await startTestRun(door, bookLoan, RARE);
  // Small rounds cross every border of a batch and of the tables within one transaction.
  for (let round = 0; round < 20; round += 1) await sequence(door, log.salts, 2);
  await sequenceAll(log);
  const [counts] = await rows<Record<string, string>>(
    `SELECT (SELECT count(*) FROM log_leaves) AS leaves, (SELECT max(position) + 1 FROM log_leaves) AS size,
       (SELECT size FROM log_state) AS state,
       (SELECT count(*) FROM history) + (SELECT count(*) FROM answer_openings) + (SELECT count(*) FROM share_openings)
       + (SELECT count(*) FROM case_openings) + (SELECT count(*) FROM definition_acts) + (SELECT count(*) FROM register)
       + (SELECT count(*) FROM institution_names) + (SELECT count(*) FROM log_changes) AS rows`,
  );
  expect(counts!.leaves).toBe(counts!.rows);
  expect(counts!.size).toBe(counts!.rows);
  expect(counts!.state).toBe(counts!.rows);
});

test('two at once put nothing in twice: one of them fails whole', async () => {
  for (let i = 0; i < 4; i += 1) await startTestRun(door, bookLoan, RARE);
  const both = await Promise.allSettled([1, 2, 3].map(() => sequence(door, log.salts)));
  for (const one of both) {
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ code: expect.stringMatching(/^(40001|23505)$/) });
  }
  await sequenceAll(log);
  const [counts] = await rows<Record<string, string>>(
    `SELECT count(*) AS leaves, count(DISTINCT (source, ref)) AS rows, max(position) + 1 AS size FROM log_leaves`,
  );
  expect(new Set(Object.values(counts!)).size).toBe(1);
});

test('in another cluster, where transactions are counted anew, nothing is passed over', async () => {
  await sequenceAll(log);
  await rows(`UPDATE log_state SET cluster = 'another', horizon = '9000000000000'`);
  const [row] = await rows<{ id: string }>(opening('after a restore'));
  await sequenceAll(log);
  expect(await positionOf(row!.id)).toBeDefined();
  const [state] = await rows<{ ok: boolean }>(
    `SELECT cluster <> 'another' AND horizon <= pg_snapshot_xmax(pg_current_snapshot()) AS ok FROM log_state`,
  );
  expect(state!.ok).toBe(true);
});

test('leaf, checkpoint and change can be neither changed nor removed', async () => {
  const signer = signerOf(log.origin, 'note', newSeed());
  await issueCheckpoint(log, signer, false);
  for (const table of ['log_leaves', 'log_checkpoints', 'log_changes']) {
    await expect(rows(`DELETE FROM ${table}`), table).rejects.toThrow('append-only');
    await expect(rows(`TRUNCATE ${table}`), table).rejects.toThrow('append-only');
  }
  await expect(rows(`UPDATE log_leaves SET leaf = 'x'`)).rejects.toThrow('append-only');
});

test('who may do what is in the log by codes: no name and no address', async () => {
  await rows(
    `INSERT INTO users (id, display_name, email) VALUES ('u-invented', 'Persona Inventada', 'persona@inventada.example');
     UPDATE users SET email = 'otra@inventada.example' WHERE id = 'u-invented'`,
  );
  const changes = await rows<{ how: string; content: string }>(
    `SELECT how, content::text AS content FROM log_changes WHERE what = 'users' ORDER BY id`,
  );
  expect(changes.map(({ how }) => how)).toEqual(['insert', 'update']);
  expect(JSON.parse(changes[1]!.content)).toEqual({
    changed: ['email'],
    row: { id: 'u-invented', active: true },
  });
  await sequenceAll(log);
  const all = JSON.stringify(await rows('SELECT * FROM log_leaves')) + JSON.stringify(changes);
  expect(all).not.toMatch(/Inventada|inventada\.example/);
});

test('who changed something is in the log: an access with its institution and role, the system, or a guest', async () => {
  const change = (active: boolean) =>
    `UPDATE users SET active = ${active} WHERE id = 'u-invented'` as const;
  const asker = { institution: 'otra', role: 'admin', account: 'a-invented' } as const;
  await database.serving.as(asker).orm.execute(change(false));
  await database.serving.orm.execute(change(true));
  await rows(change(false));
  // Nothing of the asker is left on the connections.
  await database.serving.orm.execute(change(true));
  const changes = await rows<{ id: string; actor: object }>(
    `SELECT id, actor FROM log_changes WHERE what = 'users' ORDER BY id DESC LIMIT 4`,
  );
  const [guest, system] = [{ access: 'guest' }, { access: 'system' }];
  const { institution, role: access, account } = asker;
  expect(changes.map(({ actor }) => actor).reverse()).toEqual([
    { institution, access, account },
    guest,
    system,
    guest,
  ]);
  await sequenceAll(log);
  const ref = String(changes.at(-1)!.id);
  const [leaf] = await rows<{ leaf: string }>(
    `SELECT leaf FROM log_leaves WHERE source = 'log_changes' AND ref = '${ref}'`,
  );
  const salt = (name: string) => saltOf(log.salts, { source: 'log_changes', ref, name });
  const { c } = JSON.parse(leaf!.leaf);
  expect(c.by).toBe(commitmentOf(salt('by'), canonicalJson({ institution, access })));
  expect(c.account).toBe(commitmentOf(salt('account'), canonicalJson(account)));
});

test('every table the log follows has its trigger and is known to the askers', async () => {
  const triggers = await rows<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'log_change'::regproc`,
  );
  const known = [...triggers.map(({ name }) => name), 'institution_names'];
  expect(known.toSorted()).toEqual([...LOGGED].toSorted());
});

test('keeps the log by itself, signs it, and a second one takes over where the first ended', async () => {
  const seed = newSeed();
  const options = { door, databaseUrl: database.url, logKey: seed };
  const reaches = async (size: number) => {
    for (const until = Date.now() + 30_000; ; ) {
      const latest = await findLatestCheckpoint(database.db.sql);
      if (latest && latest.size >= size) return;
      if (Date.now() > until) throw new Error('No checkpoint');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const sizeNow = async () =>
    Number((await rows<{ n: string }>('SELECT count(*) AS n FROM log_leaves'))[0]!.n);
  const before = await sizeNow();
  await startTestRun(door, bookLoan, RARE);
  const first = startRecorder(options);
  await reaches(before + 1);
  await first.stop();
  const then = await sizeNow();
  await startTestRun(door, bookLoan, RARE);
  const second = startRecorder(options);
  await reaches(then + 1);
  await second.stop();
});
