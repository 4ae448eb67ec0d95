import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { positiveOutcomes } from '../model.js';
import { escortsOf } from '../rules/escorts.js';
import { isAtBorder } from '../rules/gates.js';
import type { Scope } from '../scope.js';
import { list, nameOutcome, nameStep, t } from '../words.js';

/** Kinds that may take charge of a person for a State. */
const AUTHORITIES: readonly string[] = ['MIG', 'CPA', 'ATU', 'COURT', 'REC'];

/**
 * A step closes only when every signer chose the same outcome, unless it stands `alone`, is interim (`keepsOpen`) or
 * silence produced it; all are refused for the positive outcomes of a handover. So the signers named in `by` have all
 * signed, and among them are an authority of each State, in a role that is never vacant (the lead would sign for it),
 * and whoever took the person there.
 */
export const invA10: Invariant = {
  id: 'INV-A10',
  regimes: MOVING,
  must: t(
    'Toda entrega lleva la firma de una autoridad de cada Estado y la de quien acompaña.',
    'Every handover carries the signature of an authority of each State and of whoever escorts.',
  ),
  source: 'MX LM art. 124; GCM objective 21(g)',
  check(scope) {
    const border = scope.model.having('hands-over').filter(isAtBorder);
    if (border.length === 0) scope.report('handover-missing', 'steps');
    for (const step of border) checkHandover(scope, step);
  },
};

function checkHandover(scope: Scope, step: Step): void {
  const { model } = scope;
  const where = `steps/${step.id}`;
  const fillers = { step: nameStep(model, step.id) };
  const signed = model.roles(step);
  const missing = [
    ...(['sending', 'receiving'] as const)
      .filter(
        (side) =>
          !signed.some(
            ({ side: of, kind, optional }) =>
              of === side && AUTHORITIES.includes(kind) && !optional,
          ),
      )
      .map((side) =>
        side === 'sending'
          ? t('una autoridad del Estado remitente', 'an authority of the sending State')
          : t('una autoridad del Estado receptor', 'an authority of the receiving State'),
      ),
    ...escortsOf(model)
      .filter((role) => !signed.includes(role))
      .map(({ id }) => t(`quien acompaña (${id})`, `whoever escorts (${id})`)),
  ];
  if (missing.length > 0)
    scope.report('handover-unsigned', `${where}/by`, { ...fillers, missing: list(missing) });
  if (!step.safeguard) scope.report('handover-unguarded', where, fillers);
  for (const outcome of positiveOutcomes(step, 'hands-over')) {
    const named = { ...fillers, outcome: nameOutcome(model, step.id, outcome.id) };
    // An interim note says nothing of where the person is.
    if (outcome.alone || (outcome.keepsOpen && outcome.sets?.length))
      scope.report('handover-alone', `${where}/outcomes/${outcome.id}`, named);
    if (step.deadline?.lapse === outcome.id) {
      scope.report('handover-by-silence', `${where}/deadline/lapse`, named);
    }
    if (outcome.despiteMissing) {
      scope.report('gate-escaped', `${where}/outcomes/${outcome.id}`, named);
    }
  }
}
