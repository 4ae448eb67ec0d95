import { isOriginAuthority, isReleaseToOrigin, releasing } from '../../language/origin.js';
import { type Outcome, type Share, type Step, signers } from '../../language/step.js';
import type { Model } from '../model.js';
import type { Move } from '../moves.js';
import { reachFrom } from '../relaxed.js';

/**
 * Whether an outcome cannot be given but by an authority of the State of origin that was told before who the person is:
 * what it then tells its own ministry nobody of the sending State releases, whoever else signs. It must sign the outcome,
 * must not be the one that is told now, and no behaviour may open the step before it was told.
 */
export function isHeldByOrigin(model: Model, step: Step, share: Share, outcome: Outcome): boolean {
  if (outcome.alone || outcome.keepsOpen) return false;
  return signers(step).some((id) => {
    const role = model.role(id);
    if (!role || id === share.to || !isOriginAuthority(role)) return false;
    const tells = (move: Move) => isTold(model, move, id);
    return model.starts.every(({ given }) => !reachFrom(model, given, tells).steps.has(step));
  });
}

/** Whether a move tells an authority of origin who the person is; by two people, or that step is refused itself. */
function isTold(model: Model, { step, outcome }: Move, role: string): boolean {
  if (!step || !outcome) return false;
  return (step.shares ?? []).some(
    (share) =>
      share.to === role &&
      isReleaseToOrigin(step, share, model.role) &&
      releasing(step, share).includes(outcome),
  );
}
