import { familyRules } from '../shared/family.js';
import type { MinorNames } from './names.js';

const GONE_ON = ['inTransit', 'received'] as const;

/**
 * How a child's run hangs together with those of siblings and parents. A decision that the child stays lets the others
 * be asked; nobody's decision is taken here.
 */
export const familyLinks = familyRules<MinorNames>(
  {
    held: {
      any: [
        { not: 'noRemedyPending' },
        { not: 'noAsylumPending' },
        { not: 'noMedicalHold' },
        { not: 'noForceMajeure' },
        { not: 'personPresent' },
        'departure:aborted',
        'departure:distress',
        'departure:ill',
        'handover-reception-act:refused',
      ],
    },
    stays: { any: [{ not: 'returnOpen' }, { not: 'living' }] },
    gone: 'received',
  },
  {
    decision: {
      any: [{ all: ['bidReturn', 'decisionNotified', 'remedyWindowClosed'] }, ...GONE_ON],
    },
    itinerary: {
      any: [
        {
          all: [
            'bidReturn',
            'decisionNotified',
            'remedyWindowClosed',
            'familyDecided',
            'siblingsSettled',
          ],
        },
        ...GONE_ON,
      ],
    },
    departure: { any: ['finalCheckPassed', ...GONE_ON] },
    handover: { any: [...GONE_ON] },
  },
);
