import { isDeepStrictEqual } from 'node:util';
import { standing } from '../../door/message-of.js';
import { nextDueAt } from '../../protocols/core/due.js';
import type { RunState } from '../../protocols/core/state.js';
import { coversShare } from '../../protocols/language/recalled.js';
import { type FollowState, STANDING_QUERY, workflowIdOf } from '../../protocols/messages.js';
import { type Player, type Stage as PlayerStage, play } from '../../rehearsal/player.js';
import { playScene } from '../../rehearsal/scene.js';
import type { TestDatabase } from '../support/database.js';
import type { ProtocolScene } from './scene.js';

/** Where scenes are played: as its owner, the database says everything about a run. */
export interface Stage extends PlayerStage {
  readonly database: Pick<TestDatabase, 'db'>;
}

/** A scene that was played on the server. */
export interface Played {
  readonly runId: string;
  /** How long it took, in milliseconds. */
  readonly took: number;
  /** How often the workflow was asked where it stands and said what the facts say. */
  readonly standings: number;
}

/** Begins all scenes of a protocol, at most `atOnce` under way; each has a promise of its own, in the order given. */
export function playScenes(
  stage: Stage,
  protocol: string,
  bindings: Readonly<Record<string, string>>,
  scenes: readonly ProtocolScene[],
  atOnce: number,
): Promise<Played>[] {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const turn = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const first = waiting.shift();
    if (first) first();
    else free += 1;
  };
  return scenes.map((scene) => {
    const played = turn()
      .then(() => playOne(stage, protocol, bindings, scene))
      .finally(leave);
    // Whoever awaits it hears of the failure; nobody may be waiting yet.
    played.catch(() => {});
    return played;
  });
}

async function playOne(
  stage: Stage,
  protocol: string,
  bindings: Readonly<Record<string, string>>,
  { attributes, beats }: ProtocolScene,
): Promise<Played> {
  const began = performance.now();
  const player = await play(stage, {
    protocol,
    bindings,
    ...(attributes ? { attributes } : {}),
  });
  let standings = 0;
  const stands = async (): Promise<void> => {
    if (await standsWhereTheFactsSay(stage, player)) standings += 1;
  };
  await playScene(
    {
      ...player,
      async wait(ms) {
        await player.wait(ms);
        await stands();
      },
      async answer(step, outcome, dates) {
        await catchUp(stage, player, stands);
        await player.answer(step, outcome, dates);
      },
      // Nobody confirms what did not arrive yet.
      async acknowledgeAll() {
        await stands();
        await player.acknowledgeAll();
      },
      async report(event, role) {
        await catchUp(stage, player, stands);
        await player.report(event, role);
      },
    },
    beats,
  );
  return { runId: player.runId, took: performance.now() - began, standings };
}

/** People act minutes, not milliseconds after each other; real time passes on a run's clock as well. */
const A_WHILE = 10 * 60_000;

/**
 * Before people act: what is due by the run's clock was entered, and what was shared and could be forbidden or recalled
 * is out. Nothing waits for that in the core, so that a scene would otherwise say two things.
 */
async function catchUp(stage: Stage, player: Player, stands: () => Promise<void>): Promise<void> {
  const state = await player.state();
  if ((nextDueAt(state) ?? Number.POSITIVE_INFINITY) < state.lastAt + A_WHILE) await player.wait(0);
  const pending = await stage.database.db.sql<{ step: string; share: string }[]>`
    select step, share from releases where run_id = ${player.runId} and state = 'pending'`;
  const { steps } = player.definition;
  const conditional = pending.some(({ step, share: key }) => {
    const of = steps.find(({ id }) => id === step);
    const share = of?.shares?.find(({ id }) => key.endsWith(`:${id}`));
    if (!of || !share) return false;
    return (
      share.unless !== undefined ||
      share.restsOn !== undefined ||
      steps.some((recall) => coversShare(recall, of, share))
    );
  });
  if (conditional) await stands();
}

const PATIENCE = 60_000;

/** Waits until the workflow has carried out everything, and compares. False when the run has ended. */
async function standsWhereTheFactsSay(stage: Stage, player: Player): Promise<boolean> {
  const { definition, runId } = player;
  const handle = stage.client.workflow.getHandle(workflowIdOf(definition.id, runId));
  const until = performance.now() + (stage.patience ?? PATIENCE);
  let seen: unknown[] = [];
  while (performance.now() < until) {
    const state = await player.state();
    if (state.ending) return false;
    // With its worker gone for a moment nobody answers for it: it is asked again.
    const told = await handle.query<FollowState>(STANDING_QUERY).catch((cause: Error) => cause);
    const wanted = wantedStanding(player, state);
    if (isDeepStrictEqual(told, wanted)) return true;
    seen = [told, wanted];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The workflow stands elsewhere: ${JSON.stringify(seen)}`);
}

function wantedStanding({ definition }: Player, state: RunState): FollowState {
  const due = nextDueAt(state);
  return {
    seq: state.seq,
    ...standing(definition, state),
    ...(due === undefined ? {} : { nextDueAt: due }),
  };
}
