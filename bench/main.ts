import { join } from 'node:path';
import { workflowIdOf } from '../protocols/messages.js';
import { createDriver, type Driver } from './driver.js';
import { peakMemoryOf } from './machine.js';
import { foreignCpu, round, snapshot } from './measure.js';
import { type BenchOptions, readOptions } from './options.js';
import { burst, closedLoop, type Figures, growth, size, timers } from './phases.js';
import { r10 } from './r10.js';
import { type System, startSystem } from './system.js';

const log = (text: string) =>
  process.stderr.write(`[retorno] ${new Date().toISOString()} ${text}\n`);

async function run(options: BenchOptions): Promise<Figures> {
  const system = await startSystem(options);
  try {
    const driver = createDriver(system);
    const figures: Figures = {
      peer: 'project',
      label: options.label,
      at: new Date().toISOString(),
      info: {
        node: process.version,
        store: 'engine on SQLite, facts on PostgreSQL',
        mailboxes: 'none',
      },
      opts: options,
    };
    log('warm-up');
    figures.warmup = await closedLoop(system, driver, 16, { seconds: options.warmup });
    const foreign: Record<string, number> = {};
    for (const phase of options.phases) {
      log(phase);
      const before = await snapshot(system);
      figures[phase] = await playPhase(phase, system, driver, options, figures);
      foreign[phase] = foreignCpu(before, await snapshot(system));
    }
    figures.foreign_cpu = foreign;
    figures.extras = await engineEvents(system);
    figures.verify = await verify(system, driver);
    figures.rss_mb = memoryOf(system);
    return figures;
  } finally {
    await system.stop();
  }
}

async function playPhase(
  phase: string,
  system: System,
  driver: Driver,
  options: BenchOptions,
  figures: Figures,
): Promise<unknown> {
  switch (phase) {
    case 'size':
      return size(system, driver, options.size, join(options.workDir, 'retorno'));
    case 'closed': {
      const loops: Figures[] = [];
      for (const workers of options.concurrency) {
        loops.push(await closedLoop(system, driver, workers, { seconds: options.duration }));
        log(JSON.stringify(loops.at(-1)));
      }
      return loops;
    }
    case 'burst':
      return burst(driver, options.burst);
    case 'timers': {
      const rate = (figures.burst as { starts_per_s: number } | undefined)?.starts_per_s;
      const estimate = (rate ? options.timers / rate : 10) * 1.4 + 5;
      return timers(system, driver, options.timers, Math.max(options.timerLead, estimate));
    }
    case 'growth':
      return growth(system, driver, options.parked, options.growthDuration, () => memoryOf(system));
    default:
      throw new Error(`Unknown phase ${phase}`);
  }
}

function memoryOf({ pids }: System): Record<string, number> {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, peakMemoryOf(pid)]));
}

/** Events in the engine's histories of completed cases. */
async function engineEvents({ db, client }: System): Promise<Figures> {
  const rows = await db.sql<{ id: string }[]>`
    select id from runs where ending = 'completed' order by started_at desc limit 30`;
  let events = 0;
  let bytes = 0;
  for (const { id } of rows) {
    const described = await client.workflow.getHandle(workflowIdOf(r10.id, id)).describe();
    events += described.historyLength;
    bytes += Number(described.historySize ?? 0);
  }
  return {
    history_events_per_case: round(events / rows.length),
    history_bytes_per_case: Math.round(bytes / rows.length),
    sampled: rows.length,
  };
}

/** The database agrees with the driver, and every completed case has its tasks, answers and notices. */
async function verify({ db }: System, driver: Driver): Promise<Figures> {
  const [row] = await db.sql<
    { closed: number; done: number; answers: number; notes: number; cases: number }[]
  >`
    with ended as (select id from runs where ending = 'completed')
    select (select count(*)::int from ended) as closed,
      (select count(*)::int from steps join ended on id = run_id where status = 'closed' and outcome is not null) as done,
      (select count(distinct (run_id, seq))::int from answers join ended on id = run_id) as answers,
      (select count(*)::int from notices join ended on id = run_id where kind = 'opened') as notes,
      (select count(*)::int from runs) as cases`;
  const { closed, done, answers, notes, cases } = row!;
  const ok =
    driver.errors.length === 0 &&
    closed === driver.completed &&
    cases === driver.started &&
    [done, answers, notes].every((n) => n === 10 * driver.completed);
  return {
    closed,
    done_tasks: done,
    forms: answers,
    notes,
    cases,
    errors: driver.errors.slice(0, 5),
    ok,
  };
}

const figures = await run(readOptions(process.argv.slice(2)));
process.stdout.write(`${JSON.stringify(figures)}\n`);
