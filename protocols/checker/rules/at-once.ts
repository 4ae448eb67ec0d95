import type { Step } from '../../language/step.js';
import type { Move } from '../moves.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { nameEvent, nameStep } from '../words.js';

/**
 * Whether a step opens the moment its guard comes to hold and its requirements do: it waits for no date, no distance
 * from something else, and may open as often as it is called for (`tryToOpen`).
 */
export function opensAtOnce({ limit, series, notBefore }: Step): boolean {
  return limit === undefined && series === undefined && notBefore === undefined;
}

/**
 * Proves that nothing takes a step back while what it is there for goes on: `withdraw` would close it, and its guard, which
 * still holds, would not open it a second time. `over` names the facts by which what it is there for ends.
 */
export function requireKept(scope: Scope, step: Step, over: readonly string[]): void {
  const { model } = scope;
  const move = model.moves.find((candidate) => takesBack(candidate, step, over));
  if (!move) return;
  scope.report('protection-withdrawn', `${move.where}/withdraws`, {
    step: nameStep(model, step.id),
    by: move.event ? nameEvent(model, move.event.id) : nameStep(model, move.step!.id),
    id: step.id,
  });
}

function takesBack(move: Move, step: Step, over: readonly string[]): boolean {
  const targets = (move.outcome ?? move.event)?.withdraws ?? [];
  if (!targets.some((target) => target === step.id || target === step.stage)) return false;
  return !move.over && !isOfDeath(move) && !move.sets.some((fact) => over.includes(fact));
}

/** Whether a move only follows the report of a death. */
export function isOfDeath({ event, step }: Move): boolean {
  const alive = knowing({ 'event:deceased': false });
  return event?.id === 'deceased' || (step !== undefined && judge(step.when, alive) === false);
}
