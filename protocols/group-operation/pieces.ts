import type { Step } from '../language/step.js';
import { piecesOf } from '../shared/pieces.js';
import { t } from '../shared/texts.js';
import type { OperationFact, OperationNames } from './names.js';

export type OperationStep = Step<OperationNames>;

export const { ask, due, must, outcome, share } = piecesOf<OperationNames>();

/** What belongs to one date; void when the operation moves to another. */
export const OF_THE_DATE: readonly OperationFact[] = [
  'manifestSent',
  'listUpdateDue',
  'linesAnswered',
];

/** The steps of a date; taken back when it falls. Taking seats only waits, so that a new date can be set. */
export const STEPS_OF_THE_DATE: readonly OperationNames['step'][] = [
  'seat-individuals',
  'send-manifest',
  'manifest-update',
  'receiver-response',
  'operation-decision',
  'monitor-notice',
  'boarding-gate',
];

/** When the operation leaves: those who are seated depart between the two. */
export const newDate = (required: true | readonly string[]) => [
  ask('departure', 'instant', 'D10', t('Salida, lo más temprano', 'Departure, at the earliest'), {
    required,
    plans: 'departure',
  }),
  ask('latest', 'instant', 'D10', t('Salida, lo más tarde', 'Departure, at the latest'), {
    required,
    plans: 'latest-departure',
  }),
];
