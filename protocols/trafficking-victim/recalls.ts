import type { Condition } from '../language/condition.js';
import { recallsFrom } from '../shared/recalls.js';
import type { TraffickingVictimNames } from './names.js';
import { roles } from './roles.js';

const recall = recallsFrom<TraffickingVictimNames>(roles, 'holds');

type When = Condition<TraffickingVictimNames>;

const REVOKED: When = 'event:consent-revoked';
const NO_REFERRAL: When = { any: [REVOKED, 'event:withdrawn-referrals'] };
/** Nobody in the country of origin may go on with the data, be it for a change of mind or because somebody there is a danger. */
const STOPPED: When = {
  any: [
    'event:consent-revoked',
    'event:disclosure-revoked',
    'event:new-risk-information',
    'pre-departure-check:revoked',
  ],
};
/** Once the person was received these bodies look after them, and taking their file away would leave the person alone. */
const BEFORE_RECEPTION: When = { all: [STOPPED, { not: 'received' }] };

/**
 * What went to the country of origin, or to others because the person agreed, goes back. The shelter and the doctors who
 * care for the person now are asked only when the person leaves that care, not when a return is off.
 */
export const recalls = [
  ...(['CON', 'MIG-R', 'REC', 'IOM'] as const).map((to) => recall(to, STOPPED)),
  ...(['ATU-R', 'CPA-R'] as const).map((to) => recall(to, BEFORE_RECEPTION)),
  ...(['HEA-R', 'LAB', 'EDU', 'SOC', 'WOM'] as const).map((to) => recall(to, NO_REFERRAL)),
  ...(['HEA-S', 'CSO-S'] as const).map((to) => recall(to, 'event:withdrawn-assistance')),
  recall('PROS', REVOKED, { from: ['justice-notice'] }),
  recall('LEGAL', NO_REFERRAL, { from: ['referral'] }),
  recall(
    'CSO-R',
    { any: [REVOKED, 'event:withdrawn-programme'] },
    { from: ['reintegration-plan'] },
  ),
];
