import type { Condition } from '../language/condition.js';
import { recallsFrom } from '../shared/recalls.js';
import type { AdultDeporteeNames } from './names.js';
import { roles } from './roles.js';

const recall = recallsFrom<AdultDeporteeNames>(roles, 'holds');

type When = Condition<AdultDeporteeNames>;

/**
 * The person may not be returned, or not in this way. That a status was granted, which is ordinary, stands among the
 * causes: whoever is asked to give data back does not learn that somebody asked for protection.
 */
const STOPPED: When = {
  all: [
    {
      any: [
        'event:asylum-claim',
        'event:trafficking-indicator',
        'event:minority-claim',
        'event:new-risk-information',
        'event:status-granted',
        'individual-screening:asylum',
        'individual-screening:protected-handling',
      ],
    },
    { not: 'received' },
  ],
};
/** The person no longer takes part in the support after the return. */
const REVOKED: When = { any: ['event:consent-revoked', 'event:withdrawn-support'] };
const NOT_CONTACTED: When = { any: ['event:consent-revoked', 'event:withdrawn-contact'] };
const NOT_THE_MUNICIPALITY: When = {
  any: ['event:consent-revoked', 'event:withdrawn-municipality'],
};

/** What went to the country of origin before the person did goes back, and what went to helpers because they agreed. */
export const recalls = [
  ...(['CON', 'MFA', 'MIG-R', 'CIV-R', 'REC', 'CPA-R', 'POL-R'] as const).map((to) =>
    recall(to, STOPPED),
  ),
  recall('HEA-R', { any: [STOPPED, REVOKED] }),
  ...(['LAB', 'EDU', 'SOC'] as const).map((to) => recall(to, REVOKED)),
  recall('OPB', NOT_CONTACTED),
  recall('MUN', NOT_THE_MUNICIPALITY),
  recall('IOM', REVOKED, { from: ['support-disbursement'] }),
];
