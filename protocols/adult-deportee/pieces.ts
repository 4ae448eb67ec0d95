import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { piecesOf } from '../shared/pieces.js';
import type { AdultDeporteeNames, FactName } from './names.js';

export type AdultStep = Step<AdultDeporteeNames>;
export type AdultCondition = Condition<AdultDeporteeNames>;

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<AdultDeporteeNames>();

/** Nothing goes to the consulate while asylum is asked for or may be, or protected handling applies (INV-P1). */
export const CONSULATE_SUPPRESSED: AdultCondition = { not: 'consularContactAllowed' };

/** What the decision against the person rests on; void once it must be taken again (INV-A15). */
export const DECISION: readonly FactName[] = [
  'individualAssessed',
  'nonRefoulementClear',
  'removalDecided',
  'decisionNotified',
  'remedyWindowClosed',
];

/** What belongs to one planned transfer; void when that transfer does not happen. */
export const TRANSFER_READY: readonly FactName[] = [
  'fitToTravel',
  'windowValid',
  'receptionConfirmed',
  'needsAnnounced',
  'monitorNotified',
  'individuallyCleared',
  'finalCheckPassed',
];

/** The procedure is open: a presentation order was issued, or the person comes from another procedure. */
export const PRESENTED: Condition<AdultDeporteeNames> = {
  any: [
    'apprehension-record:ordered',
    { all: ['start', { attribute: 'entry', is: 'inform-rights' }] },
  ],
};

/** Everything that readies a departure (INV-A16). */
export const READINESS: readonly FactName[] = [
  'familyUnityOk',
  'identityConfirmed',
  'travelDocValid',
  'belongingsReturned',
  ...TRANSFER_READY,
];

export const EVERYTHING: readonly FactName[] = [...DECISION, ...READINESS];

/** Nothing that prepares a departure goes on without these. */
export const PREPARATION_NEEDS: readonly FactName[] = [
  'rightsInformed',
  'returnOffered',
  ...DECISION,
  'noRemedyPending',
  'noAsylumPending',
  'noReferralPending',
  'personPresent',
  'inSendingState',
];

/** What holds when a person has a place on a list. */
export const SEAT_NEEDS: readonly FactName[] = [
  ...PREPARATION_NEEDS,
  'familyUnityOk',
  'identityConfirmed',
  'travelDocValid',
  'individuallyCleared',
  'noMedicalHold',
  'noForceMajeure',
];

/** What the last check finds true before a departure, each of them again at the departure itself. */
export const CHECK_NEEDS: readonly FactName[] = [
  ...SEAT_NEEDS,
  'fitToTravel',
  'windowValid',
  'receptionConfirmed',
  'needsAnnounced',
  'belongingsReturned',
  'monitorNotified',
];

/** The steps that follow a sent list; the proposal itself only waits, so that a new date can be set. */
export const AFTER_PROPOSAL: readonly AdultDeporteeNames['step'][] = [
  'fit-to-travel',
  'manifest-acceptance',
  'manifest-correction',
  'deemed-acceptance-check',
  'vulnerable-advance-notice',
  'criminal-information-notice',
  'monitor-notice',
  'pre-departure-check',
  'departure',
];
