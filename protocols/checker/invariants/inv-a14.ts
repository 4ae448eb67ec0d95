import type { Invariant } from '../invariant.js';
import { t } from '../words.js';

/**
 * The validator has shown that every step names roles that exist; a run starts only when every role that is not
 * optional is bound. Here each is looked up among the kinds the directory has, when those are known.
 */
export const invA14: Invariant = {
  id: 'INV-A14',
  regimes: ['removal', 'child', 'victim', 'voluntary', 'no-return'],
  must: t(
    'Cada paso tiene una institución responsable que existe en el directorio.',
    'Every step has a responsible institution that the directory has.',
  ),
  source: 'Guiding principles: institutions are the base',
  check({ model, context, report }) {
    const { kinds } = context;
    if (!kinds) return;
    for (const role of model.definition.roles) {
      const fits = kinds.some(
        ({ kind, side }) =>
          kind === role.kind && (side === role.side || side === 'either' || role.side === 'either'),
      );
      if (fits) continue;
      report(role.optional ? 'role-vacant' : 'role-unfillable', `roles/${role.id}`, {
        role: role.id,
        kind: role.kind,
        side: role.side,
      });
    }
  },
};
