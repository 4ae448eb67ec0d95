import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { findRun } from '../db/queries/find-run.js';
import { findBacklogOfRun } from '../db/queries/outbox.js';
import type { Actor } from '../db/schema/history.js';
import { commitAct } from '../door/commit-act.js';
import type { Door } from '../door/door.js';
import { getDefinition, rememberRun } from '../door/known-runs.js';
import { startRun } from '../door/start-run.js';
import { fastForward, getClock } from '../platform/temporal/time-skipping.js';
import { holderIn } from '../protocols/core/draft.js';
import { pendingClocks } from '../protocols/core/due.js';
import { findUnseconded } from '../protocols/core/signing.js';
import type { RunState } from '../protocols/core/state.js';
import { broughtBy } from '../protocols/language/brought.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Step, signings } from '../protocols/language/step.js';
import { type FollowState, workflowIdOf } from '../protocols/messages.js';
import { refusalText } from '../protocols/refusals.js';
import { ActRefused } from './act-refused.js';
import { inventAnswers } from './invented-answers.js';

/** Where a rehearsal is played. A worker and a relay must be running on the same database and engine. */
export interface Stage {
  readonly door: Door;
  readonly client: Client;
  readonly namespace: string;
  /** What people write into forms; recognisably invented answers unless given. */
  readonly answers?: typeof inventAnswers;
  /** How long the engine may take to follow, in milliseconds of real time; a minute unless given. */
  readonly patience?: number;
}

/** One run played with skipped time. */
export interface Player {
  readonly runId: string;
  readonly definition: Definition;
  /** The run's own clock. */
  now(): Promise<number>;
  state(): Promise<RunState>;
  /** Lets time pass; everything that falls due on the way happens on the way, driven by the workflow. */
  wait(ms: number): Promise<void>;
  /**
   * Answers the step for every role that must sign it, with invented answers; for one role when one is enough.
   * `given` are answers that are not invented. Errors: `ActRefused`, also when the step is not open.
   */
  answer(
    step: string,
    outcome: string,
    dates?: Record<string, number>,
    given?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Errors: `ActRefused`. */
  report(event: string, role: string): Promise<void>;
  /** Every recipient confirms the data it was sent and has not confirmed yet. */
  acknowledgeAll(): Promise<void>;
  /** Waits until the workflow has followed the last act. */
  settle(): Promise<void>;
}

export interface Rehearsal {
  readonly protocol: string;
  readonly bindings: Readonly<Record<string, string>>;
  /** Country or corridor pack; the protocol alone unless given. */
  readonly pack?: string;
  /** When the run's own clock begins; now unless given. */
  readonly startsAt?: number;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** A rehearsal of the same family. */
  readonly relativeOf?: string;
}

const PATIENCE = 60_000;

/** Starts a rehearsal of the newest version of a protocol. Throws when the door refuses it. */
export async function play(stage: Stage, rehearsal: Rehearsal): Promise<Player> {
  const { door } = stage;
  const current = await door.definitions.findCurrent(rehearsal.protocol);
  if (!current) throw new Error(`Protocol ${rehearsal.protocol} is not published`);
  const started = await startRun(door, {
    actId: randomUUID(),
    actor: actorOf(rehearsal.bindings[current.definition.lead] ?? ''),
    protocol: rehearsal.protocol,
    bindings: rehearsal.bindings,
    rehearsalAt: rehearsal.startsAt ?? Date.now(),
    ...(rehearsal.pack ? { pack: rehearsal.pack } : {}),
    ...(rehearsal.attributes ? { assigns: rehearsal.attributes } : {}),
    ...(rehearsal.relativeOf ? { relativeOf: rehearsal.relativeOf } : {}),
  });
  if (!started.ok) throw new Error(refusalText(started.refusal, 'en'));
  return follow(stage, started.runId);
}

/**
 * Plays a rehearsal that has begun, such as the run that carries on another one. Its workflow's clock is brought to the
 * instant at which the run began, for the one before had skipped time. Throws when there is no such run.
 */
export async function follow(stage: Stage, runId: string): Promise<Player> {
  const { door, client, namespace, answers: invent = inventAnswers, patience = PATIENCE } = stage;
  const known = await rememberRun(door, runId);
  if (!known) throw new Error(`Run ${runId} is gone`);
  const definition = await getDefinition(door, known);
  const workflowId = workflowIdOf(known.protocol, runId);

  const state = async (): Promise<RunState> => {
    const run = await findRun(door.db.sql, runId);
    if (!run) throw new Error(`Run ${runId} is gone`);
    return run.state;
  };
  const now = async () => (await getClock(client, namespace, workflowId)).now;

  const settle = async (): Promise<void> => {
    const until = performance.now() + patience;
    let last: unknown;
    while (performance.now() < until) {
      const { seq, ending } = await state();
      if ((await findBacklogOfRun(door.db.sql, runId)) === 0) {
        if (ending) return;
        // With its worker gone for a moment nobody answers for the workflow: it is asked again.
        const asked = client.workflow.getHandle(workflowId).query<FollowState>('standing');
        const told = await asked.catch((cause: unknown) => {
          last = cause;
        });
        if (told && told.seq >= seq) return;
      }
      await pause(20);
    }
    throw new Error(`The workflow of ${runId} did not follow in time`, { cause: last });
  };

  /** What is due by the run's clock is committed by its workflow; wait for that. */
  const settleDue = async (): Promise<void> => {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      await settle();
      const at = await state();
      const next = pendingClocks(at)[0];
      if (at.ending || !next || next.dueAt > (await now())) return;
      await pause(20);
    }
    throw new Error(`What was due in ${runId} did not happen in time`);
  };

  const commit = async (
    act: Parameters<typeof commitAct>[1]['act'],
    actor: Actor,
    answers?: { form: string; values: Record<string, unknown> },
  ): Promise<void> => {
    const result = await commitAct(door, {
      runId,
      actId: randomUUID(),
      actor,
      act,
      rehearsalAt: await now(),
      ...(answers ? { answers } : {}),
    });
    if (!result.ok) throw new ActRefused(JSON.stringify(act), result.refusal);
  };

  /** Who confirms a colleague's answer is another person. */
  const actorFor = (at: RunState, step: Step, outcome: string, role: string): Actor => {
    const actor = institutionOf(at, role, step.id);
    const open = at.steps[step.id]?.open;
    const isSecond = open && findUnseconded(step, open, role)?.outcome === outcome;
    return isSecond ? { ...actor, account: 'rehearsal-second' } : actor;
  };

  const institutionOf = (at: RunState, role: string, step?: string) =>
    actorOf(holderIn(at, definition.lead, step, role).institution);

  await settle();
  const behind = (await state()).startedAt - (await now());
  if (behind > 0) await fastForward(client, namespace, workflowId, behind);
  return {
    runId,
    definition,
    now,
    state,
    settle,
    async wait(ms) {
      await settleDue();
      const target = (await now()) + ms;
      const left = target - (await now());
      try {
        if (left > 0) await fastForward(client, namespace, workflowId, left);
      } catch (error) {
        // What falls due on the way may end the run, and its clock with it.
        if (!(await state()).ending) throw error;
      }
      await settleDue();
    },
    async answer(step, outcome, dates, given = {}) {
      const declared = definition.steps.find((candidate) => candidate.id === step);
      if (!declared) throw new Error(`No step ${step}`);
      const fields = declared.form ?? [];
      for (const role of signings(declared, outcome)) {
        const at = await state();
        const values = { ...invent(fields, outcome, await now(), dates), ...given };
        const brought = broughtBy(fields, values);
        await commit(
          {
            type: 'step-completed',
            step,
            opening: at.steps[step]?.open?.opening ?? 0,
            outcome,
            role,
            ...brought,
          },
          actorFor(at, declared, outcome, role),
          { form: step, values },
        );
      }
    },
    async acknowledgeAll() {
      const at = await state();
      for (const [share, { role, forbidden }] of Object.entries(at.acknowledgements)) {
        if (forbidden) continue;
        await commit({ type: 'share-acknowledged', share, role }, institutionOf(at, role));
      }
    },
    async report(event, role) {
      const at = await state();
      const fields = definition.events.find(({ id }) => id === event)?.form ?? [];
      const values = invent(fields, '', await now());
      await commit(
        { type: 'event-reported', event, role, ...broughtBy(fields, values) },
        institutionOf(at, role),
        {
          form: event,
          values,
        },
      );
    },
  };
}

function actorOf(institution: string): Actor {
  return { institution, access: 'officer', account: 'rehearsal' };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
