import type { AttributeValue } from '../language/attribute.js';
import type { Unit } from '../language/deadline.js';
import type { Standing } from '../language/family.js';
import type { Reference } from '../language/form.js';
import type { RecallAnswer } from '../language/recall.js';
import type { Register } from '../language/register.js';
import type { SeatList } from '../language/seat.js';
import type { Mark } from '../rules/ladder.js';
import type { OriginStop } from './stop.js';

/**
 * Everything a run is at one moment, as plain JSON: any state is a valid place to stop, store, hand over or continue.
 * Instants are epoch milliseconds.
 */
export interface RunState {
  /** Version of this shape. */
  readonly v: 1;
  /** Acts applied so far; the next act is `seq + 1`. */
  seq: number;
  /** Counts what was established, finer than `seq`: several things may be established by one act. */
  tick: number;
  startedAt: number;
  lastAt: number;
  /** `continues.run` is the run that carries on; absent when no such protocol took it over. */
  ending?: {
    id: string;
    at: number;
    continues?: { protocol: string; entry: string; run?: string };
  };
  /** The run this one carries on, and the act that ended it. */
  origin?: { run: string; seq: number; protocol: string };
  /** The person's place in a family, what the run was told of the others, and joins it was told are not complete. */
  family?: { unit: string; member: string; others: Record<string, Standing>; broken: string[] };
  /** No contact with authorities of origin; replaced, never changed in place. */
  originStop?: OriginStop;
  /** Pack the run is under, `id@version`. */
  pack?: string;
  /** What the run knows of the register; replaced, never changed in place. */
  register?: Register;
  /** By role, or by `ROLE.rule` for who is competent beside it. */
  bindings: Record<string, Binding>;
  attributes: Record<string, AttributeValue>;
  dates: Record<string, number>;
  /** The facts that hold; `until` is when a fact with limited validity runs out. */
  facts: Record<string, { until?: number }>;
  /** When each atom was last established: tick and instant. */
  established: Record<string, { tick: number; at: number }>;
  steps: Record<string, StepState>;
  /** Shares that wait for an acknowledgement, by share key. */
  acknowledgements: Record<string, Awaited>;
  /** What was released and some recall may take back, by share key; the entries are never changed in place. */
  received?: Record<string, Received>;
  /** Codes of things outside the run that its answers named, the latest of each. */
  refers?: Partial<Record<Reference, string>>;
  /** The latest seat of the person on a group operation. */
  seat?: Seat;
  /** Versions of its list that a group operation has sent. */
  versions?: number;
  /** What became of each consent that was asked, by purpose; replaced, never changed in place. */
  consents?: Readonly<Record<string, ConsentState>>;
  /** The latest answer that lowered the person's protection; replaced, never changed in place. */
  lowered?: Lowered;
}

/** An answer that took protection away from the person. */
export interface Lowered {
  readonly at: number;
  readonly seq: number;
  readonly step: string;
  readonly opening: number;
  readonly outcome: string;
  /** The person was, or might have been, under 18 when it was given, or when another was not 72 hours before. */
  readonly ofChild?: true;
  /** A departure is planned within 72 hours of it. */
  readonly soon?: true;
  /** It was given in a run that this one carries on, whose names those are. */
  readonly carried?: true;
}

export const CONSENT_STATUSES = ['offered', 'given', 'reconfirmed', 'revoked', 'expired'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Where a consent stands. `expired` is also one that fell because something it was given under changed. */
export interface ConsentState {
  readonly status: ConsentStatus;
  /** Since when, and by which act. */
  readonly at: number;
  readonly seq: number;
  /** Until when it is good, if it runs out by itself. */
  readonly until?: number;
  /** Version of the text the person was shown, `protocol@version`. */
  readonly text: string;
  /** The step it was answered in. */
  readonly step?: string;
  /** The person was asked and did not agree. */
  readonly refusedAt?: number;
}

/** A recipient who has not confirmed yet what it is sent. */
export interface Awaited {
  role: string;
  clock: Clock;
  unit?: Unit;
  /** What forbids the share came to hold meanwhile: it may never have been handed over, so nobody is pressed for it. */
  forbidden?: true;
}

/** A share that was released to a role of which data may be recalled. */
export interface Received {
  readonly to: string;
  /** The institution that filled the role then. */
  readonly institution: string;
  /** When it was released, among everything that is established. */
  readonly tick: number;
  /** The opening that took it back, since when, and what was answered to it. */
  readonly recall?: {
    readonly step: string;
    readonly opening: number;
    readonly at: number;
    readonly answer?: RecallAnswer;
    readonly answeredAt?: number;
  };
}

export const SEAT_STATUSES = [
  'proposed',
  'accepted',
  'rejected',
  'removed',
  'boarded',
  'arrived',
  'refused',
  'brought-back',
] as const;
/** Where a line stands. `removed` came of the person's own run: what the seat stood on no longer holds. */
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/** A seat is never changed in place: a change is a new one. */
export interface Seat {
  /** The run of the operation. */
  readonly operation: string;
  readonly list: SeatList;
  readonly status: SeatStatus;
  /** The answer that took it. */
  readonly step: string;
  readonly outcome: string;
  /** The planned departure it was taken for. */
  readonly departsAt: number;
}

/** Which institution fills a role, and by which calendar and zone its days are counted. */
export interface Binding {
  institution: string;
  /** ISO 3166-1 alpha-2, e.g. `MX`. */
  country: string;
  /** IANA zone, e.g. `America/Tijuana`. */
  timeZone: string;
}

export interface StepState {
  openings: number;
  /** Tick up to which what the guard names has been taken into account. */
  considered: number;
  /** The guard was true when last looked at. */
  wasTrue: boolean;
  /** The guard calls for an opening that has not happened yet (a requirement or its time is missing). */
  armed?: true;
  /** Openings taken back because the State of origin was cut off; they do not count against its limit. */
  rested?: number;
  /** When an armed step opens by itself. */
  opensAt?: number;
  /** The latest answer, until the step opens again. */
  outcome?: string;
  /** Position in a series of visits and the instant its distances count from. */
  series?: { next: number; anchorAt: number };
  /** A clock that was put aside by an outcome that keeps the time left. */
  heldClock?: Clock;
  open?: OpenStep;
}

export interface OpenStep {
  opening: number;
  openedAt: number;
  clock?: Clock;
  /** Required facts that do not hold; the step is suspended while there is one. */
  missing?: string[];
  /** `seconded`: a second person of the same institution gave the answer too, where that is asked for. */
  signatures?: Record<string, { outcome: string; at: number; seconded?: true }>;
  /** The last days of facts each signer's answer named. */
  ends?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** When whoever leads the run last had those who must answer reminded. */
  nudgedAt?: number;
  /** Who is competent for this opening where it is not the role's own institution: the name it is bound under. */
  holders?: Record<string, string>;
}

/** A running deadline. While `pausedAt` is set nothing falls due. */
export interface Clock {
  startAt: number;
  dueAt: number;
  marks: { mark: Mark; at: number }[];
  pausedAt?: number;
}

/** A copy that can be changed without touching the original. */
export function copyState(state: RunState): RunState {
  const steps: Record<string, StepState> = {};
  for (const id in state.steps) steps[id] = copyStep(state.steps[id]!);
  const acknowledgements: RunState['acknowledgements'] = {};
  for (const key in state.acknowledgements) {
    const waiting = state.acknowledgements[key]!;
    acknowledgements[key] = { ...waiting, clock: copyClock(waiting.clock) };
  }
  return {
    ...state,
    bindings: { ...state.bindings },
    attributes: { ...state.attributes },
    dates: { ...state.dates },
    facts: { ...state.facts },
    established: { ...state.established },
    steps,
    acknowledgements,
  };
}

function copyStep(step: StepState): StepState {
  const copy: StepState = { ...step };
  if (copy.heldClock) copy.heldClock = copyClock(copy.heldClock);
  if (!step.open) return copy;
  const open: OpenStep = { ...step.open };
  if (open.clock) open.clock = copyClock(open.clock);
  if (open.signatures) open.signatures = { ...open.signatures };
  if (open.holders) open.holders = { ...open.holders };
  copy.open = open;
  return copy;
}

function copyClock(clock: Clock): Clock {
  return { ...clock, marks: clock.marks.slice() };
}
