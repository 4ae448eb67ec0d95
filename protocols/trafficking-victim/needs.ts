import type { FactName, TraffickingVictimNames } from './names.js';
import type { ProtectedCondition } from './pieces.js';

/** Under 18, or in doubt: then the best interests determination takes the place of the person's own decision. */
export const CHILD: ProtectedCondition = { attribute: 'isMinor', is: true };
export const ADULT: ProtectedCondition = { attribute: 'isMinor', is: false };

/** The run began in the country of origin, with a person found at reception. */
export const FOUND_AT_RECEPTION: ProtectedCondition = {
  attribute: 'entry',
  is: 'r-protected-reception',
};

/** From the first sign until the handover is signed. */
export const BEFORE_HANDOVER: ProtectedCondition = {
  all: [{ not: 'received' }, { not: FOUND_AT_RECEPTION }],
};

/** Nothing that tells who somebody is goes to the country of origin without both (INV-T1, INV-P1). */
export const DISCLOSURE: readonly FactName[] = ['riskCleared', 'disclosureAuthorised'];
export const ORIGIN_SUPPRESSED: ProtectedCondition = {
  any: [{ not: 'riskCleared' }, { not: 'disclosureAuthorised' }],
};
export const ORIGIN_SUPPRESSED_OR_ADULT: ProtectedCondition = {
  any: [{ not: 'riskCleared' }, { not: 'disclosureAuthorised' }, { not: CHILD }],
};
export const NOT_A_CHILD: ProtectedCondition = { not: CHILD };

/** The decision to return, the person's own or the one in a child's best interests. */
export const RETURN_DECISION: readonly FactName[] = [
  'returnDecided',
  'consentValid',
  'bidReported',
  'bidReturn',
  'decisionNotified',
  'remedyWindowClosed',
];

/** What an assessment of this person found. */
export const ASSESSMENT: readonly FactName[] = [
  'individualAssessed',
  'riskCleared',
  'nonRefoulementClear',
  'disclosureAuthorised',
];

/** What belongs to one planned journey; void when that journey does not happen. */
export const JOURNEY: readonly FactName[] = [
  'safePlanAgreed',
  'windowValid',
  'receptionConfirmed',
  'childReceptionConfirmed',
  'escortSettled',
  'escortAssigned',
  'fitToTravel',
  'finalCheckPassed',
  'consentValid',
];

/** What is known of a child's care and prospects in the country of origin. */
export const CHILD_PROSPECTS: readonly FactName[] = [
  'careSettled',
  'carerOrCareSecured',
  'originRiskAssessed',
  'originConditionsOk',
  'childViewRecorded',
];

/** The journey is off; another may be planned. */
export const OFF = { despiteMissing: true, clears: JOURNEY, withdraws: ['transfer'] } as const;

/** Everything that readies a departure (INV-A15, INV-A16). */
export const EVERYTHING: readonly FactName[] = [
  ...new Set<FactName>([
    ...RETURN_DECISION,
    ...ASSESSMENT,
    ...CHILD_PROSPECTS,
    'proceedingsFree',
    'identityConfirmed',
    'travelDocValid',
    'planInvited',
    'familyContactSettled',
    ...JOURNEY,
  ]),
];

/** Nothing towards a return is looked at without these. */
export const PROSPECT_NEEDS: readonly FactName[] = [
  'rightsInformed',
  'reflectionDone',
  'returnOpen',
  'noRemedyPending',
  'noAsylumPending',
  'personPresent',
  'inSendingState',
];

/** Nothing that prepares a return, and discloses, goes on without these. */
export const PREPARATION_NEEDS: readonly FactName[] = [
  ...PROSPECT_NEEDS,
  'identificationReviewed',
  'individualAssessed',
  'nonRefoulementClear',
  'proceedingsFree',
  'noObjection',
  'returnDecided',
  ...DISCLOSURE,
];

/** What holds while a journey is made ready. */
export const JOURNEY_NEEDS: readonly FactName[] = [
  ...PREPARATION_NEEDS,
  'identityConfirmed',
  'travelDocValid',
  'safePlanAgreed',
  'windowValid',
  'noMedicalHold',
  'noForceMajeure',
];

/** What every last check finds true, and every departure again. */
export const CHECK_NEEDS: readonly FactName[] = [
  ...JOURNEY_NEEDS,
  'familyContactSettled',
  'receptionConfirmed',
  'escortSettled',
  'fitToTravel',
];

/** What the last check of a child finds true besides (INV-C1 to C3). */
export const CHILD_NEEDS: readonly FactName[] = [
  'guardianActive',
  'childViewRecorded',
  'carerOrCareSecured',
  'originConditionsOk',
  'bidReturn',
  'decisionNotified',
  'remedyWindowClosed',
  'escortAssigned',
  'childReceptionConfirmed',
];

/** Nobody is handed over without these (INV-A4). */
export const HANDOVER_NEEDS: readonly FactName[] = [
  'inTransit',
  'noRemedyPending',
  'noAsylumPending',
  'noMedicalHold',
  'nonRefoulementClear',
  'noObjection',
  'personPresent',
];

/** Steps in which the person's own decision is prepared and taken. */
export const OWN_DECISION: readonly TraffickingVictimNames['step'][] = [
  'options-counselling',
  'options-and-decision',
  'decision-review',
  'disclosure-authorisation',
  'disclosure-choice',
];

/** Steps that lead out of protection because no grounds were found. */
export const WAY_OUT: readonly TraffickingVictimNames['step'][] = [
  'preliminary-review',
  'identification-review',
  'protection-end',
  'child-protection-end',
];

/** What is taken back with a decision to return. Each opens again by itself once there is a new one. */
export const PREPARED: readonly (
  | TraffickingVictimNames['step']
  | TraffickingVictimNames['stage']
)[] = ['preparation', 'transfer', 'bid-notice', 'bid-remedy-window'];
