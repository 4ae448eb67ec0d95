import type { Definition, Regime } from '../language/definition.js';
import { type Refusal, refusal } from '../refusals.js';
import type { RunState } from './state.js';

/** A group operation as its run declares it. Instants are epoch milliseconds. */
export interface Operation {
  readonly purpose: string;
  readonly capacity: number;
  readonly departsAt?: number;
  /** Until when those who are seated may depart. */
  readonly latestAt?: number;
  /** Code of the handover point. */
  readonly point?: string;
  /** Country that receives: where the receiving migration authority belongs. */
  readonly destination?: string;
  /** Seats may be taken. */
  readonly seating: boolean;
  /** Lines that were taken stand. */
  readonly live: boolean;
  /** Boarding is over. */
  readonly boarded: boolean;
}

/** Whose runs fit an operation's purpose. Children travel with their family, on a list of their own. */
const FITS: Readonly<Record<string, readonly Regime[]>> = {
  removal: ['removal', 'child'],
  voluntary: ['voluntary', 'child'],
};

/** The operation a run coordinates; undefined for a run of another kind. */
export function operationOf(definition: Definition, state: RunState): Operation | undefined {
  const part = definition.operation;
  if (!part) return undefined;
  const { attributes, dates, facts, ending } = state;
  const departsAt = dates[part.departure];
  const latestAt = dates[part.latest] ?? departsAt;
  const point = state.refers?.point;
  const [destination] = receivingCountries(definition, state, ['MIG']);
  const holds = (fact: string) => facts[fact] !== undefined;
  return {
    purpose: String(attributes[part.purpose] ?? ''),
    capacity: Number(attributes[part.capacity] ?? 0),
    ...(departsAt === undefined ? {} : { departsAt }),
    ...(latestAt === undefined ? {} : { latestAt }),
    ...(point === undefined ? {} : { point }),
    ...(destination === undefined ? {} : { destination }),
    seating: !ending && holds(part.seating),
    live: !ending && holds(part.live),
    boarded: holds(part.boarded),
  };
}

/** A person who asks for a seat, as their own run stands. */
export interface SeatWish {
  readonly definition: Definition;
  readonly state: RunState;
  readonly departsAt: number;
}

/** Why a person cannot be seated on an operation, whatever their own run says. Free seats are counted elsewhere. */
export function refuseSeatOn(operation: Operation, wish: SeatWish): Refusal | undefined {
  const { definition, state, departsAt } = wish;
  if (!FITS[operation.purpose]?.includes(definition.regime)) {
    return refusal('seat-never', { protocol: definition.id });
  }
  if (!operation.seating || !operation.live || operation.boarded) {
    return refusal('operation-closed');
  }
  if (!isWithin(operation, departsAt)) return refusal('seat-date');
  const countries = receivingCountries(definition, state, ['MIG', 'CPA', 'REC']);
  if (operation.destination === undefined || !countries.includes(operation.destination)) {
    return refusal('seat-destination');
  }
  return undefined;
}

/** Whether a planned departure lies inside what the operation declares. */
export function isWithin({ departsAt, latestAt }: Operation, at: number): boolean {
  return departsAt !== undefined && latestAt !== undefined && departsAt <= at && at <= latestAt;
}

function receivingCountries(
  { roles }: Definition,
  { bindings }: RunState,
  kinds: readonly string[],
): string[] {
  return roles
    .filter(({ side, kind }) => side === 'receiving' && kinds.includes(kind))
    .flatMap(({ id }) => bindings[id]?.country ?? []);
}

/** Whether an act took the ground from under lines: the operation fell, moved, or its boarding ended. */
export function callsOff(was: Operation | undefined, is: Operation | undefined): boolean {
  if (!was || !is) return false;
  const fell = was.live && !is.live;
  const moved = was.departsAt !== is.departsAt || was.latestAt !== is.latestAt;
  return fell || moved || (!was.boarded && is.boarded);
}

/** Whether somebody may still board what is left of a line: false is a line on a dead date. */
export function stands(operation: Operation, departsAt: number): boolean {
  return operation.live && !operation.boarded && isWithin(operation, departsAt);
}

/** How many lines stand where. */
export interface Tally {
  /** Waiting for the receiver's answer. */
  readonly proposed: number;
  readonly boarded: number;
  readonly arrived: number;
  readonly refused: number;
  /** The lines are those of the last version sent. */
  readonly asSent: boolean;
}

/** The events the system must report in the run of an operation, given what has become of the lines. */
export function newsOf(definition: Definition, state: RunState, tally: Tally): string[] {
  const part = definition.operation;
  if (!part || state.ending) return [];
  const { reports, counted } = part;
  const { live, boarded } = operationOf(definition, state)!;
  const sent = (state.versions ?? 0) > 0;
  const news: string[] = [];
  if (sent && live && !boarded && !tally.asSent) news.push(reports.listChanged);
  if (sent && live && !boarded && tally.proposed === 0) news.push(reports.linesAnswered);
  if (boarded && tally.boarded === 0) news.push(reports.journeyOver);
  const arrived = state.attributes[counted.arrived];
  const refused = state.attributes[counted.refused];
  if (arrived !== undefined && refused !== undefined) {
    if (arrived !== tally.arrived || refused !== tally.refused) news.push(reports.countsDiffer);
  }
  return news;
}

/** The event that tells a person's run that their seat is gone, and the role in which the system reports it. */
export function callingOff(definition: Definition): { event: string; role: string } | undefined {
  const event = definition.events.find(({ id }) => id === definition.seat?.calledOff);
  if (!event) return undefined;
  const role = Array.isArray(event.by) ? event.by[0] : undefined;
  return { event: event.id, role: role ?? (event.by === 'system' ? 'system' : definition.lead) };
}
