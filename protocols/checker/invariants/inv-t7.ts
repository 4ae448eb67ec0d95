import type { Invariant } from '../invariant.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import { requireAccepted } from '../rules/acceptance.js';
import { opensAtOnce, requireKept } from '../rules/at-once.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { t } from '../words.js';

const STEP = 'alternatives-to-return';

/**
 * Asking to stay may be reported by anybody in every state before the departure; it takes away that return is an
 * option, which departure requires, and then the guard of the step with the alternatives is true for certain, and the
 * step requires nothing that could be missing while the person is there, and opens as often as it is asked for. So from every such state it opens by one act.
 */
export const invT7: Invariant = {
  id: 'INV-T7',
  regimes: ['victim'],
  must: t(
    'Hasta la salida siempre puede pedirse permanecer y se abren las alternativas al retorno.',
    'Until departure staying can always be asked for, and the alternatives to return open.',
  ),
  source: 'Guiding principles: seek alternatives to return',
  check(scope) {
    requireGate(scope, { effect: 'departs', facts: ['returnOpen'] });
    requireAccepted(scope, 'stay-requested', 'departure');
    requireClearing(scope, 'stay-requested', ['returnOpen']);
    opens(scope);
  },
};

function opens(scope: Scope): void {
  const { model, report } = scope;
  const step = model.steps.get(STEP);
  if (!step) {
    report('alternatives-missing', 'steps', { step: STEP });
    return;
  }
  const known = knowing({
    [HERE]: true,
    inTransit: false,
    received: false,
    returnOpen: false,
    personPresent: true,
  });
  const requires = (step.requires ?? []).filter((fact) => known.holds(fact) !== true);
  const isAlways = requires.length === 0 && opensAtOnce(step);
  requireKept(scope, step, [IN_TRANSIT, ...ARRIVED, 'returnOpen']);
  if (judge(step.when, known) === true && isAlways) return;
  report('alternatives-barred', `steps/${STEP}`, { step: STEP });
}
