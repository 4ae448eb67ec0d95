import type { FactName, MinorNames } from './names.js';
import type { MinorCondition } from './pieces.js';

/** The run began in the country of origin, with a child found at reception. */
export const FOUND_AT_RECEPTION: MinorCondition = { attribute: 'entry', is: 'reception-screening' };

/** The child is in the sending country. */
export const HERE: MinorCondition = {
  all: ['inSendingState', 'living', { not: FOUND_AT_RECEPTION }],
};

/** From the first contact until the handover is signed. */
export const BEFORE_HANDOVER: MinorCondition = {
  all: ['living', { not: 'received' }, { not: FOUND_AT_RECEPTION }],
};

/** Back in the country of origin, or found there. */
export const IN_ORIGIN: MinorCondition = {
  all: ['living', { any: ['received', FOUND_AT_RECEPTION] }],
};

/** What a screening of this child found. */
export const SCREENS: readonly FactName[] = [
  'individualAssessed',
  'traffickingScreened',
  'protectionScreened',
  'nonRefoulementClear',
];

/** What opens the way to the authorities of origin. */
export const CONSULAR: readonly FactName[] = ['consularContactSettled', 'consulateNotified'];

/** While one of these is missing nothing reaches the consulate (INV-P1). */
export const CONSULATE_SUPPRESSED: MinorCondition = {
  any: [
    { not: 'traffickingScreened' },
    { not: 'protectionScreened' },
    { not: 'nonRefoulementClear' },
    { not: 'noAsylumPending' },
    { not: 'consulateNotified' },
  ],
};

/** What is known of the child's care and prospects in the country of origin. */
export const PROSPECTS: readonly FactName[] = [
  'careSettled',
  'carerOrCareSecured',
  'originRiskAssessed',
  'originConditionsOk',
  'childViewRecorded',
];

/** The determination that return is best, and what makes it final. */
export const BID: readonly FactName[] = [
  'bidReported',
  'bidReturn',
  'decisionNotified',
  'remedyWindowClosed',
];

/** What belongs to one planned journey; void when that journey does not happen. */
export const JOURNEY: readonly FactName[] = [
  'windowValid',
  'receptionConfirmed',
  'escortAssigned',
  'fitToTravel',
  'noticeAcknowledged',
  'finalCheckPassed',
];

/** The journey is off; another may be planned. */
export const OFF = { despiteMissing: true, clears: JOURNEY, withdraws: ['transfer'] } as const;

/** Everything that readies a departure (INV-A15, INV-A16). */
export const EVERYTHING: readonly FactName[] = [
  ...SCREENS,
  ...CONSULAR,
  'identityConfirmed',
  ...PROSPECTS,
  ...BID,
  'individualPlanAgreed',
  'travelDocValid',
  ...JOURNEY,
];

/** Nothing towards a return is looked at without these. */
export const CASE_NEEDS: readonly FactName[] = [
  'inSendingState',
  'personPresent',
  'childTreatment',
  'guardianActive',
  'returnOpen',
  'noRemedyPending',
  'noAsylumPending',
];

/** Nothing is asked of the authorities of origin without these. */
export const ORIGIN_NEEDS: readonly FactName[] = [...CASE_NEEDS, ...SCREENS, 'consulateNotified'];

/** What holds while a return is prepared. */
export const PREPARATION_NEEDS: readonly FactName[] = [
  ...ORIGIN_NEEDS,
  'identityConfirmed',
  'carerOrCareSecured',
  'originConditionsOk',
  'childViewRecorded',
  'bidReturn',
  'decisionNotified',
  'remedyWindowClosed',
];

/** What holds while a journey is made ready. */
export const JOURNEY_NEEDS: readonly FactName[] = [
  ...PREPARATION_NEEDS,
  'windowValid',
  'siblingsSettled',
  'noMedicalHold',
  'noForceMajeure',
];

/** What the notice to the receiving side rests on; fitness comes later, it is good for 72 hours. */
export const NOTICE_NEEDS: readonly FactName[] = [
  ...JOURNEY_NEEDS,
  'individualPlanAgreed',
  'travelDocValid',
  'receptionConfirmed',
  'escortAssigned',
];

/** What the last check finds true, and the departure again. */
export const CHECK_NEEDS: readonly FactName[] = [
  ...NOTICE_NEEDS,
  'fitToTravel',
  'noticeAcknowledged',
];

/** What can stop a child on the way; each of them brings the child back. */
export const ROAD_NEEDS: readonly FactName[] = [
  'noRemedyPending',
  'noAsylumPending',
  'noMedicalHold',
  'nonRefoulementClear',
  'traffickingScreened',
  'bidReturn',
  'escortAssigned',
  'receptionConfirmed',
];

/** A determination to return is final: the preparation may begin. */
export const READY = [HERE, 'bidReturn', 'decisionNotified', 'remedyWindowClosed'] as const;

/** What is taken back with a determination. Each opens again by itself once there is a new one. */
export const PREPARED: readonly (MinorNames['step'] | MinorNames['stage'])[] = [
  'preparation',
  'transfer',
  'notify-decision',
  'appeal-window',
];
