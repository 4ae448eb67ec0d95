import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { piecesOf } from '../shared/pieces.js';
import type { MinorNames } from './names.js';

export type MinorStep = Step<MinorNames>;
export type MinorCondition = Condition<MinorNames>;

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<MinorNames>();
