import type { Category } from '../../language/form.js';
import type { Share } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import { HERE, IN_TRANSIT, type Model } from '../model.js';
import { READINESS } from '../vocabulary.js';
import { nameStep, t } from '../words.js';

const BEYOND = ['departs', 'hands-over', 'discloses-identity', 'issues-document'] as const;

/**
 * The regime says which safeguards bind. One that moves nobody may neither have an effect in the world beyond closing
 * its own file nor hold a fact a departure rests on, nor send anything about anybody to another State (an operation sends
 * its journey and figures); one that moves somebody has a departure to which the others apply.
 */
export const regime: Invariant = {
  id: 'REGIME',
  regimes: ['removal', 'child', 'victim', 'voluntary', 'no-return'],
  must: t(
    'El régimen declarado corresponde a lo que hacen los pasos.',
    'The regime declared fits what the steps do.',
  ),
  source: 'product rule',
  check({ model, report }) {
    const { definition } = model;
    if (definition.regime !== 'no-return') {
      if (model.having('departs').length === 0) report('regime-without-departure', 'steps');
      return;
    }
    for (const step of definition.steps) {
      for (const effect of BEYOND) {
        if (!step.effects?.includes(effect)) continue;
        report('regime-too-light', `steps/${step.id}/effects`, {
          step: nameStep(model, step.id),
          effect,
        });
      }
    }
    for (const step of definition.steps) {
      for (const share of step.shares ?? []) {
        if (!tellsAbroad(model, share)) continue;
        report('regime-tells', `steps/${step.id}/shares/${share.id}`, {
          step: nameStep(model, step.id),
          to: share.to,
        });
      }
    }
    for (const { id } of definition.facts) {
      if (![...READINESS, HERE, IN_TRANSIT].includes(id)) continue;
      report('regime-decides', `facts/${id}`, { fact: id });
    }
  },
};

function tellsAbroad({ definition, role }: Model, { to, categories }: Share): boolean {
  const harmless: readonly Category[] = definition.operation ? ['D10', 'D13'] : ['D13'];
  return (
    role(to)?.side === 'receiving' && categories.some((category) => !harmless.includes(category))
  );
}
