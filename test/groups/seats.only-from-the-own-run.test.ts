import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { traveller } from '../fixtures/traveller.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor, startTestRun } from '../support/door.js';
import { answer, ask, HOUR, linesOf, operation, plan, report, seat } from './stand.js';

const adult = traveller();
const child = traveller('child');
const voluntary = traveller('voluntary');
const victim = traveller('victim');

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [operation, adult, child, voluntary, victim]);
});
afterAll(() => database.drop());

const codeOf = (result: Awaited<ReturnType<typeof answer>>) =>
  result.ok ? 'accepted' : result.refusal.code;

describe('the door gives a seat', () => {
  test('to a cleared person whose own run asks, on the list of adults', async () => {
    const planned = await plan(door);
    const runId = await seat(door, adult, planned);
    const [line] = await database.db.sql`
      select list, status, seq, status_seq as "statusSeq", corrections from manifest_entries
      where operation_id = ${planned.id} and run_id = ${runId}`;
    expect(line).toEqual({
      list: 'adults',
      status: 'proposed',
      seq: 2,
      statusSeq: 2,
      corrections: 0,
    });
  });

  test('to a child on a list of its own', async () => {
    const planned = await plan(door);
    const runId = await seat(door, child, planned);
    const [line] = await database.db.sql`
      select list from manifest_entries where run_id = ${runId}`;
    expect(line).toEqual({ list: 'children' });
  });

  test('to nobody else, and writes nothing when it refuses', async () => {
    const planned = await plan(door);
    const free = await plan(door, { purpose: 'voluntary' });
    const uncleared = (await startTestRun(door, adult)).runId;
    accepted(await report(door, uncleared, 'MIG-S', 'appeal'));
    const others = await Promise.all(
      [adult, voluntary, victim, adult, adult].map((one) => startTestRun(door, one)),
    );
    const rehearsed = await startTestRun(door, adult, { rehearsalAt: Date.now() });
    const before = await database.countRows();
    const [one, two, three, four, five] = others.map(({ runId }) => runId);
    const asks = [
      await ask(door, adult, planned, { runId: uncleared }),
      await ask(door, adult, { ...planned, id: '0'.repeat(26) }, { runId: one! }),
      await ask(door, adult, { ...planned, id: five! }, { runId: one! }),
      await ask(door, voluntary, planned, { runId: two! }),
      await ask(door, victim, planned, { runId: three! }),
      await ask(door, victim, free, { runId: three! }),
      await ask(door, adult, free, { runId: four! }),
      await ask(door, adult, { ...planned, departure: planned.departure - HOUR }, { runId: five! }),
      await ask(door, adult, planned, { runId: rehearsed.runId }),
    ];
    expect(asks.map(({ result }) => codeOf(result))).toEqual([
      'requirement-missing',
      'operation-unknown',
      'operation-unknown',
      'seat-never',
      'seat-never',
      'seat-never',
      'seat-never',
      'seat-date',
      'operation-unknown',
    ]);
    expect(await database.countRows()).toEqual(before);
  });

  test('until the list is closed', async () => {
    const planned = await plan(door);
    accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
    expect(codeOf((await ask(door, adult, planned)).result)).toBe('operation-closed');
  });

  test('once: a line that fell away is the same line when the person is listed anew', async () => {
    const planned = await plan(door);
    const runId = await seat(door, adult, planned);
    accepted(await answer(door, runId, 'MIG-S', 'again', 'go'));
    accepted(await answer(door, runId, 'MIG-S', 'list', 'not-sent', {}, 2));
    accepted(
      await answer(door, runId, 'MIG-S', 'plan', 'moved', {
        dates: { departure: planned.departure + HOUR },
      }),
    );
    expect(await linesOf(door, planned.id)).toEqual({ [runId]: 'removed' });
    accepted(await answer(door, runId, 'MIG-S', 'again', 'go'));
    accepted((await ask(door, adult, planned, { runId, opening: 3 })).result);
    const lines = await database.db.sql`
      select status, seq from manifest_entries where operation_id = ${planned.id}`;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ status: 'proposed' });
    expect(lines[0]!.seq).toBeGreaterThan(2);
  });
});

describe('the last seat', () => {
  test('goes to one of two who ask at once, again and again', async () => {
    for (let round = 0; round < 10; round += 1) {
      const planned = await plan(door, { capacity: 1 });
      const people = await Promise.all([startTestRun(door, adult), startTestRun(door, adult)]);
      const both = await Promise.all(
        people.map(({ runId }) => ask(door, adult, planned, { runId })),
      );
      expect(both.map(({ result }) => codeOf(result)).sort()).toEqual([
        'accepted',
        'operation-full',
      ]);
      const lines = await linesOf(door, planned.id);
      expect(Object.values(lines)).toEqual(['proposed']);
    }
  });

  test('is free again when somebody falls away', async () => {
    const planned = await plan(door, { capacity: 2 });
    const [first] = [await seat(door, adult, planned), await seat(door, adult, planned)];
    expect(codeOf((await ask(door, adult, planned)).result)).toBe('operation-full');
    accepted(await report(door, first!, 'MIG-S', 'appeal'));
    const third = await seat(door, adult, planned);
    expect(await linesOf(door, planned.id)).toMatchObject({
      [first!]: 'removed',
      [third]: 'proposed',
    });
  });

  test('forty people for ten seats, at once: ten', async () => {
    const planned = await plan(door, { capacity: 10 });
    const people = await Promise.all(Array.from({ length: 40 }, () => startTestRun(door, adult)));
    const all = await Promise.all(people.map(({ runId }) => ask(door, adult, planned, { runId })));
    expect(all.filter(({ result }) => result.ok)).toHaveLength(10);
    expect(Object.keys(await linesOf(door, planned.id))).toHaveLength(10);
  });

  test('is not taken from a list that is closed at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const planned = await plan(door);
      const { runId } = await startTestRun(door, adult);
      const [closed, asked] = await Promise.all([
        answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'),
        ask(door, adult, planned, { runId }),
      ]);
      accepted(closed);
      const lines = Object.keys(await linesOf(door, planned.id));
      expect(lines).toEqual(asked.result.ok ? [runId] : []);
    }
  });
});

/** The application's role as the container set-up makes it: it owns nothing. */
async function connectAsApp(): Promise<postgres.Sql> {
  const name = `app_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const { sql } = database.db;
  await sql.unsafe(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
  await sql.unsafe(`GRANT USAGE ON SCHEMA public TO ${name}`);
  await sql.unsafe(
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`,
  );
  const at = new URL(database.url);
  at.username = name;
  at.password = password;
  return postgres(at.toString(), { max: 1, onnotice: () => {} });
}

describe.each(['owner', 'app'] as const)('direct statements, as %s', (as) => {
  let sql: postgres.Sql;
  beforeAll(async () => {
    sql =
      as === 'owner'
        ? postgres(database.url, { max: 1, onnotice: () => {} })
        : await connectAsApp();
  });
  afterAll(() => sql.end());

  const insert = (operationId: string, runId: string, seq: number, list = 'adults') => sql`
    insert into manifest_entries (operation_id, run_id, seq, list, status, status_seq, departs_at)
    select ${operationId}, ${runId}, ${seq}, ${list}, 'proposed', ${seq}, departs_at from operations where run_id = ${operationId}`;

  test('give no seat without the seat act of the own run', async () => {
    const planned = await plan(door);
    const other = await plan(door);
    const seated = await seat(door, adult, other);
    const { runId } = await startTestRun(door, adult);
    // No act, an act that is no seat act, a seat act for another operation, the seat act of somebody else.
    await expect(insert(planned.id, runId, 9)).rejects.toThrow(/violates foreign key|seat act/);
    await expect(insert(planned.id, runId, 1)).rejects.toThrow('seat act');
    await expect(insert(planned.id, seated, 2)).rejects.toThrow('seat act');
    await expect(insert(other.id, runId, 2)).rejects.toThrow(/violates foreign key|seat act/);
    expect(await linesOf(door, planned.id)).toEqual({});
  });

  test('give no seat by an answer that is not the one for seats', async () => {
    const planned = await plan(door);
    const { runId } = await startTestRun(door, adult);
    const refers = { refers: { operation: planned.id } };
    accepted(await answer(door, runId, 'MIG-S', 'plan', 'moved', refers));
    await expect(insert(planned.id, runId, 2)).rejects.toThrow('seat act');
  });

  test('put no child on the list of adults, and nobody under protection on any', async () => {
    const planned = await plan(door);
    const runId = await seat(door, child, planned);
    await sql`delete from manifest_entries where run_id = ${runId}`;
    await expect(insert(planned.id, runId, 2)).rejects.toThrow('may be on this list');
    await insert(planned.id, runId, 2, 'children');
    await expect(
      sql`update manifest_entries set list = 'adults' where run_id = ${runId}`,
    ).rejects.toThrow('own run only');
    // A forged seat act of a trafficked person: history takes it, the list does not.
    const { runId: hidden } = await startTestRun(door, victim);
    const act = JSON.stringify({
      type: 'step-completed',
      step: 'list',
      outcome: 'sent',
      refers: { operation: planned.id },
    });
    await sql`insert into history (run_id, seq, act_id, act, actor, at)
      values (${hidden}, 2, 'forged', ${act}::text::json, '{}', now())`;
    await expect(insert(planned.id, hidden, 2)).rejects.toThrow('may be on this list');
    await database.db.sql.unsafe(`ALTER TABLE history DISABLE TRIGGER history_append_only`);
    await database.db.sql`delete from history where run_id = ${hidden} and seq = 2`;
    await database.db.sql.unsafe(`ALTER TABLE history ENABLE ALWAYS TRIGGER history_append_only`);
  });

  test('give no two seats at once, whether new or anew', async () => {
    const planned = await plan(door);
    const runs = [await seat(door, adult, planned), await seat(door, adult, planned)];
    await sql`delete from manifest_entries where operation_id = ${planned.id}`;
    await expect(sql`
      insert into manifest_entries (operation_id, run_id, seq, list, status, status_seq, departs_at)
      select ${planned.id}, id, 2, 'adults', 'proposed', 2, now() from runs where id = any(${runs})`).rejects.toThrow(
      'at most one seat',
    );
    for (const run of runs) await insert(planned.id, run, 2);
    await expect(
      sql`update manifest_entries set seq = 1, status_seq = 2 where operation_id = ${planned.id}`,
    ).rejects.toThrow('at most one seat');
  });

  test('move no line without an act of its own run, and to nobody else', async () => {
    const planned = await plan(door);
    const runs = [await seat(door, adult, planned), await seat(door, adult, planned)];
    await expect(
      sql`update manifest_entries set status = 'accepted' where operation_id = ${planned.id}`,
    ).rejects.toThrow('own run only');
    await expect(
      sql`update manifest_entries set status = 'accepted', status_seq = 7 where run_id = ${runs[0]!}`,
    ).rejects.toThrow('violates foreign key');
    const elsewhere = await seat(door, adult, await plan(door));
    await expect(
      sql`update manifest_entries set run_id = ${elsewhere} where run_id = ${runs[0]!}`,
    ).rejects.toThrow('its person');
  });

  test('enter no two answers at once: nobody is assessed in bulk', async () => {
    const runs = await Promise.all([startTestRun(door, adult), startTestRun(door, adult)]);
    const act = JSON.stringify({ type: 'step-completed', step: 'list', outcome: 'sent' });
    const ids = runs.map(({ runId }) => runId);
    await expect(sql`
      insert into history (run_id, seq, act_id, act, actor, at)
      select id, 2, 'bulk-' || id, ${act}::text::json, '{}', now() from runs where id = any(${ids})`).rejects.toThrow(
      'at most one answer',
    );
  });
});

test('lines, declarations and sent lists are made again from the history as they stand', async () => {
  const planned = await plan(door);
  const runs = [await seat(door, adult, planned), await seat(door, adult, planned)];
  accepted(await answer(door, runs[0]!, 'MIG-S', 'accepted', 'said'));
  accepted(await answer(door, runs[1]!, 'MIG-S', 'corrected', 'said'));
  accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
  const stands = async () => {
    const { sql } = database.db;
    return {
      lines:
        await sql`select * from manifest_entries where operation_id = ${planned.id} order by run_id`,
      declared: await sql`select * from operations where run_id = ${planned.id}`,
      sent: await sql`select version, seq, lines from manifest_versions where operation_id = ${planned.id}`,
    };
  };
  const before = await stands();
  expect(before.lines.map((line) => line.corrections).sort()).toEqual([0, 1]);
  expect(before.sent).toHaveLength(1);
  expect(before.sent[0]!.lines).toHaveLength(2);
  await database.db.sql`delete from manifest_entries`;
  await database.db.sql`delete from operations`;
  await database.db.sql`delete from manifest_versions`;
  await rebuild(door, { write: true });
  expect(await stands()).toEqual(before);
  const report = await rebuild(door, { write: false });
  expect(report.differences).toEqual([]);
});
