import { type Invariant, MOVING } from '../invariant.js';
import type { Move } from '../moves.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { t } from '../words.js';

/**
 * The definition names a monitoring body, which the access rules let read every run. A forced return requires that
 * it was notified (gate), and the step that says so sends it something with that answer. For a child or a victim an
 * answer that departure rests on sends it a notice.
 */
export const invM1: Invariant = {
  id: 'INV-M1',
  regimes: MOVING,
  must: t(
    'Un órgano de monitoreo puede leer cada proceso y es avisado antes de cada operativo.',
    'A monitoring body can read every run and is notified before every operation.',
  ),
  source: 'GCM objective 21(f)',
  check(scope) {
    const { model } = scope;
    const { monitor, regime } = model.definition;
    const role = monitor === undefined ? undefined : model.role(monitor);
    if (!role || role.optional || role.kind !== 'MON') scope.report('monitor-missing', 'monitor');
    if (regime === 'removal') {
      requireGate(scope, { effect: 'departs', facts: ['monitorNotified'] });
      requireSetter(scope, { fact: 'monitorNotified', outcomes: ['notified'], plain: true });
      for (const move of model.setters('monitorNotified')) {
        if (!tells(scope, move)) scope.report('monitor-untold', move.where);
      }
    }
    if (regime === 'child' || regime === 'victim') noticed(scope);
  },
};

function noticed(scope: Scope): void {
  const { model } = scope;
  for (const step of model.having('departs')) {
    const told = (step.requires ?? []).some((fact) => {
      const setters = model.setters(fact);
      return setters.length > 0 && setters.every((move) => tells(scope, move));
    });
    if (told) continue;
    const silent = (step.requires ?? [])
      .flatMap((fact) => model.setters(fact))
      .find((move) => move.step?.shares?.some(({ to }) => to === model.definition.monitor));
    scope.report('monitor-untold', silent?.where ?? `steps/${step.id}/requires`);
  }
}

function tells({ model }: Scope, { step, outcome }: Move): boolean {
  const { monitor } = model.definition;
  // An interim result releases nothing.
  if (outcome?.keepsOpen) return false;
  return (step?.shares ?? []).some(
    (share) =>
      share.to === monitor &&
      share.unless === undefined &&
      share.onlyIfReached === undefined &&
      share.restsOn === undefined &&
      (!share.on || (outcome !== undefined && share.on.includes(outcome.id))),
  );
}
