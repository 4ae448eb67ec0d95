import type { Step } from '../../language/step.js';
import type { Move } from '../moves.js';
import type { Scope } from '../scope.js';
import { nameOutcome, nameStep } from '../words.js';
import { lengthText, shortest } from './lengths.js';

/** The least time in which a person can find counsel and file; a choice of the product, shorter than every law we read. */
const LEAST = { length: 5, unit: 'calendar-days' } as const;
/** How the time in which something can be challenged runs out. */
const RUN_OUT: readonly string[] = ['window-closed', 'none-filed'];
/** Who may say for the person, before the time is over, that nothing will be filed, or rule on what was. */
const FOR_THE_PERSON: readonly string[] = ['LEGAL', 'COURT'];

/**
 * Proves that the time for a remedy is a time: silence ends it five days after the step opened at the earliest, and before
 * that only counsel or a court, not of the receiving State, says that it is over.
 *
 * Why that follows: `dueAt` counts from the opening, or the core counts from something else, which is refused here; a
 * lapse happens at the due instant and not before, and who answers is named in `by`.
 */
export function requireWindow(scope: Scope, fact: string): void {
  const { model } = scope;
  for (const move of model.moves) {
    const { step, outcome } = move;
    if (!step || !outcome) continue;
    const closes = move.sets.includes(fact);
    if (move.kind === 'silence' && (closes || RUN_OUT.includes(outcome.id))) checkTime(scope, step);
    if (move.kind === 'answered' && closes) checkWho(scope, move, step);
  }
}

function checkTime(scope: Scope, step: Step): void {
  const { deadline } = step;
  if (!deadline) return;
  const counts = (deadline.from ?? 'opening') === 'opening';
  if (counts && shortest(deadline) >= shortest(LEAST)) return;
  scope.report('window-too-short', `steps/${step.id}/deadline`, {
    step: nameStep(scope.model, step.id),
    least: lengthText(LEAST),
  });
}

function checkWho({ model, report }: Scope, move: Move, step: Step): void {
  const signed = model.roles(step);
  const fits = signed.some(
    ({ kind, side, optional }) =>
      FOR_THE_PERSON.includes(kind) && side !== 'receiving' && !optional,
  );
  if (fits) return;
  report('window-closed-by-others', `steps/${step.id}/by`, {
    step: nameStep(model, step.id),
    outcome: nameOutcome(model, step.id, move.outcome!.id),
    roles: signed.map(({ id, kind }) => `${id} (${kind})`).join(', '),
  });
}
