import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSweepDue } from '../../activities/sweep-due.js';
import { tiny } from '../fixtures/tiny.js';
import { startTestRun } from '../support/door.js';
import { type Desk, openDesk } from './desk.js';

const words = { es: 'Inventado', en: 'Invented' };
const dated = tiny([{ id: 'a', deadline: { length: 0, unit: 'hours', from: { before: 'day' } } }], {
  dates: [{ id: 'day', title: words }],
});

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(dated);
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.database.db.sql`update runs set next_due_at = null`;
});

const startDue = (inMs: number) =>
  startTestRun(desk.door, dated, { dates: { day: Date.now() + inMs } });

async function lapsedOf(runId: string): Promise<number[]> {
  const rows = await desk.database.db.sql<{ late: number }[]>`
    select extract(epoch from (recorded_at - to_timestamp((act->>'dueAt')::float8 / 1000))) * 1000 as late
    from history where run_id = ${runId} and act->'clock'->>'mark' = 'due' order by seq`;
  return rows.map((row) => Number(row.late));
}

test('what falls due during the sweep is entered the moment it does, not before', async () => {
  const runs = await Promise.all([400, 600, 800, 1000, 1200].map(startDue));
  await desk.does.sweepDue({ forMs: 2500 });
  const late = (await Promise.all(runs.map(({ runId }) => lapsedOf(runId)))).flat();
  expect(late).toHaveLength(runs.length);
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  // The machine may be busy for one of them; a sweep that looks now and then is late for most.
  const [, , median] = late.toSorted((a, b) => a - b);
  expect(median).toBeLessThan(300);
});

test('many runs that are overdue together are entered, each once', async () => {
  const runs = await Promise.all(Array.from({ length: 30 }, () => startDue(50)));
  const [first, second] = await Promise.all([
    desk.does.sweepDue({ forMs: 2000 }),
    desk.does.sweepDue({ forMs: 2000 }),
  ]);
  const lapses = await Promise.all(runs.map(({ runId }) => lapsedOf(runId)));
  expect(first.entered + second.entered).toBeGreaterThanOrEqual(30);
  for (const lapsed of lapses) expect(lapsed).toHaveLength(1);
});

test('a run that cannot be entered does not hold up the others', async () => {
  const [broken, sound] = [await startDue(20), await startDue(30)];
  const { sql } = desk.database.db;
  await sql`update runs set version = 99 where id = ${broken.runId}`;
  await desk.does.sweepDue({ forMs: 2000 });
  expect(await lapsedOf(sound.runId)).toHaveLength(1);
  expect(await lapsedOf(broken.runId)).toEqual([]);
});

test('a worker that stops is not kept waiting', async () => {
  const worker = new AbortController();
  const environment = new MockActivityEnvironment();
  const before = performance.now();
  const sweepDue = createSweepDue({ door: desk.door, stopping: worker.signal });
  const sweep = environment.run(sweepDue, { forMs: 60_000 });
  await new Promise<void>((resolve) => environment.once('heartbeat', () => resolve()));
  worker.abort();
  await expect(sweep).resolves.toEqual({ entered: 0 });
  expect(performance.now() - before).toBeLessThan(5000);
});
