import type { ProtocolScene } from '../scene.js';
import { scenesHome } from './scenes-home.js';
import { scenesJourney } from './scenes-journey.js';
import { scenesLate } from './scenes-late.js';
import { scenesOrigin } from './scenes-origin.js';
import { scenesProtection } from './scenes-protection.js';

/** Cases that together go through every step, outcome and event of unaccompanied-minor. The longest come first. */
export const unaccompaniedMinorScenes: readonly ProtocolScene[] = [
  ...scenesLate,
  ...scenesJourney,
  ...scenesHome,
  ...scenesOrigin,
  ...scenesProtection,
];

/** Steps for a standstill that is not known to happen in this protocol. */
export const unaccompaniedMinorNets: readonly string[] = [
  'standstill-on-the-way',
  'standstill-after-return',
];
