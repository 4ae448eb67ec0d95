import type { Regime } from '../../language/definition.js';
import { type Invariant, MOVING } from '../invariant.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter, type Setter } from '../rules/setters.js';
import { t } from '../words.js';

const SETTERS: Readonly<Record<Exclude<Regime, 'no-return'>, Omit<Setter, 'fact'>>> = {
  removal: { outcomes: ['complete'], stepKinds: ['assessment'], reasons: 'words' },
  child: { outcomes: ['done'], stepKinds: ['assessment'], kinds: ['CPA'], reasons: 'words' },
  victim: {
    outcomes: ['low', 'manageable'],
    stepKinds: ['assessment'],
    kinds: ['ATU'],
    reasons: 'words',
  },
  voluntary: {
    outcomes: ['given', 'given-in-detention'],
    stepKinds: ['approval'],
    after: ['nonRefoulementClear'],
  },
};

/**
 * Every departure requires the fact (gate), the fact comes only of a reasoned answer in an assessment of the person's
 * own run (setter), and news of a risk takes it away (clearing). A step that speaks for several people cannot set it:
 * facts belong to one run, an event may not set it, and the answer needs reasons of this case.
 */
export const invA1: Invariant = {
  id: 'INV-A1',
  regimes: MOVING,
  must: t(
    'Nadie sale sin una evaluación individual propia y vigente; la de un grupo o de un familiar no cuenta.',
    'Nobody departs without a current individual assessment of their own; that of a group or a relative does not count.',
  ),
  source: 'ICRMW art. 22(1); GCM objective 21(e)',
  check(scope) {
    const { regime } = scope.model.definition;
    if (regime === 'no-return') return;
    requireGate(scope, { effect: 'departs', facts: ['individualAssessed'] });
    requireSetter(scope, {
      fact: 'individualAssessed',
      never: ['CON'],
      side: 'sending',
      reasons: true,
      renewed: true,
      ...SETTERS[regime],
    });
    requireClearing(scope, 'new-risk-information', ['individualAssessed']);
  },
};
