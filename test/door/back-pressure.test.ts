import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createBackPressure } from '../../door/back-pressure.js';
import type { Door } from '../../door/door.js';
import { desk } from '../fixtures/desk.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, openTestDoor, startTestRun } from '../support/door.js';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  const quick = await openTestDoor(database, [desk]);
  door = { ...quick, pressure: createBackPressure(database.db.sql) };
});
afterAll(() => database.drop());

/** Acts of so many runs that the relay has not handed over for so many seconds. */
async function behindBy(seconds: number, runs = 100): Promise<void> {
  for (let n = 0; n < runs; n += 1) {
    await database.db.sql`
      insert into outbox (run_id, seq, message, created_at)
      values (${randomUUID()}, 1, '{}', clock_timestamp() - ${seconds} * interval '1 second')`;
  }
}

/** A run whose acts the engine never takes, however often they are handed over. */
async function stuckFor(seconds: number): Promise<void> {
  const run = randomUUID();
  for (let seq = 1; seq <= 50; seq += 1) {
    await database.db.sql`
      insert into outbox (run_id, seq, message, created_at)
      values (${run}, ${seq}, '{}', clock_timestamp() - ${seconds} * interval '1 second')`;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** A door whose knowledge of the relay is of now. */
const fresh = (): Door => ({ ...door, pressure: createBackPressure(database.db.sql) });

describe('a run that is started while the relay', () => {
  beforeEach(() => database.db.sql`delete from outbox`);

  it.each([
    ['has nothing to hand over', undefined],
    ['is a little behind', 1],
    ['is so far behind that it is down, and people must be taken in all the same', 600],
  ])('%s does not wait', async (_, seconds) => {
    if (seconds) await behindBy(seconds);
    expect(await timed(() => startTestRun(fresh(), desk))).toBeLessThan(1500);
  });

  it('is far behind waits two seconds and is started all the same', async () => {
    await behindBy(10);
    const took = await timed(() => startTestRun(fresh(), desk));
    expect(took).toBeGreaterThan(1900);
    expect(took).toBeLessThan(6000);
  });

  it.each([10, 40])(
    'hands everything over but one run, stuck for %i s, does not wait',
    async (seconds) => {
      await stuckFor(seconds);
      await behindBy(1);
      expect(await timed(() => startTestRun(fresh(), desk))).toBeLessThan(1500);
    },
  );

  it.each([61, 3600])('is far behind waits, though one run is stuck for %i s', async (seconds) => {
    await stuckFor(seconds);
    await behindBy(10);
    expect(await timed(() => startTestRun(fresh(), desk))).toBeGreaterThan(1900);
  });

  it('catches up goes on as soon as it has', async () => {
    await behindBy(10);
    const { pressure } = fresh();
    let isIn = false;
    const waiting = pressure.admit().then(() => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(isIn).toBe(false);
    await database.db.sql`delete from outbox`;
    expect(await timed(() => waiting)).toBeLessThan(1000);
  });

  it('is far behind asks the database ten times a second, however many wait', async () => {
    await behindBy(10);
    let asked = 0;
    const counting = new Proxy(database.db.sql, {
      get(sql, name) {
        if (name === 'unsafe') asked += 1;
        const value = Reflect.get(sql, name);
        return typeof value === 'function' ? value.bind(sql) : value;
      },
    });
    const { admit } = createBackPressure(counting);
    await Promise.all(Array.from({ length: 500 }, admit));
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(25);
  });
});

describe('an answer', () => {
  it('never waits for the relay', async () => {
    await database.db.sql`delete from outbox`;
    const { runId } = await startTestRun(door, desk);
    await behindBy(10);
    const took = await timed(async () =>
      accepted(await answer(fresh(), runId, 'office', 'receipt', 'taken')),
    );
    expect(took).toBeLessThan(1500);
  });
});
