import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { ADULT_DECIDERS, consentRecord } from '../shared/consents.js';
import { piecesOf } from '../shared/pieces.js';
import type { TraffickingVictimNames } from './names.js';

export type ProtectedStep = Step<TraffickingVictimNames>;
export type ProtectedCondition = Condition<TraffickingVictimNames>;

/** The record of a consent, of an adult or of a child with whoever represents them. */
export const record = (...outcomes: string[]) => consentRecord(outcomes, ADULT_DECIDERS);

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<TraffickingVictimNames>();
