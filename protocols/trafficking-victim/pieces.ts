import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { piecesOf } from '../shared/pieces.js';
import type { TraffickingVictimNames } from './names.js';

export type ProtectedStep = Step<TraffickingVictimNames>;
export type ProtectedCondition = Condition<TraffickingVictimNames>;

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<TraffickingVictimNames>();
