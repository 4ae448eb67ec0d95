import type { Condition } from '../../language/condition.js';
import { withheldWhile } from '../../language/consent.js';
import { type Share, type Step, signers } from '../../language/step.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { list, nameFact, nameStep } from '../words.js';

/** Which authorities of origin are meant. */
export interface Addressees {
  /** Kinds of institutions; all unless given. */
  readonly kinds?: readonly string[];
  /** Also while the person is on the way or was received; only before that unless given. */
  readonly everywhere?: boolean;
}

/**
 * Proves that nothing reaches an authority of origin before the gate facts hold.
 *
 * Why that follows: an institution learns of a run by a step it must answer, which opens only when the step's
 * requirements hold, and by a share, which `share` releases only with an answer (accepted while the requirements
 * hold) and never while what withholds it
 * holds. So it is enough that each such step requires the facts, or that this is true for certain when one of them does not hold.
 */
export function requireDisclosure(
  scope: Scope,
  gate: readonly string[],
  { kinds, everywhere = false }: Addressees = {},
): void {
  const { model } = scope;
  for (const step of model.definition.steps) {
    if (!everywhere && !model.early.has(step)) continue;
    // A recall opens only at a role that was told before, by a share that stood behind the gate.
    const told = step.recalls ? [] : signers(step).filter((role) => isOrigin(scope, role, kinds));
    const lacking = gate.filter((fact) => !step.requires?.includes(fact));
    if (told.length > 0 && lacking.length > 0) {
      scope.report('origin-asked', `steps/${step.id}/requires`, {
        step: nameStep(model, step.id),
        roles: told.join(', '),
        facts: list(lacking.map((fact) => nameFact(model, fact))),
        ids: lacking.join(', '),
      });
    }
    for (const share of step.shares ?? []) checkShare(scope, step, share, gate, kinds);
  }
}

function checkShare(
  scope: Scope,
  step: Step,
  share: Share,
  gate: readonly string[],
  kinds: readonly string[] | undefined,
): void {
  if (!isOrigin(scope, share.to, kinds)) return;
  if (share.categories.every((category) => category === 'D13')) return;
  const withheld = withheldWhile(scope.model.definition, share);
  const lacking = gate.filter(
    (fact) => !isRequired(step, share, fact) && !isSuppressed(withheld, fact),
  );
  if (lacking.length === 0) return;
  scope.report('origin-told', `steps/${step.id}/shares/${share.id}`, {
    step: nameStep(scope.model, step.id),
    to: share.to,
    categories: share.categories.join(', '),
    facts: list(lacking.map((fact) => nameFact(scope.model, fact))),
    ids: lacking.join(', '),
  });
}

/** Whether every outcome that releases the share is refused while the fact does not hold. */
function isRequired(step: Step, share: Share, fact: string): boolean {
  if (!step.requires?.includes(fact)) return false;
  return step.outcomes
    .filter((outcome) => (share.on ? share.on.includes(outcome.id) : !outcome.keepsOpen))
    .every((outcome) => !outcome.despiteMissing);
}

/** Whether the share is held back for certain while the fact does not hold. */
export function isSuppressed(unless: Condition | undefined, fact: string): boolean {
  return unless !== undefined && judge(unless, knowing({ [fact]: false })) === true;
}

function isOrigin({ model }: Scope, role: string, kinds?: readonly string[]): boolean {
  const of = model.role(role);
  return of?.side === 'receiving' && (!kinds || kinds.includes(of.kind));
}
