import { beforeAt, dueAt } from '../rules/deadline.js';
import { calendarOf, pauseClock, resumeClock, startClock } from './clocks.js';
import { holdersAt } from './competence.js';
import { answersKey, type CompiledStep } from './compiled.js';
import {
  bindingOf,
  type Draft,
  establish,
  holderKey,
  stepState,
  touch,
  touchStep,
} from './draft.js';
import { clearFact } from './facts.js';
import { notifySigners } from './notices.js';
import { isAtRest, tellOfResting } from './origin-stop.js';
import { takeBack } from './recalls.js';
import type { StepState } from './state.js';

/**
 * Brings every step in line with what now holds: suspends and resumes open steps, opens those whose guard calls for
 * it. Repeats in definition order until nothing changes, so the result never depends on map order. Steps that are not
 * stale are in line already; one that waits for its time is looked at whenever time has passed.
 */
export function settle(draft: Draft): void {
  const rounds = draft.compiled.order.length * 4 + 8;
  for (const id of draft.active) {
    if (draft.state.steps[id]?.armed) touchStep(draft, id);
  }
  for (let round = 0; round < rounds; round += 1) {
    if (draft.state.ending) {
      settleRecalls(draft);
      return;
    }
    let changed = false;
    for (const entry of draft.compiled.order) {
      if (draft.stale[entry.index] === 0) continue;
      draft.stale[entry.index] = 0;
      refreshSuspension(draft, entry);
      if (consider(draft, entry)) {
        changed = true;
        draft.stale[entry.index] = 1;
      }
      const step = draft.state.steps[entry.id];
      if (step?.open || step?.armed) draft.active.add(entry.id);
      else draft.active.delete(entry.id);
    }
    if (!changed && !noteIdle(draft)) return;
  }
  throw new Error(`Definition ${draft.compiled.definition.id} opens steps without end`);
}

/** What ended the run may call for data to come back; nothing else opens any more. */
function settleRecalls(draft: Draft): void {
  for (const entry of draft.compiled.recalls.values()) consider(draft, entry);
}

/**
 * Records that the run has come to a stop: whoever leads it is then asked, so that no run waits for ever without
 * anybody knowing. Says whether it was recorded just now.
 */
function noteIdle(draft: Draft): boolean {
  if (!draft.compiled.waitsForIdle) return false;
  const { steps } = draft.compiled;
  // Nothing goes on by a body giving data back, so a recall keeps nobody from being asked.
  const idle = [...draft.active].every((id) => {
    const entry = steps.get(id)!;
    return entry.step.recalls !== undefined || !goesOn(draft, entry);
  });
  if (!idle) {
    delete draft.state.established.idle;
    touch(draft, 'idle');
  } else if (!draft.state.established.idle) {
    establish(draft, 'idle');
    return true;
  }
  return false;
}

/** Whether the step can be answered, by people or by silence, or will open by itself. */
function goesOn(draft: Draft, { id, step }: CompiledStep): boolean {
  const state = draft.state.steps[id];
  if (!state?.open) return state?.armed === true && state.opensAt !== undefined;
  const { missing, clock } = state.open;
  const answerable = step.outcomes.filter((outcome) => !outcome.bySilence);
  if (missing) return answerable.some((outcome) => outcome.despiteMissing);
  return answerable.length > 0 || clock !== undefined;
}

function consider(draft: Draft, entry: CompiledStep): boolean {
  const known = draft.state.steps[entry.id];
  if (!entry.isCalledFor(draft.state)) {
    if (known) disarm(known);
    return false;
  }
  const state = known ?? stepState(draft, entry.id);
  const fresh = !state.wasTrue || newest(draft, entry) > state.considered;
  if (fresh) {
    state.considered = draft.state.tick;
    state.wasTrue = true;
    // What is established while the step is open is in front of whoever answers it.
    if (!state.open) {
      arm(draft, entry, state);
      tellOfResting(draft, entry);
    } else if (entry.step.recalls) supersede(draft, entry, state);
  }
  return state.armed && !state.open ? tryToOpen(draft, entry, state) : false;
}

/**
 * More was shared since a recall opened and is recalled as well: it opens anew, with its whole time, so that an answer is
 * always about everything. Nobody is told that the first is taken back, because it is not.
 */
function supersede(draft: Draft, entry: CompiledStep, state: StepState): void {
  draft.effects.push({ type: 'step-withdrawn', step: entry.id, opening: state.open!.opening });
  delete state.open;
  arm(draft, entry, state);
}

function disarm(state: StepState): void {
  state.wasTrue = false;
  delete state.armed;
  delete state.opensAt;
}

function newest(draft: Draft, entry: CompiledStep): number {
  let tick = 0;
  for (const { atom, holds } of entry.atoms) {
    const established = draft.state.established[atom];
    if (established && established.tick > tick && holds(draft.state)) tick = established.tick;
  }
  return tick;
}

function arm(draft: Draft, entry: CompiledStep, state: StepState): void {
  state.armed = true;
  const series = entry.step.series;
  if (series) {
    state.series = { next: 0, anchorAt: draft.state.established[series.after]?.at ?? draft.at };
  }
}

function tryToOpen(draft: Draft, entry: CompiledStep, state: StepState): boolean {
  const { step } = entry;
  if (isAtRest(draft.compiled.definition, draft.state, step)) {
    delete state.opensAt;
    return false;
  }
  if (step.limit !== undefined && state.openings - (state.rested ?? 0) >= step.limit) {
    delete state.armed;
    establish(draft, `exhausted:${entry.id}`);
    return true;
  }
  const opensAt = openingInstant(draft, entry, state);
  if (opensAt === undefined) {
    delete state.opensAt;
    return false;
  }
  if (opensAt > draft.at) {
    state.opensAt = opensAt;
    return false;
  }
  delete state.opensAt;
  if (missingFacts(draft, entry).length > 0) return false;
  open(draft, entry, state);
  return true;
}

/** The earliest instant the step may open; undefined while the planned date it hangs on is not known. */
function openingInstant(draft: Draft, entry: CompiledStep, state: StepState): number | undefined {
  const { step } = entry;
  const days = calendarOf(draft, bindingOf(draft, entry.signers[0]!));
  if (state.series) {
    const distance = step.series!.at[state.series.next]!;
    return dueAt({ ...distance, startAt: state.series.anchorAt, ...days });
  }
  if (step.notBefore) {
    const anchorAt = draft.state.dates[step.notBefore.before];
    if (anchorAt === undefined) return undefined;
    const { length, unit } = step.notBefore;
    return beforeAt({ length, unit, anchorAt, ...days });
  }
  return draft.at;
}

export function missingFacts(draft: Draft, entry: CompiledStep): string[] {
  return (entry.step.requires ?? []).filter((fact) => draft.state.facts[fact] === undefined);
}

function open(draft: Draft, entry: CompiledStep, state: StepState): void {
  const { step } = entry;
  delete state.armed;
  delete state.outcome;
  touch(draft, answersKey(entry.id));
  if (!step.recalls) {
    delete draft.state.established.idle;
    touch(draft, 'idle');
  }
  state.openings += 1;
  state.considered = draft.state.tick;
  for (const fact of step.clearsAtOpening ?? []) clearFact(draft, fact);
  const holders = holdersAt(draft, entry);
  state.open = {
    opening: state.openings,
    openedAt: draft.at,
    ...(holders ? { holders } : {}),
  };
  const clock = step.deadline && openingClock(draft, entry, state);
  if (clock) state.open.clock = clock;
  draft.effects.push({
    type: 'step-opened',
    step: entry.id,
    opening: state.openings,
    roles: entry.signers,
    ...(holders ? { holders } : {}),
    ...(clock ? { dueAt: clock.dueAt } : {}),
  });
  takeBack(draft, entry, state.openings);
  notifySigners(draft, entry, step.recalls ? 'recalled' : 'opened');
}

function openingClock(draft: Draft, entry: CompiledStep, state: StepState) {
  const deadline = entry.step.deadline!;
  const role = holderKey(draft.state, entry.id, entry.signers[0]!);
  const held = state.heldClock;
  if (!held) return startClock(draft, entry, role);
  delete state.heldClock;
  resumeClock(draft, held, deadline, role);
  return held;
}

/** Suspends an open step whose requirements no longer hold, stops and resumes its clock. */
function refreshSuspension(draft: Draft, entry: CompiledStep): void {
  const open = draft.state.steps[entry.id]?.open;
  if (!open) return;
  const { step } = entry;
  const missing = missingFacts(draft, entry);
  const before = open.missing ?? [];
  if (missing.join() !== before.join()) {
    if (missing.length > 0) open.missing = missing;
    else delete open.missing;
    const of = { step: entry.id, opening: open.opening };
    if (missing.length > 0) draft.effects.push({ type: 'step-suspended', ...of, missing });
    else draft.effects.push({ type: 'step-resumed', ...of });
    if (missing.length === 0) notifySigners(draft, entry, 'resumed');
    else if (before.length === 0) notifySigners(draft, entry, 'suspended');
  }
  const { clock } = open;
  if (!clock || !step.deadline) return;
  const stop =
    missing.length > 0 ||
    (step.deadline.pausedWhile ?? []).some((fact) => draft.state.facts[fact] !== undefined);
  if (stop === (clock.pausedAt !== undefined)) return;
  if (stop) pauseClock(clock, draft.at);
  else {
    const role = holderKey(draft.state, entry.id, entry.signers[0]!);
    resumeClock(draft, clock, step.deadline, role);
  }
  draft.effects.push({
    type: 'clock-moved',
    step: entry.id,
    opening: open.opening,
    dueAt: clock.dueAt,
    paused: stop,
  });
}

/**
 * A planned date changed, or the days that are counted back from it: clocks that move by it are set again. One that does not
 * is left alone, so that nobody is reminded again of the same instant.
 */
export function moveClocksBefore(draft: Draft, date: string): void {
  for (const entry of draft.compiled.order) {
    const from = entry.step.deadline?.from;
    const open = draft.state.steps[entry.id]?.open;
    if (!open || typeof from !== 'object' || !('before' in from) || from.before !== date) continue;
    const role = holderKey(draft.state, entry.id, entry.signers[0]!);
    const clock = startClock(draft, entry, role)!;
    if (clock.dueAt === open.clock?.dueAt) continue;
    const lapsed = open.clock && !open.clock.marks.some((mark) => mark.mark === 'due');
    if (lapsed && clock.dueAt <= draft.at) continue;
    if (open.clock?.pausedAt !== undefined) clock.pausedAt = open.clock.pausedAt;
    open.clock = clock;
    touchStep(draft, entry.id);
    draft.effects.push({
      type: 'clock-moved',
      step: entry.id,
      opening: open.opening,
      dueAt: clock.dueAt,
      paused: clock.pausedAt !== undefined,
    });
  }
}
