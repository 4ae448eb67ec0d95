import { recallsFrom } from '../shared/recalls.js';
import type { VoluntaryNames } from './names.js';
import type { VoluntaryStep } from './pieces.js';
import { roles } from './roles.js';

const recall = recallsFrom<VoluntaryNames>(roles, 'holds');

type Purpose = 'consulate' | 'origin' | 'contact' | 'municipality' | 'support';

/** Everything by which the person says that they do not, or no longer, agree to go home, or to one of these alone. */
const withdrawn = (...purposes: readonly Purpose[]): VoluntaryStep['when'] => ({
  any: [
    'event:consent-revoked',
    'consent-reconfirmation:revoked',
    'departure:refuses-to-board',
    'consent:refused',
    'information-counselling:chooses-to-stay',
    'document-alternatives:stay',
    ...purposes.map((purpose) => `event:withdrawn-${purpose}` as const),
  ],
});

/**
 * What was shared because the person agreed goes back when the person no longer does. Bodies that protect somebody because
 * the law says so are not asked, nor is the provider for what it needs to run the case.
 */
export const recalls: readonly VoluntaryStep[] = [
  recall('MIG-S', withdrawn(), { from: ['consent', 'impediment-opinion'] }),
  recall('LEGAL', withdrawn(), { from: ['consent'] }),
  recall('HEA-S', withdrawn(), { from: ['consent', 'host-clearance'] }),
  recall('CON', withdrawn('consulate')),
  recall('MFA', withdrawn('consulate')),
  recall('REC', withdrawn('origin')),
  recall('OPB', withdrawn('origin', 'contact')),
  recall('MUN', withdrawn('municipality', 'support')),
  ...(['HEA-R', 'LAB', 'EDU', 'SOC'] as const).map((to) => recall(to, withdrawn('support'))),
  recall('IOM', withdrawn('support'), { from: ['support-disbursement'] }),
];
