import type { Invariant } from '../invariant.js';
import { requireClearing } from '../rules/clearing.js';
import { requireFamilyLink } from '../rules/families.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { t } from '../words.js';

/** Departure requires the check (gate), child protection signs it (setter), and news of the family, reported or of their own runs, undo it (clearing). */
export const invG3: Invariant = {
  id: 'INV-G3',
  regimes: ['removal'],
  must: t(
    'Nadie sale sin que se haya resguardado la unidad familiar.',
    'Nobody departs unless family unity was safeguarded.',
  ),
  source: 'MX LM art. 120',
  check(scope) {
    requireGate(scope, { effect: 'departs', facts: ['familyUnityOk'] });
    requireSetter(scope, {
      fact: 'familyUnityOk',
      outcomes: ['together', 'separated-best-interests', 'separated-own-choice'],
      stepKinds: ['assessment'],
      kinds: ['CPA'],
      side: 'sending',
      reasons: 'words',
      renewed: true,
    });
    requireClearing(scope, 'family-change', ['familyUnityOk'], 'anyone');
    requireFamilyLink(scope, 'familyUnityOk');
  },
};
