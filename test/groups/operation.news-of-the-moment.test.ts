import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTellOperation } from '../../activities/tell-operation.js';
import { readActs } from '../../db/queries/projections.js';
import type { Door } from '../../door/door.js';
import { LruMap } from '../../door/lru-map.js';
import { traveller } from '../fixtures/traveller.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';
import { answer, operation, plan, report, seat } from './stand.js';

const adult = traveller();

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [operation, adult]);
});
afterAll(() => database.drop());

/** An operation whose list went out, and of which every line has its answer. */
async function answeredInFull(): Promise<string> {
  const planned = await plan(door);
  const run = await seat(door, adult, planned);
  accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
  accepted(await answer(door, run, 'MIG-S', 'accepted', 'said'));
  return planned.id;
}

const timesTold = async (id: string, event: string) =>
  (await readActs(door.db.sql, id)).filter(
    (act) => act.type === 'event-reported' && act.event === event,
  ).length;

/** The same door, where something happens each time the lines have just been counted. */
function afterCounting(happens: () => Promise<void>): Door {
  const { sql } = door.db;
  const slow = new Proxy(sql, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== 'unsafe') return value;
      return async (statement: string, ...rest: unknown[]) => {
        const rows = await Reflect.apply(value, target, [statement, ...rest]);
        if (statement.includes('"asSent"')) await happens();
        return rows;
      };
    },
  });
  // As in a process of its own: whoever acts meanwhile does not wait for it.
  return { ...door, db: { ...door.db, sql: slow }, runs: new LruMap(10) };
}

it('what was counted before the new list went out is no news after it', async () => {
  const planned = await plan(door);
  const people = [await seat(door, adult, planned), await seat(door, adult, planned)];
  accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
  for (const run of people) accepted(await answer(door, run, 'MIG-S', 'accepted', 'said'));
  const tell = createTellOperation({ door });
  accepted(await report(door, people[1]!, 'MIG-S', 'appeal'));

  const told = (event: string) => timesTold(planned.id, event);
  let times = 0;
  const overtaken = afterCounting(async () => {
    times += 1;
    if (times > 1) return;
    accepted(await answer(door, planned.id, 'MIG-R', 'receiver-response', 'cannot-answer'));
    await tell({ operation: planned.id });
    expect(await told('list-changed')).toBe(1);
    accepted(await answer(door, planned.id, 'MIG-S', 'manifest-update', 'sent'));
  });
  await createTellOperation({ door: overtaken })({ operation: planned.id });

  expect(await told('list-changed')).toBe(1);
  expect(await told('lines-answered')).toBe(2);
  expect(times).toBeGreaterThan(1);
});

it('news is not lost by a process whose clock is wrong', async () => {
  const id = await answeredInFull();
  let wrongBy = 60_000;
  const clock: Door['clock'] = {
    now: () => door.clock.now() + wrongBy,
    async adjust() {
      wrongBy = 0;
    },
  };
  await createTellOperation({ door: { ...door, clock } })({ operation: id });
  expect(await timesTold(id, 'lines-answered')).toBe(1);
});

it('news is told while a crowd is at the run of the operation', async () => {
  const id = await answeredInFull();
  const crowd = Array.from({ length: 1500 }, () => report(door, id, 'MIG-S', 'list-changed'));
  await Promise.all([createTellOperation({ door })({ operation: id }), ...crowd]);
  expect(await timesTold(id, 'lines-answered')).toBe(1);
});

it('news that the protocol would hear for ever is told once', async () => {
  // As a published definition may have it: nothing says that it is known already.
  const events = operation.events.map(({ while: _, ...event }) => event);
  const forgetful = { ...operation, id: 'forgetful-operation', events } as typeof operation;
  const process = await openTestDoor(database, [forgetful, adult]);
  const planned = await plan(process, {}, forgetful);
  const run = await seat(process, adult, planned);
  accepted(await answer(process, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(process, planned.id, 'MIG-S', 'send-manifest', 'sent'));
  accepted(await report(process, run, 'MIG-S', 'appeal'));
  await createTellOperation({ door: process })({ operation: planned.id });
  expect(await timesTold(planned.id, 'list-changed')).toBe(1);
});
