import type { Pack } from '../language/pack.js';
import { canada } from './canada.js';
import { dominicanRepublicHaiti } from './dominican-republic-haiti.js';
import { mexico } from './mexico.js';
import { mexicoCentralAmerica } from './mexico-central-america.js';
import { panama } from './panama.js';
import { unitedStates } from './united-states.js';
import { unitedStatesMexico } from './united-states-mexico.js';

/** The packs that come with the product, by id. */
export const SHIPPED_PACKS: readonly Pack[] = [
  canada,
  dominicanRepublicHaiti,
  mexico,
  mexicoCentralAmerica,
  panama,
  unitedStates,
  unitedStatesMexico,
];
