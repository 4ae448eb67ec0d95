import type { Regime } from '../../language/definition.js';
import { type Invariant, MOVING } from '../invariant.js';
import { HERE, IN_TRANSIT, isForAdults } from '../model.js';
import { requireAccepted } from '../rules/acceptance.js';
import { requireClearing } from '../rules/clearing.js';
import { isAtBorder, requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import { requireSetter, type Setter } from '../rules/setters.js';
import { t } from '../words.js';

/** What departure and handover both require. */
const FACTS = ['nonRefoulementClear', 'noAsylumPending'] as const;

/** Who answers for the finding; whoever carries out a removal never alone. */
const ASSESSORS: Readonly<Partial<Record<Regime, Pick<Setter, 'kinds'>>>> = {
  removal: { kinds: ['ASY'] },
  child: { kinds: ['CPA'] },
  victim: { kinds: ['ATU', 'ASY'] },
};

/**
 * Departure and handover require the finding and that no asylum claim is pending (gates). New information and a claim take the
 * finding away, whenever they come (clearing, acceptance), so between them and a departure lies an answer that sets
 * it again; only an assessment by people does (setter), and a claim ends only by the asylum authority's answer. On the
 * way either brings the person back (return).
 */
export const invA2: Invariant = {
  id: 'INV-A2',
  regimes: MOVING,
  must: t(
    'Nadie sale ni es entregado sin que se haya descartado el riesgo de devolución; toda información nueva o solicitud de asilo obliga a valorarlo otra vez.',
    'Nobody departs or is handed over unless the risk of refoulement was ruled out; new information or an asylum claim means assessing it again.',
  ),
  source: 'GCM objective 21; MX LM arts. 74, 121; MX LRPCAP art. 6',
  check(scope) {
    const { regime } = scope.model.definition;
    requireGate(scope, { effect: 'departs', facts: FACTS });
    requireGate(scope, { effect: 'hands-over', facts: FACTS, of: isAtBorder });
    for (const fact of FACTS) {
      requireReturn(scope, { [IN_TRANSIT]: true, [HERE]: false, [fact]: false });
    }
    requireSetter(scope, {
      fact: 'nonRefoulementClear',
      outcomes: ['clear', ...(regime === 'voluntary' ? ['none', 'capacity-doubt', 'goes-on'] : [])],
      stepKinds: ['assessment'],
      ...ASSESSORS[regime],
      never: ['CON'],
      side: 'sending',
      reasons: 'words',
      renewed: true,
    });
    requireSetter(scope, {
      fact: 'noAsylumPending',
      outcomes: ['recognised', 'refused', 'withdrawn'],
      kinds: ['ASY'],
      side: 'sending',
      initially: true,
    });
    requireClearing(scope, 'new-risk-information', ['nonRefoulementClear']);
    requireClearing(scope, 'asylum-claim', ['nonRefoulementClear', 'noAsylumPending']);
    requireAccepted(scope, 'new-risk-information', 'handover');
    if (regime !== 'child' && regime !== 'victim') return;
    requireGate(scope, {
      effect: 'departs',
      facts: ['originConditionsOk'],
      of: (step) => !isForAdults(step),
    });
    requireSetter(scope, {
      fact: 'originConditionsOk',
      outcomes: ['acceptable'],
      stepKinds: ['assessment'],
      kinds: ['CPA'],
      side: 'sending',
      reasons: 'words',
      renewed: true,
    });
    requireClearing(scope, 'new-risk-information', ['originConditionsOk']);
  },
};
