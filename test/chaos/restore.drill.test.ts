import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { tryLock } from '../../db/advisory-lock.js';
import { restoreBackup } from '../../db/backup/restore-backup.js';
import { takeBackup } from '../../db/backup/take-backup.js';
import { destroyKeys } from '../../db/queries/destroy-keys.js';
import { findRun } from '../../db/queries/find-run.js';
import { reconcile } from '../../door/reconcile.js';
import { RELAY_LOCK } from '../../door/relay.js';
import { getPersonKeys } from '../../door/sealed-answers.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { messageIds } from './checker.js';
import {
  accountFor,
  beginRuns,
  everybodyTold,
  mailsKnown,
  NOTHING_LOST_OR_DOUBLED,
  playOn,
} from './drill.js';
import { type Field, setField } from './field.js';
import type { Seen } from './race.js';

const RUNS = 12;

let folder: string;
const fields: Field[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-drill-'));
});
afterAll(async () => {
  for (const field of fields) await field.stop();
  rmSync(folder, { recursive: true, force: true });
});

const servers = () => ({
  postgresUrl: inject('postgresUrl'),
  temporalAddress: inject('temporalAddress'),
});

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within a minute`);
}

async function restored(sets: { data: string; keys: string }): Promise<TestDatabase> {
  return createTestDatabase(inject('postgresUrl'), (url) => restoreBackup(url, sets));
}

describe('after the loss of everything', () => {
  let seen: Seen[] = [];
  const sets = () => ({ data: join(folder, 'data'), keys: join(folder, 'keys') });

  it('the facts are copied while others work, with acts the engine has not heard of', {
    timeout: 180_000,
  }, async () => {
    const field = await setField({ ...servers(), folder });
    fields.push(field);
    seen = await beginRuns(field, RUNS);
    await playOn(field, seen, (n) => n % 4);
    await everybodyTold(field);
    // With the relay's lock held here the engine stays behind from now on.
    field.kill('relay');
    let lock = await tryLock(field.database.url, RELAY_LOCK);
    await until('taking the lock', async () => {
      lock ??= await tryLock(field.database.url, RELAY_LOCK);
      return lock !== undefined;
    });
    // Of the last two everything was handed over: only the reconciler can find them again.
    await playOn(field, seen.slice(0, -2), (n) => (n % 4) + 2);
    const { rows } = await takeBackup(field.database.db, sets());
    await field.halt();
    await lock?.release();
    expect(rows).toBeGreaterThan(seen.length * 5);
  });

  it.each([
    ['an engine that is behind the facts', true],
    ['a new engine that knows nothing', false],
  ])(
    'with %s nothing is lost and nothing happens twice',
    {
      timeout: 240_000,
    },
    async (_, isOld) => {
      const first = fields[0]!;
      const arrived = new Set(messageIds(first));
      const began = performance.now();
      const database = await restored(sets());
      const back = performance.now();
      const known = await mailsKnown(database, first.settings);
      const place = join(folder, isOld ? 'old' : 'new');
      const after = isOld ? { namespace: first.namespace } : {};
      const field = await setField({
        ...servers(),
        folder: place,
        after: { field: first, database, ...after },
      });
      fields.push(field);
      const report = await reconcile(field.door, field.client, { quietFor: 0 });
      const alive = performance.now();
      const mine = seen.map((run) => ({ ...run, acts: [...run.acts] }));
      const before = await database.db.sql<{ run: string; seq: number }[]>`
      select id as run, seq from runs where ended_at is null`;
      await playOn(field, mine);
      const account = await accountFor(field, mine, { arrived, known });
      console.log(
        `restored in ${Math.round(back - began)} ms, reconciled ${Math.round(alive - back)} ms after: ` +
          JSON.stringify({ ...report, open: before.length, known: known.size, ...account }),
      );
      expect(report.restarted).toBe(isOld ? 0 : 2);
      expect(account).toMatchObject(NOTHING_LOST_OR_DOUBLED);
      expect([...known].filter((id) => !arrived.has(id))).toEqual([]);
      expect(known.size).toBeGreaterThanOrEqual(RUNS);
      // An account that cannot find anything shows nothing.
      const none = new Set<string>();
      const others = [{ ...mine[0]!, acts: ['never'] }];
      const wrong = { arrived: none, known: new Set(messageIds(field)) };
      const { lost, mailsLost, mailsDoubled } = await accountFor(field, others, wrong);
      expect(lost).toBe(1);
      expect(Math.min(mailsLost, mailsDoubled)).toBeGreaterThan(0);
      await field.halt();
    },
  );
});

describe('an erasure', () => {
  it('reaches the copies that are older than it', { timeout: 120_000 }, async () => {
    const first = fields[0]!;
    const { database, door } = first;
    const [run] = await database.db.sql<{ id: string }[]>`select id from runs order by id limit 1`;
    const { personId } = (await findRun(database.db.sql, run!.id))!;
    const old = { data: join(folder, 'old-data'), keys: join(folder, 'old-keys') };
    await takeBackup(database.db, old);
    expect((await getPersonKeys(door, personId)).identity.length).toBe(32);

    const keys = (['identity', 'contact', 'protection'] as const).map((compartment) => ({
      personId,
      compartment,
    }));
    await database.db.sql.begin((tx) => destroyKeys(tx, keys, null));
    const late = { data: join(folder, 'late-data'), keys: join(folder, 'late-keys') };
    await takeBackup(database.db, late);

    // The older copy of everything with the keys as they are kept now.
    const back = await restored({ data: old.data, keys: late.keys });
    try {
      const rows = await back.db.sql`select 1 from person_keys where person_id = ${personId}`;
      expect(rows.length).toBe(0);
      const sealed = await back.db.sql`select 1 from answers where run_id = ${run!.id}`;
      const history = await back.db.sql`select 1 from history where run_id = ${run!.id}`;
      expect([sealed.length >= 0, history.length > 0]).toEqual([true, true]);
      // Nothing in the newer copies says what the key was.
      const text = readFileSync(join(late.keys, 'person_keys.jsonl.gz'));
      expect(text.includes(personId)).toBe(false);
    } finally {
      await back.drop();
    }
  });
});

describe('a backup', () => {
  it('that was changed, is of the wrong kind or goes into a full database is refused whole', async () => {
    const sets = { data: join(folder, 'data'), keys: join(folder, 'keys') };
    await expect(restored({ data: sets.keys, keys: sets.data })).rejects.toThrow(/backup of keys/);
    await expect(restoreBackup(fields[0]!.database.url, sets)).rejects.toThrow(/not empty/);
    const file = join(sets.data, 'history.jsonl.gz');
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    changed[changed.length - 12]! ^= 1;
    writeFileSync(file, changed);
    await expect(restored(sets)).rejects.toThrow(/history .* not as it was written/);
    writeFileSync(file, bytes);
    expect(existsSync(join(sets.data, 'person_keys.jsonl.gz'))).toBe(false);
    await expect(takeBackup(fields[0]!.database.db, sets)).rejects.toThrow(/EEXIST/);
  });

  it('brings back every trigger and lock of the tables as it stood', async () => {
    const database = await restored({ data: join(folder, 'data'), keys: join(folder, 'keys') });
    const guards = (of: TestDatabase) => of.db.sql`
      select c.relname, t.tgname, t.tgenabled, c.relforcerowsecurity from pg_class c
      left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2`;
    try {
      expect(await guards(database)).toEqual(await guards(fields[0]!.database));
      await expect(database.db.sql`delete from history`).rejects.toThrow();
    } finally {
      await database.drop();
    }
  });
});
