import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BINDINGS, INSTITUTIONS, r10 } from '../../bench/r10.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { readClock } from '../../db/queries/read-clock.js';
import { commitAct } from '../../door/commit-act.js';
import { commitDue, sweepDue } from '../../door/commit-due.js';
import type { Door } from '../../door/door.js';
import { startRun } from '../../door/start-run.js';
import { KeyDestroyedError } from '../../platform/vault/vault.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';

const HOUR = 3600_000;
let database: TestDatabase;
let door: Door;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  await saveInstitutions(database.db, INSTITUTIONS);
  door = await openTestDoor(database, [r10]);
});
afterAll(() => database.drop());

const officer = (role: string) => ({
  institution: `bench-${role}`,
  access: 'officer',
  account: 'a',
});
const dueIn = (ms: number) => ({ 'intake-due': Date.now() + ms });
let starts = 0;

function start(more: { actId?: string; dates?: Record<string, number> } = {}, at = door) {
  starts += 1;
  return startRun(at, {
    actId: `start-${starts}`,
    actor: officer('reception'),
    protocol: 'bench-r10',
    bindings: BINDINGS,
    dates: dueIn(72 * HOUR),
    ...more,
  });
}

function intake(runId: string, actId: string, more: object = {}, at = door) {
  return commitAct(at, {
    runId,
    actId,
    actor: officer('reception'),
    act: { type: 'step-completed', step: 'intake', opening: 1, outcome: 'done', role: 'reception' },
    ...more,
  });
}

describe('one act is entered once', () => {
  it('twenty at once with the same id: one entry, the same answer for all', async () => {
    const { runId } = accepted(await start());
    const all = await Promise.all(Array.from({ length: 20 }, () => intake(runId, 'same')));
    expect(all.map((one) => accepted(one).seq)).toEqual(Array(20).fill(2));
    expect(all.filter((one) => !accepted(one).replayed)).toHaveLength(1);
    const [row] = await database.db
      .sql`select count(*)::int as n from history where run_id = ${runId}`;
    expect(row!.n).toBe(2);
  });

  it('a start repeated gives the same run; other content under its id is refused', async () => {
    const dates = dueIn(72 * HOUR);
    const first = accepted(await start({ actId: 'start-same', dates }));
    const again = await Promise.all(
      Array.from({ length: 10 }, () => start({ actId: 'start-same', dates })),
    );
    expect(new Set(again.map((one) => accepted(one).runId))).toEqual(new Set([first.runId]));
    const other = await start({ actId: 'start-same', dates: dueIn(HOUR) });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'act-conflict' } });
  });

  it('another answer under a used id is refused', async () => {
    const { runId } = accepted(await start());
    accepted(
      await intake(runId, 'once', { answers: { form: 'intake', values: { officer: 'A' } } }),
    );
    const other = await intake(runId, 'once', {
      answers: { form: 'intake', values: { officer: 'B' } },
    });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'act-conflict' } });
    const same = await intake(runId, 'once', {
      answers: { form: 'intake', values: { officer: 'A' } },
    });
    expect(accepted(same).replayed).toBe(true);
  });

  it('two officers answering at once: one wins, the other is told', async () => {
    const { runId } = accepted(await start());
    const both = await Promise.all([intake(runId, 'one'), intake(runId, 'two')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'step-not-open' } });
  });
});

describe('two processes', () => {
  it('see each other: what one remembers never overrules what the other wrote', async () => {
    const other = await openTestDoor(database, [r10]);
    const { runId } = accepted(await start());
    accepted(await intake(runId, 'there', {}, other));
    const screening = await commitAct(door, {
      runId,
      actId: 'here',
      actor: officer('police'),
      act: {
        type: 'step-completed',
        step: 'risk-screening',
        opening: 1,
        outcome: 'done',
        role: 'police',
      },
    });
    expect(accepted(screening).seq).toBe(3);
    expect(await intake(runId, 'late')).toMatchObject({ refusal: { code: 'step-not-open' } });
  });
});

describe('answers', () => {
  it('are not entered once the keys are gone under which they are sealed, whoever remembers them', async () => {
    const { runId } = accepted(await start());
    const answers = { form: 'intake', values: { officer: 'Persona Inventada' } };
    await database.db.sql`update person_keys set identity = ''
      where person_id = (select person_id from runs where id = ${runId})`;
    const before = await database.countRows();
    await expect(intake(runId, 'sealed', { answers })).rejects.toThrow(KeyDestroyedError);
    await database.db.sql`delete from person_keys
      where person_id = (select person_id from runs where id = ${runId})`;
    await expect(intake(runId, 'sealed', { answers })).rejects.toThrow(KeyDestroyedError);
    const after = await database.countRows();
    expect({ ...after, person_keys: 0 }).toEqual({ ...before, person_keys: 0 });
    // What needs no key goes on.
    expect(accepted(await intake(runId, 'bare')).seq).toBe(2);
  });
});

describe('refusal', () => {
  it('writes nothing', async () => {
    const { runId } = accepted(await start());
    const before = await database.countRows();
    const refused = [
      await intake(runId, 'a', { actor: officer('police') }),
      await intake('no-such-run', 'b'),
      await commitAct(door, {
        runId,
        actId: 'c',
        actor: officer('police'),
        act: {
          type: 'step-completed',
          step: 'departure',
          opening: 1,
          outcome: 'done',
          role: 'police',
        },
      }),
      await start({ dates: { nonsense: 1 } }),
      await startRun(door, {
        actId: 'd',
        actor: officer('reception'),
        protocol: 'bench-r10',
        bindings: {},
      }),
      await startRun(door, {
        actId: 'e',
        actor: officer('reception'),
        protocol: 'bench-r10',
        bindings: { ...BINDINGS, police: 'bench-health' },
      }),
    ];
    expect(refused.map((one) => (one.ok ? 'accepted' : one.refusal.code))).toEqual([
      'not-responsible',
      'run-unknown',
      'step-not-open',
      'date-unknown',
      'role-unbound',
      'role-mismatch',
    ]);
    expect(await database.countRows()).toEqual(before);
  });
});

describe('the database has the second clock', () => {
  const wrongBy = (hours: number): Door => {
    let wrong = hours * HOUR;
    return {
      ...door,
      clock: {
        now: () => door.clock.now() + wrong,
        async adjust(sql) {
          wrong = 0;
          await door.clock.adjust(sql);
        },
      },
    };
  };

  it('an act is dated right although the process clock is six hours off', async () => {
    for (const hours of [6, -6]) {
      const { runId, state } = accepted(await start({}, wrongBy(hours)));
      expect(Math.abs(state.startedAt - (await readClock(database.db.sql)))).toBeLessThan(2000);
      const done = accepted(await intake(runId, 'x', {}, wrongBy(hours)));
      expect(Math.abs(done.state.lastAt - (await readClock(database.db.sql)))).toBeLessThan(2000);
    }
  });

  it('no lapse is entered early by a clock that never corrects itself', async () => {
    const { runId } = accepted(await start({ dates: dueIn(5 * HOUR) }));
    const stubborn: Door = {
      ...door,
      clock: { now: () => door.clock.now() + 6 * HOUR, adjust: async () => {} },
    };
    await expect(commitDue(stubborn, runId)).rejects.toThrow(/races/);
    expect(await sweepDue(stubborn, 100)).toMatchObject({ entered: 0, looked: 0 });
    const [row] = await database.db
      .sql`select count(*)::int as n from history where run_id = ${runId}`;
    expect(row!.n).toBe(1);
  });
});

describe('what is due at one instant', () => {
  it('lapses once each, however many sweepers and timers race for it', async () => {
    const due = { 'intake-due': Date.now() + 1500 };
    const ids = await Promise.all(
      Array.from({ length: 300 }, async () => accepted(await start({ dates: due })).runId),
    );
    const other = await openTestDoor(database, [r10]);
    const until = Date.now() + 10_000;
    let lapsed = 0;
    while (lapsed < 300 && Date.now() < until) {
      await Promise.all([
        sweepDue(door, 200),
        sweepDue(other, 200),
        ...ids.slice(0, 10).map((id) => commitDue(other, id)),
      ]);
      const [row] = await database.db
        .sql`select count(*)::int as n from steps where lapsed_at is not null`;
      lapsed = row!.n;
    }
    const rows = await database.db.sql<{ n: number; early: number }[]>`
      select count(*)::int as n, count(*) filter (where at < to_timestamp(${due['intake-due'] / 1000}::float8))::int as early
      from history where act->'clock'->>'mark' = 'due' group by run_id`;
    expect(rows).toHaveLength(300);
    expect(rows.every((row) => row.n === 1 && row.early === 0)).toBe(true);
    const [told] = await database.db
      .sql`select count(*)::int as n from notices where kind = 'overdue' and level = 'supervisor'`;
    expect(told!.n).toBe(300);
  });
});
