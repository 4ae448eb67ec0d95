import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTellOperation } from '../../activities/tell-operation.js';
import { readActs } from '../../db/queries/projections.js';
import type { Door } from '../../door/door.js';
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
  return { ...door, db: { ...door.db, sql: slow } };
}

it('what was counted before the new list went out is no news after it', async () => {
  const planned = await plan(door);
  const people = [await seat(door, adult, planned), await seat(door, adult, planned)];
  accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
  for (const run of people) accepted(await answer(door, run, 'MIG-S', 'accepted', 'said'));
  const tell = createTellOperation({ door });
  accepted(await report(door, people[1]!, 'MIG-S', 'appeal'));

  const told = async (event: string) =>
    (await readActs(door.db.sql, planned.id)).filter(
      (act) => act.type === 'event-reported' && act.event === event,
    ).length;
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
