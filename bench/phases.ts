import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBacklog } from '../db/queries/outbox.js';
import { workflowTypeOf } from '../protocols/workflow-types.js';
import type { Driver, LoopTimes } from './driver.js';
import { cpuPerCase, foreignCpu, quantile, round, snapshot } from './measure.js';
import { r10 } from './r10.js';
import type { System } from './system.js';

/** A phase's figures, in the words every harness of this workload uses. */
export type Figures = Record<string, unknown>;

/**
 * Case workers in a closed loop. The rate is sustained: the clock stops when the last act was handed over and the last
 * workflow of the loop has ended, not when the last case was accepted.
 */
export async function closedLoop(
  system: System,
  driver: Driver,
  workers: number,
  until: { seconds?: number; cases?: number },
): Promise<Figures & { cases: number }> {
  const times: LoopTimes = { next: [], starts: [], cases: 0 };
  const running = await countRunning(system);
  const before = await snapshot(system);
  const end = until.seconds ? before.at + until.seconds * 1000 : Number.POSITIVE_INFINITY;
  let begun = 0;
  const work = async () => {
    while (performance.now() < end && begun < (until.cases ?? Number.POSITIVE_INFINITY)) {
      begun += 1;
      await driver.playCase(times).catch((error: unknown) => driver.errors.push(String(error)));
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const accepted = performance.now();
  await followed(system, running);
  const after = await snapshot(system);
  const seconds = (after.at - before.at) / 1000;
  const { cases } = times;
  return {
    c: workers,
    cases,
    seconds: round(seconds),
    cases_per_s: round(cases / seconds),
    accepted_per_s: round((cases * 1000) / (accepted - before.at)),
    followed_after_s: round((after.at - accepted) / 1000),
    lat_p50_ms: quantile(times.next, 0.5),
    lat_p99_ms: quantile(times.next, 0.99),
    lat_n: times.next.length,
    start_p50_ms: quantile(times.starts, 0.5),
    start_p99_ms: quantile(times.starts, 0.99),
    cpu_ms_per_case: cpuPerCase(before, after, cases),
    wal_bytes_per_case: Math.round((after.wal - before.wal) / cases),
    commits_per_case: round((after.commits - before.commits) / cases),
    machine_busy: round((after.machine.busy - before.machine.busy) / seconds),
    machine_steal: round((after.machine.steal - before.machine.steal) / seconds),
    foreign_cpu: foreignCpu(before, after),
  };
}

async function countRunning({ client }: System): Promise<number> {
  const query = `WorkflowType = '${workflowTypeOf(r10.id)}' AND ExecutionStatus = 'Running'`;
  return (await client.workflow.count(query)).count;
}

/** Waits until the outbox is empty and no more workflows run than before. */
async function followed(system: System, running: number): Promise<void> {
  const until = performance.now() + 300_000;
  while (performance.now() < until) {
    const { rows } = await findBacklog(system.db.sql, 1);
    if (rows === 0 && (await countRunning(system)) <= running) return;
    await pause(50);
  }
  throw new Error('The engine did not follow within five minutes');
}

/** Starts `count` cases, 64 at a time, each until its first task is in the inbox. */
export async function parkMany(driver: Driver, count: number, dueAt?: number): Promise<number> {
  const before = performance.now();
  let begun = 0;
  const work = async () => {
    while (begun < count) {
      begun += 1;
      await driver.park(dueAt).catch((error: unknown) => driver.errors.push(String(error)));
    }
  };
  await Promise.all(Array.from({ length: 64 }, work));
  return (performance.now() - before) / 1000;
}

export async function burst(
  driver: Driver,
  count: number,
): Promise<Figures & { starts_per_s: number }> {
  const seconds = await parkMany(driver, count);
  return { n: count, seconds: round(seconds), starts_per_s: round(count / seconds) };
}

/** Many deadlines at one instant: how late each lapse was written, by the database's clock. */
export async function timers(
  { db }: System,
  driver: Driver,
  count: number,
  leadSeconds: number,
): Promise<Figures> {
  const dueAt = Math.round(Date.now() + leadSeconds * 1000);
  const parkSeconds = await parkMany(driver, count, dueAt);
  const spare = dueAt - Date.now();
  await pause(Math.max(0, spare));
  const late = async () => {
    const rows = await db.sql<{ ms: number }[]>`
      select extract(epoch from created_at - to_timestamp(${dueAt / 1000}::float8))::float8 * 1000 as ms
      from notices where kind = 'overdue' and level = 'supervisor' and due_at = to_timestamp(${dueAt / 1000}::float8)`;
    return rows.map((row) => row.ms);
  };
  const until = Date.now() + 180_000;
  let lateness = await late();
  while (lateness.length < count && Date.now() < until) {
    await pause(100);
    lateness = await late();
  }
  return {
    n: count,
    fired: lateness.length,
    spare_s: round(spare / 1000),
    park_s: round(parkSeconds),
    first_ms: quantile(lateness, 0),
    p50_ms: quantile(lateness, 0.5),
    p99_ms: quantile(lateness, 0.99),
    all_ms: quantile(lateness, 1),
  };
}

/** Bytes and rows a completed case adds, tables compacted before and after. */
export async function size(
  system: System,
  driver: Driver,
  count: number,
  engineFolder: string,
): Promise<Figures> {
  const before = await sizes(system, engineFolder);
  const { cases } = await closedLoop(system, driver, 16, { cases: count });
  const after = await sizes(system, engineFolder);
  const rows: Record<string, number> = {};
  let total = 0;
  for (const [table, n] of Object.entries(after.rows)) {
    const added = (n - (before.rows[table] ?? 0)) / cases;
    total += added;
    if (Math.abs(added) > 0.01) rows[table] = round(added);
  }
  return {
    cases,
    pg_bytes_per_case: Math.round((after.bytes - before.bytes) / cases),
    other_bytes_per_case: Math.round((after.engine - before.engine) / cases),
    rows_per_case: round(total),
    rows,
  };
}

async function sizes({ db }: System, engineFolder: string) {
  const tables = await db.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables`;
  const rows: Record<string, number> = {};
  let bytes = 0;
  for (const { name } of tables) {
    await db.sql.unsafe(`VACUUM FULL ${name}`);
    const [row] = await db.sql.unsafe<{ n: string; b: string }[]>(
      `SELECT count(*) AS n, pg_total_relation_size('${name}') AS b FROM ${name}`,
    );
    rows[name] = Number(row!.n);
    bytes += Number(row!.b);
  }
  return { rows, bytes, engine: folderBytes(engineFolder) };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith('temporal.db'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The closed loop and an inbox page with ever more cases parked. */
export async function growth(
  system: System,
  driver: Driver,
  parked: readonly number[],
  seconds: number,
  memory: () => Record<string, number>,
): Promise<Figures[]> {
  const found: Figures[] = [];
  let there = 0;
  for (const level of parked) {
    const took = level > there ? await parkMany(driver, level - there) : 0;
    const rate = level > there ? round((level - there) / took) : null;
    there = level;
    const pages: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const before = performance.now();
      await system.db
        .sql`select run_id, step, due_at from steps where institution_id = 'bench-reception'
        and status in ('open', 'suspended') order by due_at limit 50`;
      pages.push(performance.now() - before);
    }
    const one = await closedLoop(system, driver, 1, { seconds });
    const sixteen = await closedLoop(system, driver, 16, { seconds });
    found.push({
      parked: level,
      park_starts_per_s: rate,
      c1_p50_ms: one.lat_p50_ms,
      c1_p99_ms: one.lat_p99_ms,
      c1_cases_per_s: one.cases_per_s,
      c16_p50_ms: sixteen.lat_p50_ms,
      c16_p99_ms: sixteen.lat_p99_ms,
      c16_cases_per_s: sixteen.cases_per_s,
      inbox_page_p50_ms: quantile(pages, 0.5),
      rss_mb: memory(),
    });
  }
  return found;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
