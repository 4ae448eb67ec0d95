import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { piecesOf } from '../shared/pieces.js';
import { option } from '../shared/texts.js';
import type { MinorNames } from './names.js';

export type MinorStep = Step<MinorNames>;
export type MinorCondition = Condition<MinorNames>;

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<MinorNames>();

/** What a child may need, as codes of a closed list: the only words about it that migration authorities read. */
export const NEED_CODES = {
  options: [
    option('child', 'Niña o niño', 'Child'),
    option('pregnant', 'Embarazo', 'Pregnancy'),
    option('disability', 'Discapacidad', 'Disability'),
    option('medical', 'Salud', 'Medical'),
    option('family-together', 'Con hermanas o hermanos', 'With siblings'),
    option('protected-handling', 'Manejo protegido', 'Protected handling'),
  ],
} as const;
