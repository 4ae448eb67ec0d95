import { evaluate } from '../language/condition.js';
import type { Definition, Regime } from '../language/definition.js';
import type { SeatChange, SeatList } from '../language/seat.js';
import type { Outcome } from '../language/step.js';
import { type Refusal, refusal } from '../refusals.js';
import type { Compiled, CompiledStep } from './compiled.js';
import type { Draft } from './draft.js';
import type { Seat, SeatStatus } from './state.js';

const EVERYBODY = ['individualAssessed', 'nonRefoulementClear'] as const;
/**
 * Without these facts of the own run nobody gets a seat, whatever the definition says (INV-G1, INV-C1). A regime that is
 * not here has no seats at all: trafficked people are never moved in a group (INV-T6).
 */
const SEAT_GATES: Readonly<Partial<Record<Regime, readonly string[]>>> = {
  removal: [...EVERYBODY, 'individuallyCleared'],
  voluntary: EVERYBODY,
  child: [...EVERYBODY, 'bidReturn', 'childViewRecorded', 'guardianActive'],
};

/** Where a line must stand for each change; an answer that finds it elsewhere leaves it as it is. */
const FROM: Readonly<Record<Exclude<SeatChange, 'taken'>, readonly SeatStatus[]>> = {
  accepted: ['proposed'],
  corrected: ['proposed', 'accepted'],
  rejected: ['proposed', 'accepted'],
  boarded: ['proposed', 'accepted'],
  arrived: ['boarded'],
  refused: ['boarded', 'arrived'],
  'brought-back': ['boarded'],
};

const STANDING: readonly SeatStatus[] = ['proposed', 'accepted'];

/** Why an answer that names a group operation cannot give its person a seat, if it cannot. */
export function refuseSeat(draft: Draft, outcome: Outcome): Refusal | undefined {
  if (outcome.seat !== 'taken' || operationNamed(draft) === undefined) return undefined;
  const { definition } = draft.compiled;
  const { seat, regime, id } = definition;
  const gates = SEAT_GATES[regime];
  if (!seat || !gates) return refusal('seat-never', { protocol: id });
  const missing = gates.filter((fact) => draft.state.facts[fact] === undefined);
  if (missing.length > 0) return refusal('seat-not-cleared', { missing: missing.join(', ') });
  if (draft.state.dates[seat.date] === undefined) return refusal('seat-date');
  return undefined;
}

/** Lets an answer by people change the line of its person. Silence never does: only what is lost is lost by itself. */
export function moveSeat(draft: Draft, entry: CompiledStep, outcome: Outcome): void {
  const change = outcome.seat;
  if (!change) return;
  if (change === 'taken') takeSeat(draft, entry, outcome);
  else {
    const { seat } = draft.state;
    if (!seat || !FROM[change].includes(seat.status)) return;
    if (change === 'corrected') put(draft, { ...seat, status: 'proposed' }, { corrected: true });
    else put(draft, { ...seat, status: change });
  }
}

function takeSeat(draft: Draft, entry: CompiledStep, outcome: Outcome): void {
  const { state, compiled } = draft;
  const operation = operationNamed(draft);
  const before = state.seat;
  // Somebody who is listed anew, alone or elsewhere, is no longer on the list they were on.
  if (before && STANDING.includes(before.status) && before.operation !== operation) {
    put(draft, { ...before, status: 'removed' });
  }
  if (operation === undefined) return;
  const departsAt = state.dates[compiled.definition.seat!.date]!;
  const of = { operation, departsAt, step: entry.id, outcome: outcome.id };
  put(draft, { ...of, list: listOf(draft), status: 'proposed' }, { taken: true });
}

/** Children by what they are, never by what a form says. */
function listOf(draft: Draft): SeatList {
  const { regime, seat } = draft.compiled.definition;
  if (regime === 'child') return 'children';
  const protectedWhen = seat?.protectedWhen;
  return protectedWhen && evaluate(protectedWhen, draft.view) ? 'protected-handling' : 'adults';
}

/**
 * A seat stands on what the step that gave it requires and on what it set, until boarding. When any of that falls away,
 * the planned date moves or the run ends, the line is gone: this person's only, and nobody else's (INV-G2).
 */
export function keepSeat(draft: Draft): void {
  const { seat } = draft.state;
  if (!seat || !STANDING.includes(seat.status)) return;
  const { definition } = draft.compiled;
  const stands =
    !draft.state.ending &&
    !draft.state.originStop &&
    draft.state.dates[definition.seat!.date] === seat.departsAt &&
    groundsOf(draft.compiled, seat).every((fact) => draft.state.facts[fact] !== undefined);
  if (!stands) put(draft, { ...seat, status: 'removed' });
}

function groundsOf({ steps }: Compiled, { step: id, outcome }: Seat): string[] {
  const { step } = steps.get(id)!;
  const sets = step.outcomes.find((candidate) => candidate.id === outcome)?.sets ?? [];
  const set = sets.map((setting) => (typeof setting === 'string' ? setting : setting.fact));
  return [...(step.requires ?? []), ...set];
}

/** The lines the door read with this answer become the next version of the operation's list. */
export function freezeList(draft: Draft): void {
  const { act, state } = draft;
  const version = (state.versions ?? 0) + 1;
  state.versions = version;
  const lines = act.type === 'step-completed' ? (act.manifest ?? []) : [];
  draft.effects.push({ type: 'manifest-frozen', version, lines });
}

/** Whether this answer of this protocol freezes a list, so that the door must read the lines first. */
export function freezesList(definition: Definition, step: string, outcome: string): boolean {
  const declared = definition.steps.find(({ id }) => id === step);
  return declared?.outcomes.find(({ id }) => id === outcome)?.manifest !== undefined;
}

function operationNamed({ act }: Draft): string | undefined {
  return act.type === 'step-completed' ? act.refers?.operation : undefined;
}

function put(draft: Draft, seat: Seat, more: { taken?: true; corrected?: true } = {}): void {
  draft.state.seat = seat;
  const { operation, status, list, departsAt } = seat;
  draft.effects.push({ type: 'seat-changed', operation, status, list, departsAt, ...more });
}
