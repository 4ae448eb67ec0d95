import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { startRun } from '../../door/start-run.js';
import { DRAFT_PREFIX } from '../../protocols/drafts.js';
import { enterDraft } from '../../rehearsal/enter-draft.js';
import { tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  bindingsOf,
  inventedInstitutions,
  officerOf,
  openTestDoor,
  startTestRun,
} from '../support/door.js';

const definition = tiny([{ id: 'ask' }]);
const START = Date.UTC(2030, 0, 7, 15);

let database: TestDatabase;
let door: Door;
let draft: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [definition]);
  await saveInstitutions(database.db, inventedInstitutions(definition));
  draft = await enterDraft(door.definitions, definition);
});
afterAll(() => database?.drop());

function start(more: Partial<Parameters<typeof startRun>[1]>) {
  return startRun(door, {
    actId: 'start/draft',
    actor: officerOf('office'),
    protocol: draft,
    bindings: bindingsOf(definition),
    ...more,
  });
}

describe('an unpublished definition', () => {
  test('has a reserved name, and a version for each content', async () => {
    expect(draft).toBe(`${DRAFT_PREFIX}tiny`);
    const versionOf = async () => (await door.definitions.findCurrent(draft))!.definition.version;
    expect(await versionOf()).toBe(1);
    await enterDraft(door.definitions, definition);
    expect(await versionOf()).toBe(1);
    const changed = { ...definition, title: { es: 'Otro', en: 'Other' } };
    await enterDraft(door.definitions, changed);
    expect(await versionOf()).toBe(2);
    await enterDraft(door.definitions, definition);
    expect(await versionOf()).toBe(3);
  });

  test('is not started as a real run, and nothing is written', async () => {
    const before = await database.countRows();
    const refused = await start({});
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'draft-only-rehearsed' } });
    expect(await database.countRows()).toEqual(before);
  });

  test('is not rehearsed with the file of a known person, and nothing is written', async () => {
    const { runId } = await startTestRun(door, definition);
    const [known] = await database.db.sql`select person_id as id from runs where id = ${runId}`;
    const before = await database.countRows();
    const personId = known!.id as string;
    const refused = await start({ actId: 'start/known', rehearsalAt: START, personId });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'rehearsal-invented' } });
    expect(await database.countRows()).toEqual(before);
  });

  test('is rehearsed, and the run is marked', async () => {
    const started = await start({ actId: 'start/rehearsal', rehearsalAt: START });
    expect(started).toMatchObject({ ok: true, at: START });
    const rows = await database.db
      .sql`select protocol, rehearsal from runs where protocol = ${draft}`;
    expect([...rows]).toEqual([{ protocol: draft, rehearsal: true }]);
  });

  test('is kept from real runs by the database as well', async () => {
    const { sql } = database.db;
    const real = await startTestRun(door, definition);
    const moved = sql`update runs set protocol = ${draft} where id = ${real.runId}`;
    await expect(moved).rejects.toThrow(/rehearsal of its protocol/);
    const inserted = sql`
      insert into runs (id, protocol, version, person_id, started_by, rehearsal, seq, state, started_at)
      select 'planted', ${draft}, version, person_id, started_by, false, seq, state, started_at
      from runs where id = ${real.runId}`;
    await expect(inserted).rejects.toThrow(/only be rehearsed/);
  });
});

describe('the mark of a rehearsal', () => {
  test('is not given to a real run, by no act and by no statement', async () => {
    const { sql } = database.db;
    const real = await startTestRun(door, definition);
    const marked = sql`update runs set rehearsal = true where id = ${real.runId}`;
    await expect(marked).rejects.toThrow(/from its start and for ever/);
    const result = await commitAct(door, {
      runId: real.runId,
      actId: 'as-rehearsal',
      actor: officerOf('office'),
      act: { type: 'step-completed', step: 'ask', opening: 1, outcome: 'done', role: 'office' },
      rehearsalAt: START,
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-rehearsal' } });
  });

  test('is not taken from a rehearsal', async () => {
    const { sql } = database.db;
    const { runId } = await startTestRun(door, definition, { rehearsalAt: START });
    const unmarked = sql`update runs set rehearsal = false where id = ${runId}`;
    await expect(unmarked).rejects.toThrow(/from its start and for ever/);
    await sql`update runs set rehearsal = true where id = ${runId}`;
  });
});
