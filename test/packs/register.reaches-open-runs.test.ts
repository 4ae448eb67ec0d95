import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { addRegisterEntry } from '../../db/queries/register.js';
import { SYSTEM } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { createRegisterSpreader, spreadRegister } from '../../door/spread-register.js';
import { startRun } from '../../door/start-run.js';
import type { RunState } from '../../protocols/core/state.js';
import type { RegisterChange } from '../../protocols/language/register.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { getCalendar } from '../../protocols/rules/calendars/index.js';
import { addDays } from '../../protocols/rules/dates.js';
import { isWorkingDay } from '../../protocols/rules/working-days.js';
import { localDate } from '../../protocols/rules/zone.js';
import { bindingsOf, institutionsOf } from '../protocols/two-states.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';
import { adult, MEXICO } from './corridor.js';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [adult]);
  await door.packs.publishShipped(SHIPPED_PACKS);
  await saveInstitutions(database.db, institutionsOf(adult));
  await door.directory.reload();
});
afterAll(() => database.drop());

const bindings = Object.fromEntries(
  Object.entries(bindingsOf(adult)).map(([role, { institution }]) => [role, institution]),
);

async function start(more: { rehearsalAt?: number } = {}): Promise<string> {
  const started = await startRun(door, {
    actId: randomUUID(),
    actor: { institution: 'inventada-rector', access: 'case-lead', account: 'invented' },
    protocol: adult.id,
    bindings,
    pack: 'mexico',
    ...more,
  });
  return accepted(started).runId;
}

const answer = async (runId: string, step: string, outcome: string) =>
  accepted(
    await commitAct(door, {
      runId,
      actId: randomUUID(),
      actor: { institution: 'inventada-mig-s', access: 'officer', account: 'invented' },
      act: { type: 'step-completed', step, opening: 1, outcome, role: 'MIG-S' },
    }),
  );

const enter = (change: RegisterChange) =>
  addRegisterEntry(database.db, {
    change,
    source: { mark: 'proposal', ref: 'Invented decree' },
    actor: { institution: 'inventada-rector', access: 'admin', account: 'invented' },
  });

async function stateOf(runId: string): Promise<RunState> {
  const [row] = await database.db.sql<{ state: RunState }[]>`
    SELECT state FROM runs WHERE id = ${runId}`;
  return row!.state;
}

const dueOf = async (runId: string, step: string) =>
  (await stateOf(runId)).steps[step]?.open?.clock?.dueAt ?? 0;

/** The n-th day from today on which people work in Mexico. */
function workingDay(n: number): string {
  const calendar = getCalendar('MX');
  let day = localDate(door.clock.now(), MEXICO.timeZone);
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

describe('an entry of the register', () => {
  it('moves the deadlines of open runs by the days it takes, in their own history', async () => {
    const runId = await start();
    await answer(runId, 'apprehension-record', 'ordered');
    const before = await dueOf(runId, 'stay-limit');
    const on = workingDay(10);
    await enter({ kind: 'day', country: 'MX', on, works: false });
    expect((await spreadRegister(door, 500)).told).toBe(1);
    const after = await dueOf(runId, 'stay-limit');
    expect(localDate(after, MEXICO.timeZone)).toBe(workingDay(61));
    expect(after).toBeGreaterThan(before);
    const [step] = await database.db.sql<{ due: number }[]>`
      SELECT (extract(epoch FROM due_at) * 1000)::float8 AS due FROM steps
      WHERE run_id = ${runId} AND step = 'stay-limit'`;
    expect(Math.round(step!.due)).toBe(after);
    const acts = await database.db.sql<{ act: { type: string; upTo: number } }[]>`
      SELECT act FROM history WHERE run_id = ${runId} ORDER BY seq DESC LIMIT 1`;
    expect(acts[0]?.act).toMatchObject({ type: 'register-changed', upTo: 1 });
  });

  it('is told once, however often and by however many it is spread', async () => {
    const spread = await Promise.all([1, 2, 3].map(() => spreadRegister(door, 500)));
    expect(spread.map(({ told }) => told)).toEqual([0, 0, 0]);
    await enter({
      kind: 'relations',
      sending: 'MX',
      receiving: 'HN',
      channel: 'iom',
      from: '2026-01-01',
    });
    const runs = (await database.db.sql`SELECT id FROM runs WHERE ended_at IS NULL`).length;
    const again = await Promise.all([1, 2, 3].map(() => spreadRegister(door, 500)));
    expect(again.reduce((sum, { told }) => sum + told, 0)).toBe(runs);
    const twice = await database.db.sql`
      SELECT run_id FROM history WHERE act->>'type' = 'register-changed'
      GROUP BY run_id, act->>'upTo' HAVING count(*) > 1`;
    expect(twice).toHaveLength(0);
  });

  it('is known to a run that begins after it, which is not told again', async () => {
    await door.register.reload();
    const runId = await start();
    expect((await stateOf(runId)).register?.upTo).toBe(2);
    expect((await spreadRegister(door, 500)).told).toBe(0);
    expect((await stateOf(runId)).seq).toBe(1);
  });

  it('does not reach a rehearsal, which keeps the world it began in', async () => {
    const runId = await start({ rehearsalAt: Date.now() });
    const { seq } = await stateOf(runId);
    await enter({ kind: 'day', country: 'MX', on: workingDay(5), works: false });
    await spreadRegister(door, 500);
    expect((await stateOf(runId)).seq).toBe(seq);
  });

  it('reaches everybody in portions', async () => {
    for (let n = 0; n < 5; n += 1) await start();
    await enter({ kind: 'day', country: 'MX', on: workingDay(6), works: false });
    const open = (
      await database.db.sql`SELECT id FROM runs WHERE NOT rehearsal AND ended_at IS NULL`
    ).length;
    let told = 0;
    for (let more = true; more; ) {
      const spread = await spreadRegister(door, 2);
      told += spread.told;
      more = spread.more;
    }
    expect(told).toBe(open);
  });

  it('leaves histories that make the same projections again', async () => {
    const report = await rebuild(door, { write: false });
    expect(report.differences).toEqual([]);
  });

  it('may be entered by many at once and is numbered in the order it can be seen', async () => {
    const days = Array.from({ length: 12 }, (_, n) => workingDay(20 + n));
    const entries = await Promise.all(
      days.map((on) => enter({ kind: 'day', country: 'MX', on, works: false })),
    );
    const ids = entries.map(({ id }) => id).sort((a, b) => a - b);
    expect(new Set(ids).size).toBe(12);
    expect((await door.register.reload()).upTo).toBe(ids.at(-1));
  });

  it('cannot be changed or removed', async () => {
    for (const statement of [`UPDATE register SET note = 'x'`, 'DELETE FROM register']) {
      await expect(database.db.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('whoever spreads the register', () => {
  it('looks again while others may still start runs without the news, and then rests', async () => {
    let now = 0;
    const spread = createRegisterSpreader(door, () => now);
    await spread(500);
    expect((await spread(500)).told).toBe(0);
    // A process that had read the register before the news started a run meanwhile.
    const runId = await start();
    await database.db
      .sql`UPDATE runs SET state = (state::jsonb - 'register')::json WHERE id = ${runId}`;
    door.runs.delete(runId);
    now += 6000;
    expect((await spread(500)).told).toBe(1);
    now += 6000;
    expect((await spread(500)).told).toBe(0);
    now += 60_000;
    expect(await spread(500)).toEqual({ told: 0, more: false, errors: [] });
  });

  it('acts as the system', async () => {
    const [entry] = await database.db.sql<{ actor: unknown }[]>`
      SELECT actor FROM history WHERE act->>'type' = 'register-changed' LIMIT 1`;
    expect(entry?.actor).toEqual(SYSTEM);
  });
});
