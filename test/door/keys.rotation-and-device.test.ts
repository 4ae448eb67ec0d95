import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countKeysByName } from '../../db/queries/person-keys.js';
import { rotateKeys } from '../../door/rotate-keys.js';
import { getPersonKeys } from '../../door/sealed-answers.js';
import { fileKeys, providersInTurn } from '../../platform/vault/key-provider.js';
import { pkcs11Keys } from '../../platform/vault/pkcs11.js';
import { createVault, type Vault } from '../../platform/vault/vault.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openTestDoor, startTestRun } from '../support/door.js';
import { makeSoftHsm, type SoftHsm } from '../support/soft-hsm.js';

const OLD = { id: 'old', key: randomBytes(32) };
const NEW = { id: 'new', key: randomBytes(32) };

let database: TestDatabase;
let hsm: SoftHsm | undefined;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  hsm = makeSoftHsm(['first', 'second', 'confided']);
  if (!hsm) console.warn('SKIPPED: no SoftHSM here and none could be installed');
});
afterAll(async () => {
  hsm?.remove();
  await database.drop();
});

const doorWith = (vault: Vault) => openTestDoor(database, [bookLoan], vault);

async function persons(): Promise<string[]> {
  const rows = await database.db.sql<{ id: string }[]>`select person_id as id from person_keys`;
  return rows.map(({ id }) => id);
}

describe('the keys of persons', () => {
  it('move to a new master key while others read and start, and no read fails', async () => {
    const before = await doorWith(createVault([OLD]));
    for (let i = 0; i < 450; i += 1) {
      const { stored } = await before.vault.create(`invented-${i}`);
      await database.db.sql`insert into person_keys ${database.db.sql({
        person_id: `invented-${i}`,
        wrapped_by: stored.wrappedBy,
        identity: stored.identity,
        contact: stored.contact,
        protection: stored.protection,
      })}`;
    }
    const both = await doorWith(createVault([NEW, OLD]));
    const known = await persons();
    let reads = 0;
    let done = false;
    const reader = (async () => {
      while (!done) {
        const id = known[reads % known.length]!;
        both.keys.delete(id);
        await getPersonKeys(both, id);
        reads += 1;
      }
    })();
    const starter = startTestRun(both, bookLoan, { assigns: { isRare: false } });
    const report = await rotateKeys(both);
    done = true;
    await Promise.all([reader, starter]);
    console.log(`${report.persons} persons moved, ${reads} reads meanwhile, 0 failed`);
    expect(report).toEqual({ persons: 450, secrets: 0, left: 0 });
    expect(reads).toBeGreaterThan(50);
    expect(await countKeysByName(database.db.sql)).toEqual([{ wrappedBy: 'new', persons: 451 }]);
    const after = await doorWith(createVault([NEW]));
    for (const id of await persons()) await getPersonKeys(after, id);
  });

  it('are not brought back by a rotation when they were destroyed while it ran', async () => {
    const next = { id: 'next', key: randomBytes(32) };
    const vault = createVault([next, NEW]);
    const door = await doorWith({
      ...vault,
      async rewrap(id, stored) {
        const made = await vault.rewrap(id, stored);
        if (id === 'invented-7') {
          await database.db.sql`update person_keys set contact = '' where person_id = ${id}`;
        }
        return made;
      },
    });
    const report = await rotateKeys(door);
    expect(report.left).toBe(1);
    const [row] = await database.db.sql<
      { contact: Buffer }[]
    >`select contact from person_keys where person_id = 'invented-7'`;
    expect(row!.contact.length).toBe(0);
    expect((await rotateKeys({ ...door, vault })).persons).toBe(1);
  });

  it('move into a device, never leave it, and are read by nobody while it is away', async (test) => {
    if (!hsm) return test.skip();
    const [{ wrappedBy } = { wrappedBy: '' }] = await countKeysByName(database.db.sql);
    expect(wrappedBy).toBe('next');
    await database.db.sql`delete from person_keys where person_id > 'invented-2'`;
    const files = createVault([OLD]);
    const { keys, stored } = await files.create('of-files');
    await database.db.sql`delete from person_keys`;
    await database.db
      .sql`insert into person_keys ${database.db.sql({ person_id: 'of-files', wrapped_by: stored.wrappedBy, identity: stored.identity, contact: stored.contact, protection: stored.protection })}`;
    const device = { ...hsm.device, keys: ['first'], protectionKeys: ['confided'] };
    expect(() => pkcs11Keys({ ...device, pin: '0000' })).toThrow(/PIN/);
    const door = await doorWith(
      createVault([OLD], providersInTurn([pkcs11Keys(device), fileKeys([OLD])])),
    );
    expect(await rotateKeys(door)).toMatchObject({ persons: 1, left: 0 });
    expect(await countKeysByName(database.db.sql)).toEqual([
      { wrappedBy: 'pkcs11:first pkcs11:first pkcs11:confided', persons: 1 },
    ]);
    expect(await getPersonKeys(door, 'of-files')).toEqual(keys);
    const run = await startTestRun(door, bookLoan, { assigns: { isRare: false } });
    expect(run.ok).toBe(true);

    hsm.unplug();
    door.keys.delete('of-files');
    await expect(getPersonKeys(door, 'of-files')).rejects.toThrow();
    await expect(startTestRun(door, bookLoan, { assigns: { isRare: false } })).rejects.toThrow();
    hsm.plugIn();
    expect(await getPersonKeys(door, 'of-files')).toEqual(keys);
    expect(() => pkcs11Keys({ ...device, token: 'elsewhere' })).toThrow(/elsewhere/);
    const again = await doorWith(createVault([OLD], pkcs11Keys(device)));
    expect(await getPersonKeys(again, 'of-files')).toEqual(keys);
  });

  it('wrapped by a device open for their own person only, and under any listed key', async (test) => {
    if (!hsm) return test.skip();
    const first = createVault([OLD], pkcs11Keys({ ...hsm.device, keys: ['first'] }));
    const { keys, stored } = await first.create('p1');
    await expect(first.open('p2', stored)).rejects.toThrow();
    const tampered = { ...stored, identity: Buffer.from(stored.identity) };
    tampered.identity[20]! ^= 1;
    await expect(first.open('p1', tampered)).rejects.toThrow();
    const second = createVault([OLD], pkcs11Keys({ ...hsm.device, keys: ['second', 'first'] }));
    expect(await second.open('p1', stored)).toEqual(keys);
    expect((await second.rewrap('p1', stored))?.wrappedBy).toBe('pkcs11:second');
    expect(() => pkcs11Keys({ ...hsm!.device, keys: ['absent'] })).toThrow(/absent/);
  });
});
