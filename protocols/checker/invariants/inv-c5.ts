import type { Invariant } from '../invariant.js';
import { requireSetter } from '../rules/setters.js';
import { t } from '../words.js';

const MIGRATION = ['MIG', 'CON'] as const;

/** Every signer of a step that decides on a child's interests is looked at: child protection signs, migration never. */
export const invC5: Invariant = {
  id: 'INV-C5',
  regimes: ['child', 'victim', 'voluntary'],
  must: t(
    'El interés superior lo determina una autoridad de protección de la niñez, nunca la migratoria ni el consulado.',
    'The best interests are determined by a child protection authority, never by migration or the consulate.',
  ),
  source: 'GC22 para. 32; MX LM art. 112 III',
  check(scope) {
    requireSetter(scope, {
      fact: 'bidReturn',
      outcomes: ['return-family', 'return-alternative-care'],
      kinds: ['CPA'],
      never: MIGRATION,
      side: 'sending',
    });
    if (scope.model.definition.regime !== 'voluntary') return;
    requireSetter(scope, {
      fact: 'childrenSafeguarded',
      outcomes: ['no-children', 'in-best-interests', 'return-with-family'],
      never: MIGRATION,
    });
  },
};
