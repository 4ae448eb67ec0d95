import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { Actor } from '../../db/schema/history.js';
import { digestOf } from '../../door/definitions.js';
import type { Door } from '../../door/door.js';
import { saveDraft } from '../../door/publication/draft.js';
import type { Entered, NotEntered } from '../../door/publication/enter.js';
import { publishDraft } from '../../door/publication/publish.js';
import { approveDraft, submitDraft } from '../../door/publication/review.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { townHall } from '../fixtures/town-hall.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { inventedInstitutions, openTestDoor } from '../support/door.js';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [bookLoan]);
  await saveInstitutions(database.db, inventedInstitutions(townHall));
});
afterAll(() => database.drop());

const admin = (account: string): Actor => ({
  institution: 'invented-court',
  access: 'admin',
  account,
});
const ANA = admin('account-ana');
const BEA = admin('account-bea');

function entered(result: Entered | NotEntered): Entered {
  if (result.ok) return result;
  throw new Error(result.refusal.code);
}

/** A draft of Ana's that was submitted. */
async function submitted(id: string): Promise<string> {
  const { standing } = entered(await saveDraft(door, ANA, { ...townHall, id }));
  const { digest } = standing.draft!;
  entered(await submitDraft(door, ANA, { protocol: id, digest }));
  return digest;
}

function act(protocol: string, n: number, kind: string, digest: string, account: string) {
  return database.db.sql`
    insert into definition_acts (protocol, n, kind, version, digest, institution, account)
    values (${protocol}, ${n}, ${kind}, 1, ${digest}, 'invented-court', ${account})`;
}

describe('the database itself', () => {
  it('refuses change and removal of what was done', async () => {
    const { sql } = database.db;
    await expect(sql`update definition_acts set account = 'x'`).rejects.toThrow(/append-only/);
    await expect(sql`delete from definition_acts`).rejects.toThrow(/append-only/);
    await expect(sql`truncate definition_acts`).rejects.toThrow(/append-only/);
  });

  it('refuses an approval by an author, and one of another draft', async () => {
    const digest = await submitted('sql-approval');
    await expect(act('sql-approval', 3, 'approved', digest, ANA.account)).rejects.toThrow(
      /cannot approve/,
    );
    await expect(act('sql-approval', 3, 'approved', '0'.repeat(64), BEA.account)).rejects.toThrow(
      /not the one/,
    );
    await act('sql-approval', 3, 'approved', digest, BEA.account);
  });

  it('refuses an approval of what was not submitted', async () => {
    const { standing } = entered(
      await saveDraft(door, ANA, { ...townHall, id: 'sql-unsubmitted' }),
    );
    const { digest } = standing.draft!;
    await expect(act('sql-unsubmitted', 2, 'approved', digest, BEA.account)).rejects.toThrow(
      /not submitted/,
    );
  });

  it('refuses a publication that nobody else approved, and a version without one', async () => {
    const digest = await submitted('sql-publication');
    await expect(act('sql-publication', 3, 'published', digest, ANA.account)).rejects.toThrow(
      /Nobody else/,
    );
    const { sql } = database.db;
    await expect(
      sql`insert into definitions (id, version, digest, body, workflow_type)
          values ('sql-publication', 1, ${digest}, '{}', 'protocol:sql-publication')`,
    ).rejects.toThrow(/neither shipped nor published/);
  });

  it('takes an approval only for the draft as it is now', async () => {
    const digest = await submitted('sql-void');
    entered(await approveDraft(door, BEA, { protocol: 'sql-void', digest }));
    const changed = { ...townHall, id: 'sql-void', title: { es: 'Otra', en: 'Another' } };
    const { standing } = entered(await saveDraft(door, ANA, changed, digest));
    const now = standing.draft!.digest;
    await expect(act('sql-void', 5, 'published', digest, BEA.account)).rejects.toThrow(
      /not the one/,
    );
    await expect(act('sql-void', 5, 'published', now, BEA.account)).rejects.toThrow(/Nobody else/);
  });

  it('refuses a gap and a second act at one position', async () => {
    const digest = await submitted('sql-order');
    await expect(act('sql-order', 9, 'checked', digest, BEA.account)).rejects.toThrow(
      /does not follow/,
    );
    await expect(act('sql-order', 2, 'checked', digest, BEA.account)).rejects.toThrow(
      /does not follow/,
    );
  });

  it('retires with an act, and for ever', async () => {
    const { sql } = database.db;
    await expect(
      sql`update definitions set retired_at = now() where id = 'book-loan'`,
    ).rejects.toThrow(/never changes/);
    const digest = digestOf(bookLoan);
    await sql`insert into definition_acts (protocol, n, kind, version, digest, institution, account)
      values ('book-loan', 2, 'retired', ${bookLoan.version}, ${digest}, 'invented-court', 'account-bea')`;
    await sql`update definitions set retired_at = now() where id = 'book-loan'`;
    await expect(
      sql`update definitions set retired_at = null where id = 'book-loan'`,
    ).rejects.toThrow(/never changes/);
  });
});

describe('two processes at one moment', () => {
  it('do not both change a draft', async () => {
    const other = await openTestDoor(database, []);
    const { standing } = entered(await saveDraft(door, ANA, { ...townHall, id: 'raced' }));
    const { digest } = standing.draft!;
    const change = (at: Door, actor: Actor, title: string) =>
      saveDraft(
        at,
        actor,
        { ...townHall, id: 'raced', title: { es: title, en: `${title} (en)` } },
        digest,
      );
    const results = await Promise.all([
      change(door, ANA, 'Una'),
      change(other, BEA, 'Dos'),
      change(door, ANA, 'Tres'),
      change(other, BEA, 'Cuatro'),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]));
    expect(new Set(codes)).toEqual(new Set(['definition-changed']));
  });

  it('do not publish what the other changes', async () => {
    const other = await openTestDoor(database, []);
    for (let round = 0; round < 10; round += 1) {
      const id = `raced-${round}`;
      const digest = await submitted(id);
      entered(await approveDraft(door, BEA, { protocol: id, digest }));
      const changed = { ...townHall, id, title: { es: 'Cambiada', en: 'Changed' } };
      const [published, saved] = await Promise.all([
        publishDraft(door, ANA, { protocol: id, digest }),
        saveDraft(other, ANA, changed, digest),
      ]);
      expect([published.ok, saved.ok].filter(Boolean)).toHaveLength(1);
      const current = await door.definitions.findCurrent(id);
      expect(current?.digest).toBe(published.ok ? digest : undefined);
    }
  });
});
