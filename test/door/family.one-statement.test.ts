import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { findFamily } from '../../db/queries/family.js';
import type { Committed, Refused } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import { sweepDue } from '../../door/commit-due.js';
import type { Door } from '../../door/door.js';
import { joinFamily } from '../../door/join-family.js';
import { rebuild } from '../../door/rebuild.js';
import { standingOf } from '../../protocols/core/family.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import { adultJourney, childJourney } from '../fixtures/families.js';
import { hiddenPath } from '../fixtures/two-protocols.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, officerOf, openTestDoor, startTestRun } from '../support/door.js';

let database: TestDatabase;
let door: Door;
let other: Door;

/** An adult whose stop comes of silence, so that many fall due at once. */
const hurried: Definition = {
  ...adultJourney,
  id: 'hurried-journey',
  steps: adultJourney.steps.map((step) =>
    step.id === 'decide'
      ? {
          ...step,
          deadline: {
            length: 0,
            unit: 'minutes',
            silence: 'L3',
            lapse: 'go',
            source: { mark: 'proposal', ref: 'invented' },
          },
        }
      : step,
  ),
};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [adultJourney, childJourney, hiddenPath, hurried]);
  other = await openTestDoor(database, []);
});
// Nobody relays here, and starts wait for a relay that is far behind.
beforeEach(() => database.db.sql`delete from outbox`);
afterAll(() => database.drop());

let acts = 0;

function answer(
  run: string,
  step: string,
  outcome: string,
  more: { at?: Door; role?: string } = {},
) {
  acts += 1;
  const { at = door, role = 'office' } = more;
  const actId = `act-${acts}`;
  return stateOf(run).then((state) =>
    commitAct(at, {
      runId: run,
      actId,
      actor: officerOf(role),
      act: {
        type: 'step-completed',
        step,
        opening: state.steps[step]?.open?.opening ?? 0,
        outcome,
        role,
      },
    }),
  );
}

function report(run: string, event: string, at = door): Promise<Committed | Refused> {
  acts += 1;
  return commitAct(at, {
    runId: run,
    actId: `act-${acts}`,
    actor: officerOf('office'),
    act: { type: 'event-reported', event, role: 'office' },
  });
}

async function stateOf(run: string): Promise<RunState> {
  const [row] = await database.db.sql<{ state: string }[]>`
    select state::text as state from runs where id = ${run}`;
  return JSON.parse(row!.state) as RunState;
}

const open = async (run: string) =>
  Object.entries((await stateOf(run)).steps)
    .filter(([, step]) => step.open)
    .map(([id]) => id);

/** Four people, one request each. */
async function family(definition = adultJourney): Promise<string[]> {
  const { runId: first } = await startTestRun(door, definition);
  const runs = [first];
  for (const one of [definition, childJourney, childJourney]) {
    runs.push((await startTestRun(door, one, { relativeOf: first })).runId);
  }
  return runs;
}

async function united(): Promise<string[]> {
  const runs = await family();
  for (const run of runs) accepted(await answer(run, 'decide', 'go'));
  for (const run of runs) accepted(await answer(run, 'unity', 'together'));
  return runs;
}

async function expectClean(): Promise<void> {
  expect((await rebuild(door, { write: false })).differences).toEqual([]);
}

describe('intake', () => {
  it('gives each person a run, a key and a place of their own, linked by one unit', async () => {
    const runs = await family();
    const places = await database.db.sql<{ unit: string; member: string; person: string }[]>`
      select f.unit_id as unit, f.member, r.person_id as person from family_members f join runs r on r.id = f.run_id
      where f.run_id = any(${runs})`;
    expect(places).toHaveLength(4);
    expect(new Set(places.map(({ unit }) => unit)).size).toBe(1);
    expect(new Set(places.map(({ member }) => member)).size).toBe(4);
    expect(new Set(places.map(({ person }) => person)).size).toBe(4);
    await expectClean();
  });

  it('of three relatives at once gives three places, none lost or doubled', async () => {
    const { runId: first } = await startTestRun(door, adultJourney);
    const doors = [door, other, door];
    const started = await Promise.all(
      doors.map((at) => startTestRun(at, childJourney, { relativeOf: first })),
    );
    const { unit } = (await stateOf(first)).family!;
    const members = await findFamily(database.db.sql, unit);
    expect(new Set(members.map(({ id }) => id))).toEqual(
      new Set([first, ...started.map(({ runId }) => runId)]),
    );
    for (const { state } of members) {
      expect(Object.keys(state.family!.others)).toHaveLength(3);
    }
  });

  it('repeated under the same id begins one run; a plain start under it is another wish', async () => {
    const { runId: first } = await startTestRun(door, adultJourney);
    const wish = { actId: 'the-child', relativeOf: first };
    const again = await Promise.all(
      Array.from({ length: 5 }, () => startTestRun(door, childJourney, wish)),
    );
    expect(new Set(again.map(({ runId }) => runId)).size).toBe(1);
    await expect(startTestRun(door, childJourney, { actId: 'the-child' })).rejects.toThrow(
      'act-conflict',
    );
  });

  it('links a run that had begun, and refuses a rehearsal, a second family and a protocol without families', async () => {
    const [one, two, hidden] = [
      await startTestRun(door, adultJourney),
      await startTestRun(door, childJourney),
      await startTestRun(door, hiddenPath),
    ];
    const rehearsal = await startTestRun(door, childJourney, { rehearsalAt: Date.now() });
    const join = (runId: string, relativeOf: string, actId = `join-${runId}`) =>
      joinFamily(door, { runId, relativeOf, actId, actor: officerOf('office') });
    const all = await Promise.all([join(two.runId, one.runId), join(two.runId, one.runId)]);
    expect(all.map((result) => accepted(result).replayed).sort()).toEqual([false, true]);
    expect((await stateOf(one.runId)).family!.unit).toBe((await stateOf(two.runId)).family!.unit);
    const refused = await Promise.all([
      join(rehearsal.runId, one.runId),
      join(two.runId, one.runId, 'again'),
      join(hidden.runId, one.runId),
      join(one.runId, hidden.runId, 'other-way'),
    ]);
    expect(refused.map((result) => (result.ok ? 'ok' : result.refusal.code))).toEqual([
      'relative-unknown',
      'family-known',
      'family-unknown',
      'family-unknown',
    ]);
    await expectClean();
  });
});

describe('a divergence', () => {
  it('stops the departure of all others in the same statement and asks a person again', async () => {
    const [mother, father, girl, boy] = (await united()) as [string, string, string, string];
    const before = await database.db.sql`select txid_current()::text as at`;
    accepted(await report(girl, 'stop'));
    for (const run of [mother, father, boy]) expect(await open(run)).toEqual(['unity']);
    const told = await database.db.sql<{ at: string }[]>`
      select distinct xmin::text as at from history where run_id = any(${[mother, father, girl, boy]})
        and xmin::text::bigint > ${before[0]!.at}::bigint`;
    expect(told).toHaveLength(1);
    const inboxes = await database.db.sql`
      select step from steps where run_id = ${mother} and status = 'open'`;
    expect([...inboxes]).toEqual([{ step: 'unity' }]);
    const waiting = await database.db.sql<{ run: string }[]>`
      select distinct run_id as run from outbox where run_id = any(${[mother, father, boy]})`;
    expect(waiting).toHaveLength(3);
    await expectClean();
  });

  it('that cannot be told to one member is not entered for any', async () => {
    const [mother, , girl] = (await united()) as [string, string, string];
    await database.db.sql.unsafe(`
      CREATE FUNCTION break_news() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.run_id = '${mother}' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER break_news BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION break_news()`);
    const counts = await database.countRows();
    await expect(report(girl, 'stop')).rejects.toThrow('broken off');
    await database.db.sql.unsafe('DROP TRIGGER break_news ON history; DROP FUNCTION break_news');
    expect(await database.countRows()).toEqual(counts);
    accepted(await report(girl, 'stop'));
    expect(await open(mother)).toEqual(['unity']);
  });

  it('and a departure at the same moment: who left was not stopped yet, or nobody leaves', async () => {
    let left = 0;
    for (let round = 0; round < 8; round += 1) {
      const [mother, father, girl] = (await united()) as [string, string, string];
      const [stop, one, two] = await Promise.all([
        report(girl, 'stop', round % 2 ? door : other),
        answer(mother, 'depart', 'left', { at: other }),
        answer(father, 'depart', 'left'),
      ]);
      accepted(stop);
      for (const [run, result] of [
        [mother, one],
        [father, two],
      ] as const) {
        const history = await database.db.sql<{ event: string | null; step: string | null }[]>`
          select act->>'event' as event, act->>'step' as step from history where run_id = ${run} order by seq`;
        const told = history.findIndex(({ event }) => event === 'diverged');
        const gone = history.findIndex(({ step }) => step === 'depart');
        if (result.ok) {
          left += 1;
          expect(told === -1 || gone < told).toBe(true);
        } else {
          expect(told).toBeGreaterThan(0);
          expect(gone).toBe(-1);
        }
      }
    }
    process.stdout.write(`stop and departure at once: ${left} of 16 had left before\n`);
    await expectClean();
  });

  it('of a person who goes on under a protocol without families leaves no trace of it with the others', async () => {
    const runs = await family();
    const [mother, , girl] = runs as [string, string, string];
    const { state } = accepted(await answer(girl, 'decide', 'shelter'));
    const hidden = state.ending!.continues!.run!;
    expect((await stateOf(hidden)).family).toBeUndefined();
    const [linked] = await database.db.sql`select 1 from family_members where run_id = ${hidden}`;
    expect(linked).toBeUndefined();
    const text = JSON.stringify(
      await database.db.sql`
        select act::text, (select message::text from outbox o where o.run_id = h.run_id and o.seq = h.seq) as message
        from history h where run_id = ${mother}`,
    );
    expect(text).toContain('apart');
    expect(text).not.toMatch(new RegExp(`hidden|shelter|${hidden}|${girl}`));
  });

  it('of an adult who is a child: one place, the second run carries on in it', async () => {
    const [mother, father] = (await family()) as [string, string];
    const member = (await stateOf(father)).family!.member;
    const { state } = accepted(await answer(father, 'decide', 'as-child'));
    const { unit } = (await stateOf(mother)).family!;
    const now = await findFamily(database.db.sql, unit);
    expect(now.find((run) => run.member === member)).toMatchObject({
      id: state.ending!.continues!.run,
      protocol: 'child-journey',
    });
    expect(now).toHaveLength(4);
    await expectClean();
  });
});

describe('joins', () => {
  it('are seen by all although the last two come at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const runs = await family();
      const [mother, father, ...children] = runs as [string, string, string, string];
      for (const child of children) accepted(await answer(child, 'decide', 'go'));
      const both = await Promise.all([
        answer(mother, 'decide', 'go'),
        answer(father, 'decide', 'go', { at: other }),
      ]);
      for (const one of both) accepted(one);
      for (const run of runs) expect(await open(run)).toEqual(['unity']);
    }
  });

  it('come of a sweep that moves several of the family', async () => {
    const runs = await family(hurried);
    const [, , ...children] = runs;
    for (const child of children) accepted(await answer(child, 'decide', 'go'));
    for (let n = 0; n < 5; n += 1) {
      const swept = await Promise.all([sweepDue(door, 500), sweepDue(other, 500)]);
      expect(swept.flatMap(({ errors }) => errors)).toEqual([]);
    }
    for (const run of runs) expect(await open(run)).toEqual(['unity']);
    await expectClean();
  });
});

describe('many at once', () => {
  it('lose nothing and end with every run knowing how the others stand', async () => {
    const families = await Promise.all(Array.from({ length: 5 }, () => family()));
    await Promise.all(
      families.flatMap((runs, f) =>
        runs.map(async (run, n) => {
          const at = (f + n) % 2 ? door : other;
          accepted(await answer(run, 'decide', 'go', { at }));
          if (n === 2) accepted(await report(run, 'stop', at));
        }),
      ),
    );
    for (const runs of families) {
      const { unit } = (await stateOf(runs[0]!)).family!;
      const members = await findFamily(database.db.sql, unit);
      const stands = new Map(
        members.map(({ member, protocol, state }) => [
          member,
          standingOf(protocol === 'child-journey' ? childJourney : adultJourney, state),
        ]),
      );
      for (const { member, state } of members) {
        for (const [id, standing] of stands) {
          if (id !== member) expect(state.family!.others[id]).toBe(standing);
        }
      }
    }
    await expectClean();
  });
});

it('a deadlock between groups and sweeps is not possible: runs are locked in the order of their ids', async () => {
  const runs = await united();
  const turns = Array.from({ length: 12 }, (_, n) =>
    report(runs[n % 4]!, 'stop', n % 2 ? door : other),
  );
  const results = await Promise.all(turns);
  expect(results.every((result) => result.ok)).toBe(true);
});
