import type { Condition } from '../language/condition.js';
import { recallsFrom } from '../shared/recalls.js';
import type { MinorNames } from './names.js';
import { roles } from './roles.js';

const recall = recallsFrom<MinorNames>(roles, 'holds');

/**
 * The child may not go there after all, be it for a danger, a claim or the wish to stay. Once the child was received,
 * those who look after it there keep what they need.
 */
const STOPPED: Condition<MinorNames> = {
  all: [
    {
      any: [
        'event:new-risk-information',
        'event:asylum-claim',
        'event:trafficking-indicator',
        'event:stay-requested',
        'international-protection-screening:indicated',
        'trafficking-screening:grounds',
      ],
    },
    { not: 'received' },
  ],
};

/** What went to the country of origin before the child did goes back, and what the Red Cross searches with. */
export const recalls = (['CON', 'CPA-R', 'MIG-R', 'REC', 'HEA-R', 'EDU', 'RC'] as const).map((to) =>
  recall(to, STOPPED),
);
