import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readActs } from '../../db/queries/projections.js';
import { commitDue } from '../../door/commit-due.js';
import type { Door } from '../../door/door.js';
import { joinFamily } from '../../door/join-family.js';
import { rebuild } from '../../door/rebuild.js';
import { pause } from '../../platform/pause.js';
import { desk } from '../fixtures/desk.js';
import { tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, officerOf, openTestDoor, startTestRun } from '../support/door.js';

/** An office that writes notes without end, and silence that decides at once. */
const steps = [
  { id: 'note', outcomes: [{ id: 'noted', keepsOpen: true as const }, 'done'] },
  { id: 'silent', deadline: { length: 0, silence: 'L3' as const, lapse: 'done' } },
];
const { roles, family, events } = desk;
const busy = tiny(steps, { id: 'busy', roles });
const related = tiny([steps[0]!], { id: 'related', roles, ...(family ? { family } : {}), events });

const CROWD = 150;

let database: TestDatabase;
let door: Door;
/** Another process at the same database. */
let other: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [busy, related]);
  other = await openTestDoor(database, []);
});
afterAll(() => database.drop());

/** So many notes at once, from both processes. */
function crowdAt(runId: string) {
  return Array.from({ length: CROWD }, (_, n) =>
    answer(n % 2 === 0 ? door : other, runId, 'office', 'note', 'noted', { actId: `note-${n}` }),
  );
}

const countOf = async (runId: string, type: string) =>
  (await readActs(database.db.sql, runId)).filter((act) => act.type === type).length;

/** The same process, where every statement of somebody takes its time: whoever else is at the run is quicker. */
function slow(at: Door): Door {
  const { sql } = at.db;
  const late = new Proxy(sql, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== 'unsafe') return value;
      return async (...statement: unknown[]) => {
        await pause(20);
        return Reflect.apply(value, target, statement);
      };
    },
  });
  return { ...at, db: { ...at.db, sql: late } };
}

it('what is due is entered while others never leave the run alone', async () => {
  const { runId } = await startTestRun(door, busy);
  let isOver = false;
  let notes = 0;
  const writer = async () => {
    while (!isOver) {
      notes += 1;
      const actId = `note-${notes}`;
      accepted(await answer(door, runId, 'office', 'note', 'noted', { actId }));
    }
  };
  const crowd = [writer(), writer(), writer(), writer()];
  const looked = await commitDue(slow(door), runId).finally(() => {
    isOver = true;
  });
  await Promise.all(crowd);
  expect(looked.entered).toBeGreaterThan(0);
  expect(await countOf(runId, 'step-completed')).toBe(notes);
});

it('what is due is entered while a crowd is at the run, by one of two processes that look', async () => {
  const { runId } = await startTestRun(door, busy);
  const crowd = crowdAt(runId);
  const looked = await Promise.all([commitDue(door, runId), commitDue(other, runId)]);
  expect(looked.map(({ entered }) => entered > 0).sort()).toEqual([false, true]);
  for (const result of await Promise.all(crowd)) accepted(result);
  expect(await countOf(runId, 'step-completed')).toBe(CROWD);
  expect((await rebuild(door, { write: false })).differences).toEqual([]);
});

it('two runs are linked, and a third begins beside them, while a crowd is at both', async () => {
  const [one, two] = [await startTestRun(door, related), await startTestRun(door, related)];
  const crowds = [...crowdAt(one.runId), ...crowdAt(two.runId)];
  const actor = officerOf('office');
  const join = (at: Door, [runId, relativeOf]: readonly [string, string]) =>
    joinFamily(at, { runId, relativeOf, actor, actId: `join-${runId}` });
  const [there, back, begun] = await Promise.all([
    join(door, [one.runId, two.runId]),
    // The other way round at the same moment: one of them finds that they are linked.
    join(door, [two.runId, one.runId]),
    startTestRun(other, related, { relativeOf: two.runId }),
  ]);
  expect([there.ok, back.ok].filter(Boolean)).toHaveLength(1);
  for (const result of await Promise.all(crowds)) accepted(result);
  expect(Object.keys(begun.state.family!.others)).not.toHaveLength(0);
  for (const { runId } of [one, two]) expect(await countOf(runId, 'step-completed')).toBe(CROWD);
  expect((await rebuild(door, { write: false })).differences).toEqual([]);
});
