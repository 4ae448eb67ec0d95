import { LAPSE_REASONS } from './play/lapse-reason.js';
import { PHASES } from './play/task.js';

/** How often the backlog of an institution is looked at while people arrive. */
export const SAMPLES = 60;

/** What was counted of one step. Lengths in milliseconds, summed over openings. */
export interface StepTally {
  openings: number;
  /** Answered, by outcome; those that silence produced among them. */
  outcomes: number[];
  bySilence: number;
  withdrawn: number;
  /** From when the protocol called for it until it opened, and how often it had to wait at all. */
  untilOpen: number;
  waited: number;
  /** Required facts that came last, by fact. */
  waitedFor: Record<string, number>;
  /** From opening to answer, and how much of it the step was suspended or its clock stood. */
  open: number;
  stoodStill: number;
  /** By phase, of every task of every institution. */
  phases: number[];
  /** Deadlines that were decided: kept or not. */
  kept: number;
  lapsed: number;
  lapsedBy: number[];
  /** Time the deadline left at the opening, and openings it is the sum of. */
  left: number;
  clocks: number;
  /** Working time its tasks take, and how many they are. */
  work: number;
  tasks: number;
  /** Called upon the lead at its technical and its political level. */
  escalated: number[];
}

/** What was counted of one institution. Lengths in milliseconds. */
export interface OfficeTally {
  tasks: number;
  phases: number[];
  worked: number;
  /** Waiting for an officer: sum and number, by the third of the arrivals in which the waiting began. */
  waits: number[];
  begun: number[];
  /** Tasks in the queue at each sample. */
  backlog: number[];
}

/** Everything that was counted while a number of runs were played. Plain JSON: goes from thread to thread. */
export interface Tally {
  runs: number;
  acts: number;
  /** Length of each run in milliseconds, by ending; `transferred:protocol` where another protocol goes on. */
  durations: Record<string, number[]>;
  unfinished: number;
  /** Steps open in runs that did not end, by step. */
  leftOpen: number[];
  steps: StepTally[];
  offices: OfficeTally[];
  events: number[];
  /** Time in which at least one step of a stage was open, and runs that came there. */
  stages: { time: number; runs: number }[];
  acknowledgements: { asked: number; late: number };
  /** Stages in the order in which they were reached, with the ending. */
  paths: Record<string, { runs: number; time: number }>;
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

/** A tally of nothing, for a definition with so many steps (and outcomes of each), roles, events and stages. */
export function emptyTally(size: {
  readonly outcomes: readonly number[];
  readonly roles: number;
  readonly events: number;
  readonly stages: number;
}): Tally {
  return {
    runs: 0,
    acts: 0,
    durations: {},
    unfinished: 0,
    leftOpen: zeros(size.outcomes.length),
    steps: size.outcomes.map((outcomes) => ({
      openings: 0,
      outcomes: zeros(outcomes),
      bySilence: 0,
      withdrawn: 0,
      untilOpen: 0,
      waited: 0,
      waitedFor: {},
      open: 0,
      stoodStill: 0,
      phases: zeros(PHASES.length),
      kept: 0,
      lapsed: 0,
      lapsedBy: zeros(LAPSE_REASONS.length),
      left: 0,
      clocks: 0,
      work: 0,
      tasks: 0,
      escalated: zeros(2),
    })),
    offices: Array.from({ length: size.roles }, () => ({
      tasks: 0,
      phases: zeros(PHASES.length),
      worked: 0,
      waits: zeros(3),
      begun: zeros(3),
      backlog: zeros(SAMPLES),
    })),
    events: zeros(size.events),
    stages: Array.from({ length: size.stages }, () => ({ time: 0, runs: 0 })),
    acknowledgements: { asked: 0, late: 0 },
    paths: {},
  };
}

/**
 * Adds what another batch counted. Sums are not exact beyond 2^53, so tallies must always be added in the order of
 * their batches: then the same plan gives the same report whoever played it.
 */
export function addTally(into: Tally, from: Tally): void {
  for (const [ending, lengths] of Object.entries(from.durations)) {
    const known = into.durations[ending];
    if (!known) into.durations[ending] = [...lengths];
    else for (const length of lengths) known.push(length);
  }
  addNumbers(into, from, 'durations');
}

type Numbers = { [key: string]: number | Numbers };

/** Adds every number of one tree of numbers to the other, whatever its shape. */
function addNumbers(into: object, from: object, except?: string): void {
  const target = into as Numbers;
  for (const [key, value] of Object.entries(from as Numbers)) {
    if (key === except) continue;
    if (typeof value === 'number') target[key] = ((target[key] as number | undefined) ?? 0) + value;
    else {
      target[key] ??= {};
      addNumbers(target[key] as Numbers, value);
    }
  }
}
