import type { AttributeValue } from '../../language/attribute.js';
import type { Role } from '../../language/definition.js';
import type { StepKind } from '../../language/step.js';
import type { Spread } from '../random.js';

/** Where an institution works: whose holidays it keeps and which clock it reads. */
export interface Place {
  /** ISO 3166-1 alpha-2, one of the shipped calendars. */
  readonly country: string;
  /** IANA zone. */
  readonly timeZone: string;
}

/** When officers work: round the clock, or from one hour of the working day to another (local, 0 to 24). */
export type Hours = 'always' | { readonly from: number; readonly until: number };

/** How an institution works. */
export interface Office {
  /** People who can work on steps at the same time. */
  readonly officers: number;
  readonly hours: Hours;
  /** Share of its steps it does not take up before somebody insists; added to that of the step. */
  readonly silence: number;
  /** Multiplies the time until a step is taken up: 2 is half as quick. */
  readonly pace: number;
}

/** How long a step takes one of the institutions that must sign it. Both in hours. */
export interface Effort {
  /** From the notice until it could be worked on: read, people found, papers there. Runs day and night. */
  readonly response: Spread;
  /** Time of one officer. */
  readonly work: Spread;
  /** Share of openings to which nobody reacts before the deadline. */
  readonly silence: number;
}

/** Everything that is assumed about the world, complete. Keys are the names of the definition. */
export interface Profile {
  readonly arrivalsPerDay: number;
  readonly places: Readonly<Record<Role['side'], Place>>;
  /** By role. */
  readonly institutions: Readonly<Record<string, Office>>;
  readonly steps: Readonly<Record<string, Effort>>;
  /** Weight of each answer people may give, by `step:outcome`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** How often an event is reported in a year of one run, while it can be. */
  readonly events: Readonly<Record<string, number>>;
  /** Weight of each value an attribute may be given. */
  readonly attributes: Readonly<Record<string, readonly Weighted[]>>;
  /** How far ahead a planned date is set, in days. */
  readonly dates: Readonly<Record<string, Spread>>;
}

/** A value and how heavy it weighs. */
export interface Weighted {
  readonly value: AttributeValue;
  readonly weight: number;
}

/** What a profile file may say; everything it leaves out keeps its default. */
export interface GivenProfile {
  readonly arrivalsPerDay?: number;
  readonly places?: Partial<Profile['places']>;
  /** By role; `all` for those not named. */
  readonly institutions?: Readonly<Record<string, Partial<Office>>>;
  /** By kind of step, for steps not named below; taken as it is, whatever their deadlines. */
  readonly kinds?: Partial<Readonly<Record<StepKind, Partial<Effort>>>>;
  readonly steps?: Readonly<Record<string, Partial<Effort>>>;
  readonly outcomes?: Readonly<Record<string, number>>;
  readonly events?: Readonly<Record<string, number>>;
  /** Weights by value, written as text: `true`, `false`, a code or a number. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly dates?: Readonly<Record<string, Spread>>;
}
