import type { Invariant } from '../invariant.js';
import { MOVING } from '../invariant.js';
import { EXTRACTS, MATRIX } from '../matrix.js';
import { asksFor } from '../rules/setters.js';
import { nameStep, t } from '../words.js';

/**
 * Every share is compared with the table of `matrix.ts`. One that goes beyond it must stand on an approval whose
 * releasing answers all need a field, in which whoever approves gives reasons; the act and its answer are recorded. Of what a
 * body gets only an extract of, the share names the fields.
 */
export const invP2: Invariant = {
  id: 'INV-P2',
  regimes: MOVING,
  must: t(
    'Cada institución recibe solo las categorías de datos que su función necesita, y un extracto donde basta; más, únicamente con aprobación motivada.',
    'Each institution receives only the categories of data its function needs, and an extract where that is enough; more only by an approval with reasons.',
  ),
  source: 'MX LGPDPPSO arts. 10, 19, 62',
  check({ model, report }) {
    const { regime } = model.definition;
    if (regime === 'no-return') return;
    for (const step of model.definition.steps) {
      for (const share of step.shares ?? []) {
        const role = model.role(share.to);
        const extracts = (role && EXTRACTS[`${role.kind}/${role.side}`]) ?? [];
        const whole = share.categories.filter((category) => extracts.includes(category));
        if (whole.length > 0 && !share.only) {
          report('share-whole', `steps/${step.id}/shares/${share.id}/only`, {
            step: nameStep(model, step.id),
            to: share.to,
            whole: whole.join(', '),
          });
        }
        const allowed = role && MATRIX[`${role.kind}/${role.side}`]?.[regime];
        if (!allowed) continue;
        const beyond = share.categories.filter((category) => !allowed.includes(category));
        if (beyond.length === 0) continue;
        const releasing = step.outcomes.filter((outcome) =>
          share.on ? share.on.includes(outcome.id) : !outcome.keepsOpen,
        );
        const approved =
          step.kind === 'approval' && releasing.every((outcome) => asksFor(step, outcome.id));
        if (approved) continue;
        report('share-beyond', `steps/${step.id}/shares/${share.id}/categories`, {
          step: nameStep(model, step.id),
          to: share.to,
          beyond: beyond.join(', '),
          allowed: allowed.join(', ') || '—',
        });
      }
    }
  },
};
