import type { Effect } from '../../core/effects.js';
import type { RunState } from '../../core/state.js';
import { IMMEDIATE_BASE_MS } from '../../rules/ladder.js';
import type { Tally } from '../tally.js';
import { LAPSE_REASONS, reasonOf } from './lapse-reason.js';
import { PHASES, type Task } from './task.js';
import type { World, WorldStep } from './world.js';

type StepEffect = Extract<
  Effect,
  {
    type:
      | 'step-opened'
      | 'step-resumed'
      | 'step-suspended'
      | 'clock-moved'
      | 'step-closed'
      | 'step-withdrawn';
  }
>;

/** Counts for one run what becomes of its steps. Instants in epoch milliseconds. */
export interface StepBooks {
  note(effect: StepEffect, step: WorldStep, at: number, state: RunState): void;
  /** A due instant passed; `tasks` are those of the step. */
  lapse(step: WorldStep, at: number, tasks: readonly Task[]): void;
  /** Which steps the protocol calls for that cannot open yet. */
  noteArmed(state: RunState, active: ReadonlySet<string>, at: number): void;
  /** Planned dates were set. */
  planned(dates: Readonly<Record<string, number>> | undefined, at: number): void;
  handedOut(task: Task): void;
  taskOver(task: Task): void;
  runOver(ending: string, at: number): void;
}

interface Opening {
  readonly openedAt: number;
  readonly openedByTime: boolean;
  /** Moves with the clock: a pause or a new planned date changes it. */
  dueAt: number | undefined;
  /** Since when it is suspended or its clock stands. */
  stillSince: number | undefined;
  /** Its deadline was counted already. */
  isDecided: boolean;
  /** Tasks that have begun, for duties that must be taken up at once. */
  readonly tasks: Task[];
}

/** A step the protocol calls for that cannot open yet. */
interface Armed {
  readonly at: number;
  /** When it may open, while only its time is missing. */
  opensAt: number | undefined;
  /** Required facts that are missing while its time has come. */
  missing: readonly string[];
}

const HOUR = 3_600_000;

/** The planned date a deadline counts back from. */
function dateOf({ entry: { step } }: WorldStep): string | undefined {
  const from = step.deadline?.from;
  return typeof from === 'object' && 'before' in from ? from.before : undefined;
}

/** Empty books of a run. */
export function keepBooks(world: World, tally: Tally, startAt: number): StepBooks {
  const openings = new Map<number, Opening>();
  const armedSince = new Map<number, Armed>();
  const plannedAt = new Map<string, number>();
  const stageOpen = new Map<number, { count: number; since: number }>();
  const stagesReached: number[] = [];

  const decide = (
    step: WorldStep,
    opening: Opening,
    isKept: boolean,
    at: number,
    tasks: readonly Task[],
  ): void => {
    if (opening.isDecided || step.isTerm || opening.dueAt === undefined) return;
    opening.isDecided = true;
    const counted = tally.steps[step.index]!;
    if (isKept) {
      counted.kept += 1;
      return;
    }
    counted.lapsed += 1;
    const { dueAt, openedAt } = opening;
    const late = tasks.find(({ phase }) => phase !== 'over') ?? tasks[0];
    const reason = reasonOf({
      step: step.entry.step,
      openedAt,
      openedByTime: opening.openedByTime,
      plannedAt: plannedAt.get(dateOf(step) ?? ''),
      dueAt: step.isImmediate ? openedAt + IMMEDIATE_BASE_MS : dueAt,
      given: step.isImmediate ? IMMEDIATE_BASE_MS : step.given,
      at,
      task: late,
      time: world.times[late?.role ?? 0]!,
    });
    counted.lapsedBy[LAPSE_REASONS.indexOf(reason)]! += 1;
  };

  const open = (step: WorldStep, at: number, state: RunState): void => {
    const counted = tally.steps[step.index]!;
    counted.openings += 1;
    const armed = armedSince.get(step.index);
    if (armed !== undefined) {
      counted.waited += 1;
      counted.untilOpen += at - armed.at;
      for (const fact of armed.missing) {
        counted.waitedFor[fact] = (counted.waitedFor[fact] ?? 0) + 1;
      }
      armedSince.delete(step.index);
    }
    const clock = state.steps[step.entry.id]?.open?.clock;
    if (clock) {
      counted.clocks += 1;
      counted.left += clock.dueAt - at;
    }
    openings.set(step.index, {
      openedAt: at,
      openedByTime: armed?.opensAt !== undefined && at - armed.opensAt < HOUR,
      dueAt: clock?.dueAt,
      stillSince: undefined,
      isDecided: false,
      tasks: [],
    });
    const stage = stageOpen.get(step.stage);
    if (!stage) {
      stageOpen.set(step.stage, { count: 1, since: at });
      stagesReached.push(step.stage);
      tally.stages[step.stage]!.runs += 1;
    } else {
      if (stage.count === 0) stage.since = at;
      stage.count += 1;
    }
  };

  const close = (step: WorldStep, opening: Opening, at: number): void => {
    openings.delete(step.index);
    const counted = tally.steps[step.index]!;
    counted.open += at - opening.openedAt;
    if (opening.stillSince !== undefined) counted.stoodStill += at - opening.stillSince;
    const stage = stageOpen.get(step.stage)!;
    stage.count -= 1;
    if (stage.count === 0) tally.stages[step.stage]!.time += at - stage.since;
  };

  const answered = (
    effect: Extract<StepEffect, { type: 'step-closed' }>,
    step: WorldStep,
    at: number,
  ): void => {
    const opening = openings.get(step.index)!;
    const counted = tally.steps[step.index]!;
    const index = step.entry.step.outcomes.findIndex(({ id }) => id === effect.outcome);
    counted.outcomes[index]! += 1;
    if (effect.bySilence) counted.bySilence += 1;
    if (!step.isImmediate) decide(step, opening, true, at, opening.tasks);
    else if (!effect.bySilence) {
      const isTakenUp = ({ startsAt, openedAt }: Task) => startsAt - openedAt <= IMMEDIATE_BASE_MS;
      const late = opening.tasks.filter((task) => !isTakenUp(task));
      decide(step, opening, late.length === 0, at, late);
    }
    close(step, opening, at);
  };

  const stand = (step: WorldStep, isStill: boolean, at: number): void => {
    const opening = openings.get(step.index);
    if (!opening || (opening.stillSince !== undefined) === isStill) return;
    if (isStill) opening.stillSince = at;
    else {
      tally.steps[step.index]!.stoodStill += at - opening.stillSince!;
      opening.stillSince = undefined;
    }
  };

  return {
    note(effect, step, at, state) {
      switch (effect.type) {
        case 'step-opened':
          open(step, at, state);
          break;
        case 'step-closed':
          answered(effect, step, at);
          break;
        case 'step-withdrawn': {
          tally.steps[step.index]!.withdrawn += 1;
          const opening = openings.get(step.index);
          if (opening) close(step, opening, at);
          break;
        }
        default: {
          const opening = openings.get(step.index);
          if (opening && effect.type === 'clock-moved') opening.dueAt = effect.dueAt;
          const now = state.steps[step.entry.id]?.open;
          stand(step, Boolean(now?.missing) || now?.clock?.pausedAt !== undefined, at);
        }
      }
    },
    lapse(step, at, tasks) {
      const opening = openings.get(step.index);
      if (opening && !step.isImmediate) decide(step, opening, false, at, tasks);
    },
    noteArmed(state, active, at) {
      for (const index of armedSince.keys()) {
        if (!active.has(world.steps[index]!.entry.id)) armedSince.delete(index);
      }
      for (const id of active) {
        const step = world.byId.get(id)!;
        const { armed, opensAt } = state.steps[id]!;
        if (!armed) {
          armedSince.delete(step.index);
          continue;
        }
        const requires = opensAt === undefined ? (step.entry.step.requires ?? []) : [];
        const missing = requires.filter((fact) => state.facts[fact] === undefined);
        const known = armedSince.get(step.index);
        if (known) Object.assign(known, { opensAt, missing });
        else armedSince.set(step.index, { at, opensAt, missing });
      }
    },
    planned(dates, at) {
      for (const date in dates) plannedAt.set(date, at);
    },
    handedOut(task) {
      openings.get(task.step)?.tasks.push(task);
      const counted = tally.steps[task.step]!;
      counted.tasks += 1;
      counted.work += task.work;
      tally.offices[task.role]!.tasks += 1;
    },
    taskOver(task) {
      const counted = tally.steps[task.step]!;
      const office = tally.offices[task.role]!;
      PHASES.forEach((phase, index) => {
        counted.phases[index]! += task.spent[phase];
        office.phases[index]! += task.spent[phase];
      });
    },
    runOver(ending, at) {
      for (const [stage, { count, since }] of stageOpen) {
        if (count > 0) tally.stages[stage]!.time += at - since;
      }
      const names = stagesReached.map((stage) => world.definition.stages[stage]!.id);
      const path = [...names, ending].join(' > ');
      const known = tally.paths[path] ?? { runs: 0, time: 0 };
      tally.paths[path] = { runs: known.runs + 1, time: known.time + (at - startAt) };
    },
  };
}
