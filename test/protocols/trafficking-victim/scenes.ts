import type { ProtocolScene } from '../scene.js';
import { scenesChild } from './scenes-child.js';
import { scenesHome } from './scenes-home.js';
import { scenesLate } from './scenes-late.js';
import { scenesProtection } from './scenes-protection.js';
import { scenesReturn } from './scenes-return.js';

/** Cases that together go through every step, outcome and event of trafficking-victim. The longest come first. */
export const traffickingVictimScenes: readonly ProtocolScene[] = [
  ...scenesLate,
  ...scenesReturn,
  ...scenesChild,
  ...scenesHome,
  ...scenesProtection,
];

/** Steps for a standstill that is not known to happen in this protocol. */
export const traffickingVictimNets: readonly string[] = ['standstill-on-the-way'];
