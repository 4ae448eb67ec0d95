import { type Invariant, MOVING } from '../invariant.js';
import { requireAccepted } from '../rules/acceptance.js';
import { t } from '../words.js';

const AT_ANY_HOUR = [
  'appeal-filed',
  'asylum-claim',
  'trafficking-indicator',
  'minority-claim',
  'consent-revoked',
] as const;

/** See `requireAccepted`: the run refuses none of these in any state from which somebody could still be moved. */
export const invA5: Invariant = {
  id: 'INV-A5',
  regimes: MOVING,
  must: t(
    'Recurso, solicitud de asilo, indicio de trata, minoría de edad y retiro del consentimiento se reciben a toda hora y en todo estado anterior a la entrega.',
    'Appeal, asylum claim, sign of trafficking, minority and withdrawal of consent are accepted at every hour and in every state before the handover.',
  ),
  source: 'MX LA art. 20; MX LRPCAP art. 21',
  check(scope) {
    for (const event of AT_ANY_HOUR) requireAccepted(scope, event, 'handover');
  },
};
