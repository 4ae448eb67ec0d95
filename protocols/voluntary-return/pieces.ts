import type { Condition } from '../language/condition.js';
import type { Consequences, Step } from '../language/step.js';
import { ADULT_DECIDERS, consentRecord } from '../shared/consents.js';
import { piecesOf } from '../shared/pieces.js';
import { choice, t } from '../shared/texts.js';
import type { FactName, VoluntaryNames } from './names.js';

export type VoluntaryStep = Step<VoluntaryNames>;
type VoluntaryCondition = Condition<VoluntaryNames>;

export { REASONS } from '../shared/pieces.js';
export const { ask, due, must, outcome, share } = piecesOf<VoluntaryNames>();

/** The run registers somebody who came home without help: nothing before the arrival applies. */
export const SELF_RETURN: VoluntaryCondition = {
  attribute: 'entry',
  is: 'self-return-registration',
};
/** The person came from another procedure of the sending State, to which they may go back. */
export const FROM_PROCEDURE: VoluntaryCondition = {
  attribute: 'entry',
  is: 'information-counselling',
};
/** The person has not yet been received in the country of origin. */
export const NOT_HOME: VoluntaryCondition = { all: [{ not: 'returned' }, { not: SELF_RETURN }] };
export const AT_HOME: VoluntaryCondition = { any: ['returned', SELF_RETURN] };
/** The run of a person who starts before departure, also after a return from the way. */
export const ENTERED: VoluntaryCondition = {
  any: ['request:received', { all: ['start', FROM_PROCEDURE] }],
};

/** Whoever offers the support learns whom to look for, if the person wants to be contacted. */
export const toOperativeBody = (...on: string[]) =>
  share(
    'operative-body',
    'OPB',
    ['D1', 'D2'],
    t('Ofrecer el apoyo', 'Offer the support'),
    choice('With the consent of the person'),
    { on, restsOn: 'contact' },
  );

/** The record of a consent in this protocol, where adults decide, and for a child who travels along those who must. */
export const record = (...outcomes: string[]) => consentRecord(outcomes, ADULT_DECIDERS);

/** The person's decision; void once it must be taken again. */
export const CONSENT: readonly FactName[] = [
  'individualAssessed',
  'consentGiven',
  'consentFree',
  'consentValid',
];

/** What belongs to one planned journey; void when that journey does not happen. */
export const TRIP: readonly FactName[] = ['windowValid', 'noticeSettled', 'consentValid'];

export const CHILD: readonly FactName[] = [
  'childrenSafeguarded',
  'childViewRecorded',
  'childAccompanied',
];

/** Everything a departure rests on (INV-A15, INV-A16). */
export const EVERYTHING: readonly FactName[] = [
  'counselled',
  'nonRefoulementClear',
  'capacitySettled',
  ...CHILD,
  ...CONSENT,
  'hostCleared',
  'identityConfirmed',
  'travelDocValid',
  'fitToTravel',
  'escortSettled',
  'profiled',
  'planDrafted',
  'windowValid',
  'noticeSettled',
  'consularContactAgreed',
  'originNoticeAgreed',
];

/** Nothing before departure goes on without these. */
export const BASE: readonly FactName[] = ['personPresent', 'inSendingState', 'returnWanted'];

/** What must hold when the person decides. */
export const DECISION_NEEDS: readonly FactName[] = [
  ...BASE,
  'noAsylumPending',
  'noReferralPending',
  'counselled',
  'nonRefoulementClear',
  'capacitySettled',
  ...CHILD,
];

/** The host State is asked, and later steps are prepared, only for a person who decided freely. */
export const CONSENTED: readonly FactName[] = [
  ...DECISION_NEEDS,
  'individualAssessed',
  'consentGiven',
  'consentFree',
];

export const PREPARATION_NEEDS: readonly FactName[] = [...CONSENTED, 'hostCleared'];

export const READY_PARTS: readonly FactName[] = [
  'identityConfirmed',
  'travelDocValid',
  'fitToTravel',
  'escortSettled',
  'profiled',
  'planDrafted',
  'windowValid',
];

export const NO_HOLD: readonly FactName[] = ['noRemedyPending', 'noMedicalHold', 'noForceMajeure'];

/** What holds when a person confirms the decision, and again at the departure itself. */
export const CHECK_NEEDS: readonly FactName[] = [
  ...PREPARATION_NEEDS,
  ...NO_HOLD,
  ...READY_PARTS,
  'noticeSettled',
];

/** What must hold on the way; when one falls away the person is brought back. */
export const ON_THE_WAY: readonly FactName[] = [
  'noRemedyPending',
  'noAsylumPending',
  'noReferralPending',
  'nonRefoulementClear',
  'returnWanted',
  'childAccompanied',
  'escortSettled',
];

/** The steps that follow a booked journey; the booking itself only waits, so that a new date can be set. */
export const TRIP_STEPS = [
  'advance-notice',
  'consent-reconfirmation',
  'departure',
] as const satisfies readonly VoluntaryNames['step'][];

/** What is taken back when the person's decision falls. */
export const AFTER_CONSENT = [
  'consent',
  'consent-freedom-check',
  'host-clearance',
  'impediment-opinion',
  'impediment-wait',
  'preparation',
  ...TRIP_STEPS,
] as const satisfies readonly (VoluntaryNames['step'] | VoluntaryNames['stage'])[];

/** The journey stops and the person decides again; nobody loses a right by it. */
export const STOPPED: Consequences<VoluntaryNames> = {
  clears: ['returnWanted', ...CONSENT, ...TRIP],
  withdraws: AFTER_CONSENT,
};
