import type { Condition } from './condition.js';
import type { Names } from './names.js';

export const SEAT_CHANGES = [
  'taken',
  'accepted',
  'corrected',
  'rejected',
  'boarded',
  'arrived',
  'refused',
  'brought-back',
] as const;
/**
 * What an answer in a person's own run means for the person's line on the list of a group operation: `taken` gives a
 * seat on the operation the answer names; `accepted`, `corrected` and `rejected` are the receiver's word on the line;
 * `boarded`, `arrived`, `refused` (not received) and `brought-back` tell the journey. That a line falls away needs no
 * mark: it does so by itself when what the seat stands on no longer holds.
 */
export type SeatChange = (typeof SEAT_CHANGES)[number];

export const SEAT_LISTS = ['adults', 'children', 'protected-handling'] as const;
/** Children are never on the list of adults; protected handling says nothing about its reason. */
export type SeatList = (typeof SEAT_LISTS)[number];

/** How a person under this protocol takes part in group operations. */
export interface SeatPart<N extends Names = Names> {
  /** The planned date that must lie inside what the operation declares. */
  readonly date: N['date'];
  /** What the system reports in the person's run when the operation does not take them on that date. */
  readonly calledOff: N['event'];
  /** The line is on the list for protected handling when this holds as the seat is taken. */
  readonly protectedWhen?: Condition<N>;
}

/**
 * Says that a run under this protocol coordinates a transfer many people share. It decides nothing about any of them:
 * seats, answers and departures are acts of each person's own run.
 */
export interface OperationPart<N extends Names = Names> {
  /** Attribute with the code `removal` or `voluntary`; a person of another kind of return gets no seat. */
  readonly purpose: N['attribute'];
  /** Attribute with the number of seats. */
  readonly capacity: N['attribute'];
  /** Planned dates between which those who are seated depart. */
  readonly departure: N['date'];
  readonly latest: N['date'];
  /** Seats may be taken while this fact holds. */
  readonly seating: N['fact'];
  /** Lines stand while this fact holds; once it does not, every line is called off. */
  readonly live: N['fact'];
  /** Once this fact holds boarding is over, and who has not boarded is called off. */
  readonly boarded: N['fact'];
  /** Attributes with what was counted on arrival. */
  readonly counted: { readonly arrived: N['attribute']; readonly refused: N['attribute'] };
  /** Events the system reports: what has become of the lines. */
  readonly reports: {
    /** The lines are no longer those of the last version sent. */
    readonly listChanged: N['event'];
    /** No line waits for the receiver's answer. */
    readonly linesAnswered: N['event'];
    /** Nobody is on the way any more. */
    readonly journeyOver: N['event'];
    /** What was counted is not what the persons' own acts say. */
    readonly countsDiffer: N['event'];
  };
}
