import type { ProtocolScene } from '../scene.js';
import { scenesAfter } from './scenes-after.js';
import { scenesBefore } from './scenes-before.js';
import { scenesLate } from './scenes-late.js';
import { scenesTransfer } from './scenes-transfer.js';

/** Cases that together go through every step, outcome and event of adult-deportee. The longest come first. */
export const adultDeporteeScenes: readonly ProtocolScene[] = [
  ...scenesLate,
  ...scenesTransfer,
  ...scenesAfter,
  ...scenesBefore,
];
