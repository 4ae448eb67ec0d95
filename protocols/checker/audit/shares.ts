import { MATRIX } from '../matrix.js';
import { positiveOutcomes } from '../model.js';
import { asksFor } from '../rules/setters.js';
import { nameStep, t } from '../words.js';
import { closedBy } from './closing.js';
import type { Moment } from './moment.js';

/** Every share that left is one the definition declares, and one beyond the table rests on reasons that were given. */
export function auditShares(moment: Moment): void {
  const { model, effects, entry, report } = moment;
  const { regime } = model.definition;
  for (const effect of effects) {
    if (effect.type !== 'share-released' || regime === 'no-return') continue;
    const step = model.steps.get(effect.step);
    const role = model.role(effect.to);
    const allowed = role && MATRIX[`${role.kind}/${role.side}`]?.[regime];
    if (!step || !allowed || effect.categories.every((one) => allowed.includes(one))) continue;
    const outcome = entry.act.type === 'step-completed' ? entry.act.outcome : undefined;
    const reasoned = outcome !== undefined && entry.answered && asksFor(step, outcome);
    if (step.kind === 'approval' && reasoned) continue;
    const name = nameStep(model, step.id);
    report(
      'INV-P2',
      t(
        `${name.es} envió a ${effect.to} más de lo que su función necesita, sin aprobación motivada.`,
        `${name.en} sent ${effect.to} more than its function needs, without an approval with reasons.`,
      ),
    );
  }
}

/** Before a departure by decision of others the monitoring body was sent a notice in this run. */
export function auditMonitor(moment: Moment): void {
  const { model, before, report } = moment;
  const { monitor, regime } = model.definition;
  if (regime === 'voluntary' || regime === 'no-return') return;
  for (const { step, outcome } of closedBy(moment)) {
    if (!step.effects?.includes('departs')) continue;
    if (!positiveOutcomes(step, 'departs').includes(outcome)) continue;
    const noticed = model.definition.steps.some(
      (other) =>
        other.shares?.some(({ to }) => to === monitor) &&
        before?.steps[other.id]?.outcome !== undefined &&
        step.requires?.some((fact) =>
          other.outcomes.some((one) =>
            one.sets?.some(
              (setting) => (typeof setting === 'string' ? setting : setting.fact) === fact,
            ),
          ),
        ),
    );
    if (monitor !== undefined && before?.bindings[monitor] && noticed) continue;
    report(
      'INV-M1',
      t(
        'El órgano de monitoreo no fue avisado antes de la salida.',
        'The monitoring body was not notified before the departure.',
      ),
    );
  }
}
