import { randomUUID } from 'node:crypto';
import { startRun } from '../../door/start-run.js';
import { answer, officerOf } from '../support/door.js';
import type { Field, ProcessName } from './field.js';
import { relayRace } from './protocol.js';

/** What the driver itself saw accepted: the checker holds the database against it. */
export interface Seen {
  readonly runId: string;
  /** Act ids acknowledged to the driver. */
  readonly acts: string[];
  /** The driver let the first deadline pass. */
  readonly late: boolean;
}

/** What a race left behind: its runs, and how many kills hit a living process while runs were under way. */
export interface RaceResult {
  readonly seen: readonly Seen[];
  readonly hits: number;
}

/** Plays runs until `runs` are done and `kills` have hit; every third lets its deadline pass before answering. */
export async function race(
  field: Field,
  options: { runs: number; kills: number; workers: number; seed: number },
): Promise<RaceResult> {
  const random = generator(options.seed);
  const seen: Seen[] = [];
  let begun = 0;
  let hits = 0;
  const play = async () => {
    while (begun < options.runs || hits < options.kills) {
      begun += 1;
      seen.push(await playRun(field, begun % 3 === 0, random));
    }
  };
  const nemesis = async () => {
    while (hits < options.kills) {
      await pause(300 + random() * 1500);
      const name: ProcessName = random() < 0.5 ? 'worker' : 'relay';
      if (field.kill(name)) hits += 1;
    }
  };
  await Promise.all([nemesis(), ...Array.from({ length: options.workers }, play)]);
  return { seen, hits };
}

async function playRun(field: Field, late: boolean, random: () => number): Promise<Seen> {
  const { door, bindings } = field;
  const whistle = Date.now() + (late ? 800 : 3600_000);
  const actId = randomUUID();
  const started = await startRun(door, {
    actId,
    actor: officerOf('lead'),
    protocol: relayRace.id,
    bindings,
    dates: { whistle },
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const { runId } = started;
  const acts = [actId];
  const give = async (role: string, step: string, outcome: string, answers?: object) => {
    await pause(random() * 60);
    const id = randomUUID();
    const done = await answer(door, runId, role, step, outcome, { actId: id, ...answers });
    if (!done.ok) throw new Error(`${step}: ${done.refusal.code}`);
    acts.push(id);
  };
  if (late) await lapsed(field, runId);
  await give('lead', 'ready', 'go', {
    answers: { form: 'ready', values: { name: 'Persona Inventada' } },
  });
  await Promise.all([give('left', 'run-left', 'done'), give('right', 'run-right', 'done')]);
  await Promise.all([give('left', 'photo', 'agreed'), give('right', 'photo', 'agreed')]);
  await give('goal', 'prize', 'given');
  return { runId, acts, late };
}

/** The deadline must pass by itself, whatever is killed meanwhile. */
async function lapsed({ database }: Field, runId: string): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const [row] = await database.db.sql`
      select 1 from steps where run_id = ${runId} and step = 'ready' and lapsed_at is not null`;
    if (row) return;
    await pause(100);
  }
  throw new Error('A deadline did not pass within two minutes');
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
