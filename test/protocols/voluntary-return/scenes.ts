import type { ProtocolScene } from '../scene.js';
import { scenesChoice } from './scenes-choice.js';
import { scenesHome } from './scenes-home.js';
import { scenesJourney } from './scenes-journey.js';
import { scenesLate } from './scenes-late.js';

/** Cases that together go through every step, outcome and event of voluntary-return. The longest come first. */
export const voluntaryReturnScenes: readonly ProtocolScene[] = [
  ...scenesLate,
  ...scenesJourney,
  ...scenesHome,
  ...scenesChoice,
];

/** Steps for a standstill that is not known to happen in this protocol. */
export const voluntaryReturnNets: readonly string[] = ['standstill-after-return'];
