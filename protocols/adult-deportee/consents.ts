import type { Consent } from '../language/consent.js';
import { MUNICIPALITY_CONSENT, SUPPORT_CONSENT } from '../shared/consents.js';
import type { AdultDeporteeNames } from './names.js';

/** What a deported person is asked to agree to once home; nothing before rests on consent. */
export const consents: readonly Consent<AdultDeporteeNames>[] = [
  { id: 'municipality', ...MUNICIPALITY_CONSENT },
  { id: 'support', ...SUPPORT_CONSENT },
];
