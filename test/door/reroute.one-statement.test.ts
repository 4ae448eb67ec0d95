import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { findDueRuns } from '../../db/queries/find-due-runs.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { Committed } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import { commitDue, sweepDue } from '../../door/commit-due.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import type { Reroute } from '../../protocols/core/acts.js';
import { firstPath, hiddenPath, secondPath } from '../fixtures/two-protocols.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, institutionOf, openTestDoor, startTestRun } from '../support/door.js';

let database: TestDatabase;
let door: Door;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [firstPath, secondPath, hiddenPath]);
  // Two schools: none of them is the only one. The court is not in the directory any more.
  const school = { kind: 'EDU', country: 'MX', timeZone: 'America/Mexico_City' };
  await saveInstitutions(database.db, [
    { ...school, id: 'invented-second-school', nameEs: 'Otra escuela', nameEn: 'Another school' },
  ]);
  await database.db.sql`update institutions set active = false where kind = 'COURT'`;
});
afterAll(() => database.drop());

interface Row {
  id: string;
  protocol: string;
  person: string;
  startedBy: string;
  rehearsal: boolean;
  reroute: Reroute | null;
}

async function runsAfter(runId: string): Promise<Row[]> {
  const rows = await database.db.sql<(Omit<Row, 'reroute'> & { reroute: string | null })[]>`
    select r.id, r.protocol, r.person_id as person, r.started_by as "startedBy", r.rehearsal, (h.act->'reroute')::text as reroute
    from runs r join history h on h.run_id = r.id and h.seq = 1
    where h.act->'reroute'->>'fromRun' = ${runId} or r.id = ${runId} order by h.act->'reroute' is not null`;
  return rows.map((row) => ({ ...row, reroute: row.reroute ? JSON.parse(row.reroute) : null }));
}

const leave = (runId: string, outcome = 'other-path', more: object = {}, at = door) =>
  answer(at, runId, 'office', 'look', outcome, { actId: `leave/${outcome}`, ...more });

describe('one statement', () => {
  it('ends the run and begins the next: same person, led by who leads there, each naming the other', async () => {
    const { runId } = await startTestRun(door, firstPath);
    const { state } = accepted(await leave(runId));
    const [old, next] = await runsAfter(runId);
    expect(state.ending).toMatchObject({ id: 'transferred', continues: { run: next!.id } });
    expect(next).toMatchObject({
      protocol: 'second-path',
      person: old!.person,
      startedBy: institutionOf('office'),
      rehearsal: false,
      reroute: { fromRun: runId, fromSeq: 2, fromStep: 'look', decidedBy: institutionOf('office') },
    });
    expect((await rebuild(door, { write: false })).differences).toEqual([]);
  });

  it('writes neither run when the second cannot be written', async () => {
    const { runId } = await startTestRun(door, firstPath);
    await database.db.sql.unsafe(`
      CREATE FUNCTION break_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.act::jsonb ? 'reroute' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER break_second BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION break_second()`);
    const before = await database.countRows();
    await expect(leave(runId)).rejects.toThrow('broken off');
    await database.db.sql.unsafe(
      'DROP TRIGGER break_second ON history; DROP FUNCTION break_second',
    );
    expect(await database.countRows()).toEqual(before);
    expect(accepted(await leave(runId)).replayed).toBe(false);
    expect(await runsAfter(runId)).toHaveLength(2);
  });

  it('twenty repetitions at once, from two processes, begin one run', async () => {
    const other = await openTestDoor(database, []);
    const { runId } = await startTestRun(door, firstPath);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => leave(runId, 'other-path', {}, n % 2 ? door : other)),
    );
    expect(all.filter((one) => !accepted(one).replayed)).toHaveLength(1);
    expect(await runsAfter(runId)).toHaveLength(2);
  });

  it('two ways out at once: one is taken, the other is told that the run ended', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await openTestDoor(database, []);
      const { runId } = await startTestRun(door, firstPath);
      const both = await Promise.all([
        leave(runId),
        leave(runId, 'hidden-path', {}, other),
        commitAct(other, {
          runId,
          actId: 'moved',
          actor: { institution: institutionOf('clinic'), access: 'officer', account: 'a' },
          act: { type: 'event-reported', event: 'moved', role: 'clinic' },
        }),
      ]);
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      expect(await runsAfter(runId)).toHaveLength(2);
    }
  });
});

/** Acts are dated by an estimate of the database's clock; what is due by it is due a moment later by the clock itself. */
const areDue = (runs: readonly string[]) =>
  expect
    .poll(async () => {
      const due = await findDueRuns(database.db.sql, 500);
      return runs.every((run) => due.includes(run));
    })
    .toBe(true);

describe('silence', () => {
  /** Its deadline is reached at once. */
  async function referred(): Promise<string> {
    const { runId } = await startTestRun(door, firstPath);
    accepted(
      await commitAct(door, {
        runId,
        actId: 'referred',
        actor: { institution: institutionOf('office'), access: 'officer', account: 'a' },
        act: { type: 'event-reported', event: 'referred', role: 'office' },
      }),
    );
    return runId;
  }

  it('carries several people on in one sweep, each into a run of their own', async () => {
    const runs = await Promise.all([referred(), referred(), referred()]);
    await areDue(runs);
    const swept = await sweepDue(door, 500);
    expect(swept.errors).toEqual([]);
    for (const runId of runs) {
      const [, next] = await runsAfter(runId);
      expect(next?.reroute).toMatchObject({
        decidedBy: 'system',
        bySilence: true,
        trigger: 'moves',
      });
    }
  });

  it("is taken up by the run's own clock and by the sweep at once, and one run begins", async () => {
    const other = await openTestDoor(database, []);
    const runId = await referred();
    await areDue([runId]);
    await Promise.all([commitDue(door, runId), sweepDue(other, 500), commitDue(other, runId)]);
    expect(await runsAfter(runId)).toHaveLength(2);
  });
});

describe('where no protocol takes the person over', () => {
  it('the run ends in its hand-over state, nobody is in two runs, and the lead is told', async () => {
    const { runId } = await startTestRun(door, firstPath);
    const { state } = accepted(await leave(runId, 'nowhere'));
    expect(state.ending).toMatchObject({
      id: 'transferred',
      continues: { protocol: 'no-such-path' },
    });
    expect(await runsAfter(runId)).toHaveLength(1);
    const told = await database.db
      .sql`select institution_id as institution, level from notices where run_id = ${runId} and kind = 'unclaimed'`;
    expect([...told]).toEqual([{ institution: institutionOf('office'), level: 'lead-technical' }]);
  });
});

describe('roles nobody fills', () => {
  it('leave their steps with the lead, send nobody else the data, and the lead is told', async () => {
    const { runId } = await startTestRun(door, firstPath);
    accepted(await leave(runId));
    const next = (await runsAfter(runId))[1]!.id;
    const { sql } = database.db;
    const [hearing] = await sql`
      select role, institution_id as institution, status from steps where run_id = ${next} and step = 'hearing'`;
    expect(hearing).toEqual({
      role: 'bench',
      institution: institutionOf('office'),
      status: 'open',
    });
    const told =
      await sql`select institution_id as institution from notices where run_id = ${next} and kind = 'vacant'`;
    expect([...told]).toEqual([{ institution: institutionOf('office') }]);
    accepted(
      await commitAct(door, {
        runId: next,
        actId: 'middle',
        actor: { institution: institutionOf('clinic'), access: 'officer', account: 'a' },
        act: {
          type: 'step-completed',
          step: 'middle',
          opening: 1,
          outcome: 'done',
          role: 'doctor',
        },
      }),
    );
    const shares =
      await sql`select share, state from releases where run_id = ${next} order by share`;
    expect([...shares]).toEqual([
      { share: 'middle#1:name', state: 'pending' },
      { share: 'middle#1:to-bench', state: 'suppressed' },
    ]);
  });

  it('are filled later, and their open steps go there', async () => {
    const { runId } = await startTestRun(door, firstPath);
    accepted(await leave(runId));
    const next = (await runsAfter(runId))[1]!.id;
    const binding = {
      institution: 'invented-bench',
      country: 'MX',
      timeZone: 'America/Mexico_City',
    };
    const assigned: Committed = accepted(
      await commitAct(door, {
        runId: next,
        actId: 'assign',
        actor: { institution: institutionOf('office'), access: 'case-lead', account: 'a' },
        act: { type: 'role-reassigned', role: 'bench', binding },
      }),
    );
    expect(assigned.state.bindings.bench).toEqual(binding);
    const [hearing] = await database.db
      .sql`select institution_id as institution from steps where run_id = ${next} and step = 'hearing'`;
    expect(hearing).toEqual({ institution: 'invented-bench' });
    expect((await rebuild(door, { write: false })).differences).toEqual([]);
  });
});

describe('a rehearsal', () => {
  it('is carried on as a rehearsal of whoever rehearses, by its own clock', async () => {
    const at = Date.UTC(2030, 0, 7);
    const { runId } = await startTestRun(door, firstPath, { rehearsalAt: at });
    accepted(await leave(runId, 'other-path', { rehearsalAt: at + 5000 }));
    const [, next] = await runsAfter(runId);
    expect(next).toMatchObject({ rehearsal: true, startedBy: institutionOf('office') });
    const [row] = await database.db
      .sql`select extract(epoch from started_at) * 1000 as at from runs where id = ${next!.id}`;
    expect(Number(row!.at)).toBe(at + 5000);
  });
});

describe('the rebuild', () => {
  let undo: (() => Promise<unknown>) | undefined;
  afterEach(() => undo?.());

  it('finds a re-route whose runs do not name each other', async () => {
    const { runId } = await startTestRun(door, firstPath);
    accepted(await leave(runId));
    const next = (await runsAfter(runId))[1]!.id;
    const { sql } = database.db;
    const unguarded = (text: string) =>
      sql.begin(async (tx) => {
        await tx.unsafe('ALTER TABLE history DISABLE TRIGGER history_append_only');
        await tx.unsafe(text, [next]);
        await tx.unsafe('ALTER TABLE history ENABLE ALWAYS TRIGGER history_append_only');
      });
    const set = (seq: number) =>
      `UPDATE history SET act = jsonb_set(act::jsonb, '{reroute,fromSeq}', '${seq}')::json WHERE run_id = $1 AND seq = 1`;
    await unguarded(set(7));
    undo = () => unguarded(set(2));
    const found = (await rebuild(door, { write: false })).differences;
    expect(found).toContainEqual({ runId, table: 'continuation' });
    expect(found).toContainEqual({ runId: next, table: 'continuation' });
  });
});
