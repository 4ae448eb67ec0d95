import { type Invariant, MOVING } from '../invariant.js';
import { isForAdults } from '../model.js';
import { requireAccepted } from '../rules/acceptance.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { t } from '../words.js';

/**
 * Departure requires the finding and that no asylum claim is pending (gates). New information and a claim take the
 * finding away, whenever they come (clearing, acceptance), so between them and a departure lies an answer that sets
 * it again; only an assessment by people does (setter), and a claim ends only by the asylum authority's answer.
 */
export const invA2: Invariant = {
  id: 'INV-A2',
  regimes: MOVING,
  must: t(
    'Nadie sale sin que se haya descartado el riesgo de devolución; toda información nueva o solicitud de asilo obliga a valorarlo otra vez.',
    'Nobody departs unless the risk of refoulement was ruled out; new information or an asylum claim means assessing it again.',
  ),
  source: 'GCM objective 21; MX LM arts. 74, 121; MX LRPCAP art. 6',
  check(scope) {
    const { regime } = scope.model.definition;
    requireGate(scope, { effect: 'departs', facts: ['nonRefoulementClear', 'noAsylumPending'] });
    requireSetter(scope, {
      fact: 'nonRefoulementClear',
      outcomes: ['clear', ...(regime === 'voluntary' ? ['none', 'capacity-doubt', 'goes-on'] : [])],
      stepKinds: ['assessment'],
      never: ['CON'],
      side: 'sending',
      reasons: true,
    });
    requireSetter(scope, {
      fact: 'noAsylumPending',
      outcomes: ['recognised', 'refused', 'withdrawn'],
      kinds: ['ASY'],
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
      reasons: true,
    });
    requireClearing(scope, 'new-risk-information', ['originConditionsOk']);
  },
};
