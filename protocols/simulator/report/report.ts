import type { Silence } from '../../language/deadline.js';
import type { Text } from '../../language/text.js';
import type { LapseReason } from '../play/lapse-reason.js';
import type { Phase } from '../play/task.js';
import type { Profile } from '../profile/profile.js';

/** Names this shape; a change that readers must notice gets a new number. */
export const REPORT_SCHEMA = 'retorno-simulation-report/1';

/** Of the values, sorted, the one below or at which the share lies (nearest rank). */
export interface Quantiles {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** What a simulation found. Shares are from 0 to 1; times say their unit. Plain JSON. */
export interface SimulationReport {
  readonly schema: typeof REPORT_SCHEMA;
  readonly protocol: { readonly id: string; readonly version: number; readonly title: Text };
  readonly plan: {
    readonly runs: number;
    readonly seed: number;
    readonly fromOn: string;
    readonly arrivalsPerDay: number;
    /** Independent worlds in which the runs were played, each with its own queues. */
    readonly batches: number;
  };
  readonly acts: number;
  /** What somebody should look at, the gravest first. */
  readonly findings: readonly SimulationFinding[];
  readonly days: Quantiles;
  readonly endings: readonly EndingReport[];
  readonly stages: readonly {
    readonly id: string;
    readonly title: Text;
    readonly runs: number;
    /** Days in which one of its steps was open, for a run that came there. */
    readonly meanDays: number;
  }[];
  readonly steps: readonly StepReport[];
  readonly institutions: readonly InstitutionReport[];
  readonly acknowledgements: { readonly asked: number; readonly late: number };
  /** Never seen in all these runs. */
  readonly never: {
    readonly steps: readonly string[];
    readonly outcomes: readonly string[];
    readonly events: readonly string[];
  };
  readonly events: readonly {
    readonly id: string;
    readonly title: Text;
    readonly reports: number;
  }[];
  /** The most frequent ways through the stages, and how long they take. */
  readonly paths: readonly {
    readonly path: string;
    readonly runs: number;
    readonly meanDays: number;
  }[];
  readonly assumptions: Profile;
}

/** How runs ended; `unfinished` for those that had not ended after three years. */
export interface EndingReport {
  readonly id: string;
  /** The protocol that goes on, where one does. */
  readonly continues?: string;
  readonly title: Text;
  readonly runs: number;
  readonly share: number;
  readonly days?: Quantiles;
}

/** Where the time of one institution's part in a step goes, in hours on average. */
export type HoursByPhase = Readonly<Record<Phase, number>>;

/** What became of a step, per opening unless said otherwise. */
export interface StepReport {
  readonly id: string;
  readonly title: Text;
  readonly openings: number;
  readonly withdrawn: number;
  readonly answeredBySilence: number;
  /** Called for by the protocol but not open yet: a requirement or its time was missing. */
  readonly hoursUntilOpen: number;
  /** Required facts it waited for last, with the number of openings; the most frequent first. */
  readonly waitedFor: readonly { readonly fact: string; readonly openings: number }[];
  readonly hoursOpen: number;
  /** Of these: suspended, or the clock stood still. */
  readonly hoursStoodStill: number;
  readonly hours: HoursByPhase;
  readonly deadline?: DeadlineReport;
}

/** How a deadline was kept. `isTerm` ones are there to run out and are not judged. */
export interface DeadlineReport {
  readonly silence: Silence;
  readonly isTerm: boolean;
  readonly kept: number;
  readonly lapsed: number;
  readonly shareLapsed: number;
  readonly reasons: Readonly<Partial<Record<LapseReason, number>>>;
  /** Time it left when the step opened, and working time the step takes, on average. */
  readonly hoursLeft: number;
  readonly hoursOfWork: number;
  /** Escalations to the lead: technical and political level. */
  readonly escalated: readonly [number, number];
}

/** How busy an institution is. */
export interface InstitutionReport {
  readonly role: string;
  readonly title: Text;
  readonly tasks: number;
  readonly hours: HoursByPhase;
  readonly hoursOfWorkPerRun: number;
  readonly officers: number;
  /** Share of its working hours that arriving people take in the long run; above 1 the backlog grows for ever. */
  readonly load: number;
  /** Officers with whom the load is at most 0.85. */
  readonly officersNeeded: number;
  /** Mean wait for an officer, for work that came in the first, second and last third of the arrivals. */
  readonly hoursOfWaiting: readonly [number, number, number];
  /** Tasks by which the queue grew each day while people arrived. */
  readonly backlogGrowthPerDay: number;
  readonly verdict: 'overloaded' | 'tight' | 'fine';
}

/** One thing to look at. */
export type SimulationFinding =
  | {
      readonly code: 'deadline-impossible' | 'deadline-hardly-met';
      readonly step: string;
      readonly lapsed: number;
      readonly decided: number;
      readonly reason: LapseReason;
    }
  | { readonly code: 'institution-overloaded' | 'institution-tight'; readonly role: string }
  | {
      readonly code: 'runs-unfinished';
      readonly runs: number;
      /** Steps that were open in most of them. */
      readonly steps: readonly string[];
    };
