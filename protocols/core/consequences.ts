import type { Consequences, Onward } from '../language/step.js';
import type { Brought, Continuation } from './acts.js';
import { assign, type Draft, stepState, touchStep } from './draft.js';
import { clearFact, setFact } from './facts.js';
import { notifyLead, notifySigners } from './notices.js';
import { moveClocksBefore } from './open-steps.js';

/**
 * Applies what an outcome or an event does to the run, in the order the language promises. `ends` are the last days the
 * answer named for facts it sets.
 */
export function applyConsequences(
  draft: Draft,
  consequences: Consequences,
  ends?: Readonly<Record<string, string>>,
): void {
  for (const fact of consequences.clears ?? []) clearFact(draft, fact);
  for (const setting of consequences.sets ?? []) setFact(draft, setting, ends);
  for (const [id, value] of Object.entries(consequences.assigns ?? {})) {
    if (value !== undefined) assign(draft, id, value);
  }
  // A consent may be taken back when the run is over: then nothing is left to withdraw, and it does not end again.
  if (draft.state.ending) return;
  for (const target of consequences.withdraws ?? []) withdraw(draft, target);
  if (consequences.continues)
    endRun(draft, 'transferred', onwardFrom(draft, consequences.continues));
  else if (consequences.ends) endRun(draft, consequences.ends);
}

/** Takes over the codes, planned dates and references a person's act brought. */
export function takeBrought(draft: Draft, brought: Brought): void {
  for (const [id, value] of Object.entries(brought.assigns ?? {})) assign(draft, id, value);
  for (const [id, at] of Object.entries(brought.dates ?? {})) {
    if (draft.state.dates[id] === at) continue;
    draft.state.dates[id] = at;
    moveClocksBefore(draft, id);
  }
  if (brought.refers) draft.state.refers = { ...draft.state.refers, ...brought.refers };
}

/**
 * Takes back an open step, or every open step of a stage; what was only waiting to open no longer does. What this
 * same act newly establishes may call for the step again: it then opens afresh.
 */
function withdraw(draft: Draft, target: string): void {
  const steps = draft.compiled.byStage.get(target)?.map((entry) => entry.id) ?? [target];
  for (const id of steps) withdrawStep(draft, id);
}

function withdrawStep(draft: Draft, id: string): void {
  const known = draft.state.steps[id];
  const entry = draft.compiled.steps.get(id)!;
  // Data that is out must come back, whatever becomes of the run.
  if (!known || entry.step.recalls) return;
  const state = stepState(draft, id);
  touchStep(draft, id);
  delete state.armed;
  delete state.opensAt;
  delete state.heldClock;
  if (!state.open) return;
  notifySigners(draft, entry, 'withdrawn');
  draft.effects.push({ type: 'step-withdrawn', step: id, opening: state.open.opening });
  delete state.open;
}

function endRun(
  draft: Draft,
  ending: string,
  continues?: { protocol: string; entry: string },
): void {
  for (const entry of draft.compiled.order) withdrawStep(draft, entry.id);
  draft.state.ending = { id: ending, at: draft.at, ...(continues ? { continues } : {}) };
  draft.effects.push({ type: 'run-ended', ending, ...(continues ? { continues } : {}) });
}

/** Where the person goes on: back where they came from, if that is what this says. */
function onwardFrom(
  draft: Draft,
  { back, protocol, entry }: NonNullable<Consequences['continues']>,
): Onward {
  const came = draft.state.origin?.protocol;
  return back && back.protocol === came ? { ...back } : { protocol, entry };
}

/** Records which run carries on; where none does, the lead is told, because the person is in nobody's run. */
export function noteContinuation(draft: Draft, { run }: Continuation): void {
  const { ending } = draft.state;
  if (!ending?.continues) return;
  if (run === undefined) notifyLead(draft, 'unclaimed');
  else draft.state.ending = { ...ending, continues: { ...ending.continues, run } };
}
