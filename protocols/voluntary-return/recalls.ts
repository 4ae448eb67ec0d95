import { recallsFrom } from '../shared/recalls.js';
import type { VoluntaryNames } from './names.js';
import type { VoluntaryStep } from './pieces.js';
import { roles } from './roles.js';

const recall = recallsFrom<VoluntaryNames>(roles, 'holds');

/** Everything by which the person says that they do not, or no longer, agree. */
const WITHDRAWN: VoluntaryStep['when'] = {
  any: [
    'event:consent-revoked',
    'consent-reconfirmation:revoked',
    'departure:refuses-to-board',
    'consent:refused',
    'information-counselling:chooses-to-stay',
    'document-alternatives:stay',
  ],
};

/**
 * What was shared because the person agreed goes back when the person no longer does. Bodies that protect somebody because
 * the law says so are not asked, nor is the provider for what it needs to run the case.
 */
export const recalls: readonly VoluntaryStep[] = [
  recall('MIG-S', WITHDRAWN, { from: ['consent', 'impediment-opinion'] }),
  recall('CON', { any: [WITHDRAWN, 'event:withdrawn-consulate'] }),
  ...(['REC', 'OPB'] as const).map((to) =>
    recall(to, { any: [WITHDRAWN, 'event:withdrawn-origin'] }),
  ),
  ...(['HEA-R', 'LAB', 'EDU', 'SOC'] as const).map((to) =>
    recall(to, { any: [WITHDRAWN, 'event:withdrawn-support'] }),
  ),
  recall('MUN', { any: [WITHDRAWN, 'event:withdrawn-municipality'] }),
  recall('IOM', WITHDRAWN, { from: ['support-disbursement'] }),
];
