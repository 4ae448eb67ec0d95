import { randomBytes } from 'node:crypto';
import type { ApiContext } from '../api/context.js';
import { answerAtOnce } from '../api/runs/answer-at-once.js';
import { answerStep } from '../api/runs/answer-step.js';
import { findInboxOfRun } from '../db/queries/inbox-of-run.js';
import { commitAct } from '../door/commit-act.js';
import { startRun } from '../door/start-run.js';
import { BINDINGS, PARALLEL, r10, SEQUENCE } from './r10.js';
import type { System } from './system.js';

const ACCESS = {
  account: 'bench',
  role: 'officer',
  country: 'MX',
  timeZone: 'America/Mexico_City',
} as const;

/** One closed loop of case workers: what it took. Latencies in milliseconds. */
export interface LoopTimes {
  readonly next: number[];
  readonly starts: number[];
  cases: number;
}

/** Plays cases against the product the way the peers' harness does: no think time, no HTTP. */
export interface Driver {
  readonly errors: string[];
  started: number;
  completed: number;
  playCase(times: LoopTimes): Promise<void>;
  /** Starts a case and waits until its intake is in the inbox; `dueAt` moves the intake's deadline. */
  park(dueAt?: number): Promise<void>;
}

export function createDriver({ door, db, asServed }: System): Driver {
  const context = { door, settings: {} as ApiContext['settings'] };
  const roleOf = new Map(r10.steps.map((step) => [step.id, step.by as string]));

  const visible = async (runId: string, step: string): Promise<void> => {
    const institution = `bench-${roleOf.get(step)}`;
    const before = performance.now();
    while (!(await findInboxOfRun(db.sql, institution, runId)).some((row) => row.step === step)) {
      if (performance.now() - before > 120_000) throw new Error(`${step} never became visible`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  const answer = async (of: { runId: string; step: string; role: string; outcome: string }) => {
    const { runId, step, role, outcome } = of;
    const act = { type: 'step-completed', step, opening: 1, outcome, role } as const;
    const institution = `bench-${role}`;
    if (asServed) {
      const access = { ...ACCESS, institution };
      const given = { opening: 1, outcome, role, answers: form() };
      await answerAtOnce(context, { access, language: 'es' }, { run: runId, step }, (opened) =>
        answerStep(opened, step, step, given),
      );
      return;
    }
    const done = await commitAct(door, {
      runId,
      actId: step,
      actor: { institution, access: 'officer', account: 'bench' },
      act,
      answers: { form: step, values: form() },
    });
    if (!done.ok) throw new Error(`${step}: ${done.refusal.code}`);
  };

  const begin = async (dueAt = Date.now() + 72 * 3600_000): Promise<string> => {
    driver.started += 1;
    const begun = await startRun(door, {
      actId: randomBytes(12).toString('hex'),
      actor: { institution: 'bench-reception', access: 'case-lead', account: 'bench' },
      protocol: r10.id,
      bindings: BINDINGS,
      dates: { 'intake-due': dueAt },
    });
    if (!begun.ok) throw new Error(begun.refusal.code);
    await visible(begun.runId, 'intake');
    return begun.runId;
  };

  const driver: Driver = {
    errors: [],
    started: 0,
    completed: 0,
    async park(dueAt) {
      await begin(dueAt);
    },
    async playCase(times) {
      const before = performance.now();
      const runId = await begin();
      times.starts.push(performance.now() - before);
      const step = async (id: string, outcome: string, opens: readonly string[]) => {
        const asked = performance.now();
        const role = roleOf.get(id)!;
        await answer({ runId, step: id, role, outcome });
        for (const next of opens) await visible(runId, next);
        if (opens.length > 0) times.next.push(performance.now() - asked);
      };
      await step('intake', 'done', PARALLEL);
      await step(PARALLEL[0]!, 'done', []);
      await step(PARALLEL[1]!, 'done', []);
      await step(PARALLEL[2]!, 'done', ['best-interests']);
      await step('best-interests', 'approved', SEQUENCE.slice(0, 1));
      for (const [index, id] of SEQUENCE.entries()) {
        await step(id, 'done', SEQUENCE.slice(index + 1, index + 2));
      }
      times.cases += 1;
      driver.completed += 1;
    },
  };
  return driver;
}

/** Answers of exactly 300 bytes of JSON, most of them random. */
function form(): Record<string, string> {
  const answers = {
    officer: `off-${randomBytes(3).toString('hex')}`,
    'decided-at': new Date().toISOString(),
    reference: randomBytes(12).toString('hex'),
    checks: 'identity,consent',
    notes: '',
  };
  answers.notes = randomBytes(200)
    .toString('hex')
    .slice(0, 300 - JSON.stringify(answers).length);
  return answers;
}
