import { cpuOf, cpuOfFamily, machineCpu } from './machine.js';
import type { System } from './system.js';

/** What had been used up at one moment: CPU seconds by process, transactions, write-ahead log. */
export interface Snapshot {
  readonly at: number;
  readonly cpu: Record<string, number>;
  readonly machine: { busy: number; steal: number };
  readonly commits: number;
  readonly wal: number;
}

export async function snapshot({ db, pids, postgresPid }: System): Promise<Snapshot> {
  const [row] = await db.sql<{ commits: string; wal: string }[]>`
    select (select sum(xact_commit) from pg_stat_database) as commits,
      pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as wal`;
  const cpu: Record<string, number> = {};
  for (const [name, pid] of Object.entries(pids)) cpu[name] = cpuOf(pid);
  if (postgresPid) cpu.postgres = cpuOfFamily(postgresPid);
  return {
    at: performance.now(),
    cpu,
    machine: machineCpu(),
    commits: Number(row!.commits),
    wal: Number(row!.wal),
  };
}

/** Cores used by anything else on the machine between two moments. */
export function foreignCpu(before: Snapshot, after: Snapshot): number {
  const ours = Object.keys(after.cpu).reduce(
    (sum, name) => sum + after.cpu[name]! - (before.cpu[name] ?? 0),
    0,
  );
  const seconds = (after.at - before.at) / 1000;
  return round((after.machine.busy - before.machine.busy - ours) / seconds);
}

/** CPU milliseconds by process for each of `cases`. */
export function cpuPerCase(
  before: Snapshot,
  after: Snapshot,
  cases: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.keys(after.cpu).map((name) => [
      name,
      round(((after.cpu[name]! - (before.cpu[name] ?? 0)) * 1000) / cases),
    ]),
  );
}

/** The value below which the share `p` of the samples lies; null without samples. Sorts in place. */
export function quantile(samples: number[], p: number): number | null {
  if (samples.length === 0) return null;
  samples.sort((a, b) => a - b);
  return round(samples[Math.min(samples.length - 1, Math.floor(p * samples.length))]!);
}

export function round(value: number): number {
  return Number(value.toFixed(2));
}
