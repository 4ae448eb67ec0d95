import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createCallOffSeats } from '../../activities/call-off-seats.js';
import { readActs } from '../../db/queries/projections.js';
import type { Door } from '../../door/door.js';
import { traveller } from '../fixtures/traveller.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';
import { answer, ask, HOUR, linesOf, operation, plan, report, seat } from './stand.js';

const adult = traveller();

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [operation, adult]);
});
afterAll(() => database.drop());

/** The same door, kept waiting by back-pressure before it calls the first seat off while this happens. */
function heldBack(happens: () => Promise<void>): Door {
  let times = 0;
  const admit = async () => {
    times += 1;
    if (times === 1) await happens();
  };
  return { ...door, pressure: { admit } };
}

it('who was seated anew while the engine was behind keeps the new seat', async () => {
  const planned = await plan(door);
  const elsewhere = await plan(door);
  const [moved, changed, left] = [
    await seat(door, adult, planned),
    await seat(door, adult, planned),
    await seat(door, adult, planned),
  ];
  const departure = planned.departure + 72 * HOUR;
  const dates = { departure, 'latest-departure': departure + HOUR };
  accepted(await report(door, planned.id, 'MIG-S', 'operation-moved', { dates }));

  const callOff = createCallOffSeats({
    door: heldBack(async () => {
      for (const run of [moved, changed]) accepted(await answer(door, run, 'MIG-S', 'again', 'go'));
      const anew = { ...planned, departure };
      accepted((await ask(door, adult, anew, { runId: moved, opening: 2 })).result);
      accepted((await ask(door, adult, elsewhere, { runId: changed, opening: 2 })).result);
    }),
  });
  await new MockActivityEnvironment().run(callOff, { operation: planned.id });

  expect(await linesOf(door, planned.id)).toEqual({
    [moved]: 'proposed',
    [changed]: 'removed',
    [left]: 'removed',
  });
  expect(await linesOf(door, elsewhere.id)).toEqual({ [changed]: 'proposed' });
  for (const [run, times] of [[moved, 0] as const, [changed, 0] as const, [left, 1] as const]) {
    const acts = await readActs(door.db.sql, run);
    const told = acts.filter((act) => act.type === 'event-reported' && act.event === 'called-off');
    expect(told).toHaveLength(times);
  }
});
