import { familyRules } from '../shared/family.js';
import type { VoluntaryNames } from './names.js';

const GONE_ON = ['inTransit', 'returned'] as const;

/**
 * How the runs of people who want to go home together hang together. When one no longer goes, the others are asked
 * again whether they still want to: consent that was given to a journey together is none to one alone.
 */
export const familyLinks = familyRules<VoluntaryNames>(
  {
    held: {
      any: [
        { not: 'noRemedyPending' },
        { not: 'noAsylumPending' },
        { not: 'noReferralPending' },
        { not: 'noMedicalHold' },
        { not: 'noForceMajeure' },
        { not: 'personPresent' },
        'departure:not-left',
      ],
    },
    stays: { not: 'returnWanted' },
    gone: 'returned',
  },
  {
    decision: { any: ['consentGiven', ...GONE_ON] },
    departure: { any: ['consentValid', ...GONE_ON] },
  },
);
