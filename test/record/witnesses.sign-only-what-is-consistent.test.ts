import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { answerAsWitness, witnessServer } from '../../cli/commands/record/witness-kit.js';
import { listWitnesses, saveWitness } from '../../db/queries/log/witnesses.js';
import { startMailCatcher } from '../../platform/mail/catcher.js';
import type { OutgoingMail } from '../../platform/mail/transport.js';
import { createMailTransport } from '../../platform/mail/transport.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { deliverCheckpoints } from '../../record/log/deliver.js';
import { openLog } from '../../record/log/open-log.js';
import { newSeed, signerOf } from '../../record/note/keys.js';
import { listKept, makeWitness, openWitness } from '../../record/witness/store.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openTestDoor, startTestRun } from '../support/door.js';
import { sequenceAll } from './recorded.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  folder = mkdtempSync(join(tmpdir(), 'retorno-witness-'));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

test('a witness by HTTP and one by mail hold each checkpoint; a rewritten log is refused and raises the alarm', async () => {
  const door = await openTestDoor(database, [bookLoan]);
  const log = await openLog(door);
  const signer = signerOf(log.origin, 'note', newSeed());
  const [near, far] = [join(folder, 'near'), join(folder, 'far')];
  const server = witnessServer(near);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const catcher = await startMailCatcher({ store: join(folder, 'mail') });
  const transport = createMailTransport({
    smtpUrl: catcher.smtpUrl,
    from: 'retorno@inventado.example',
  });
  const mails: OutgoingMail[] = [];
  const mail = {
    async send(outgoing: OutgoingMail) {
      mails.push(outgoing);
      await transport.send(outgoing);
    },
  };
  const { sql } = database.db;
  for (const [at, name, reached] of [
    [near, 'defensoria-inventada', { url, email: null }],
    [far, 'universidad-inventada', { url: null, email: 'registro@inventada.example' }],
  ] as const) {
    const verifier = makeWitness(at, name, signer.text);
    expect(await saveWitness(sql, { id: name, verifier: verifier.text, ...reached })).toBe(true);
  }
  const alarms: string[] = [];
  const errors: unknown[] = [];
  const deliver = () =>
    deliverCheckpoints({
      log,
      mail,
      onAlarm: (witness, size) => alarms.push(`${witness} ${size}`),
      onError: (error) => errors.push(error),
    });
  const grow = async () => {
    await startTestRun(door, bookLoan, { assigns: { isRare: false } });
    await sequenceAll(log);
    const size = await issueCheckpoint(log, signer, true);
    await deliver();
    return size!;
  };
  const sizes = [await grow(), await grow(), await grow()];
  expect(errors).toEqual([]);
  expect(listKept(near).map((file) => Number(file.split('/').at(-1)))).toEqual(sizes);
  for (const { text } of mails) expect(answerAsWitness(far, text).status).toBe(200);
  expect(openWitness(far).copy()!.size).toBe(sizes.at(-1));
  expect(mails.map(({ text, html }) => text + html).join()).not.toMatch(/book|loan|invented-home/);
  const listed = await listWitnesses(sql);
  expect(listed.map(({ cosignedSize, pending }) => [cosignedSize, pending])).toEqual([
    [sizes.at(-1), 0],
    [0, 0],
  ]);

  // Whoever owns database and key rewrites everything: an act changes, the log is made again and signed.
  for (const table of ['history', 'log_leaves', 'log_checkpoints']) {
    await sql.unsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  }
  await sql.unsafe(
    `UPDATE history SET actor = '{"institution":"otra","access":"officer","account":"x"}' WHERE seq = 1;
     DELETE FROM log_leaves; DELETE FROM log_tiles; DELETE FROM log_checkpoints; DELETE FROM witness_deliveries;
     UPDATE log_state SET size = 0, horizon = '0'`,
  );
  await grow();
  expect(errors).toEqual([]);
  expect(alarms).toHaveLength(1);
  expect(answerAsWitness(far, mails.at(-1)!.text).status).toBe(409);
  expect(openWitness(near).copy()!.size).toBe(sizes.at(-1));

  await new Promise((resolve) => server.close(resolve));
  transport.close();
  await catcher.stop();
});

test('a witness that is away is tried again later, and then gets the latest alone', async () => {
  const door = await openTestDoor(database, [bookLoan]);
  const log = await openLog(door);
  const signer = signerOf(log.origin, 'note', newSeed());
  const { sql } = database.db;
  await sql.unsafe('UPDATE witnesses SET active = false');
  const late = join(folder, 'late');
  const verifier = makeWitness(late, 'tardia-inventada', signer.text);
  const server = witnessServer(late);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const url = `http://127.0.0.1:${port}/`;
  await saveWitness(sql, { id: 'tardia-inventada', verifier: verifier.text, url, email: null });
  const errors: unknown[] = [];
  const deliver = () =>
    deliverCheckpoints({ log, onAlarm: () => {}, onError: (error) => errors.push(error) });
  const sizes: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    await startTestRun(door, bookLoan, { assigns: { isRare: false } });
    await sequenceAll(log);
    sizes.push((await issueCheckpoint(log, signer, true))!);
    await deliver();
  }
  expect(errors.length).toBeGreaterThan(0);
  const again = witnessServer(late);
  await new Promise<void>((resolve) => again.listen(port, '127.0.0.1', resolve));
  await sql.unsafe('UPDATE witness_deliveries SET next_at = now()');
  await deliver();
  await new Promise((resolve) => again.close(resolve));
  const states = await sql.unsafe(
    `SELECT size::int, state FROM witness_deliveries WHERE witness_id = 'tardia-inventada' ORDER BY size`,
  );
  expect(states.map(({ size, state }) => [size, state])).toEqual([
    [sizes[0], 'covered'],
    [sizes[1], 'cosigned'],
  ]);
  expect(openWitness(late).copy()!.size).toBe(sizes[1]);
});
