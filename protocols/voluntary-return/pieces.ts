import type { Condition } from '../language/condition.js';
import type { Deadline, Length, Silence, Unit } from '../language/deadline.js';
import type { Category, Field, FieldType } from '../language/form.js';
import type { Consequences, Outcome, Share, Step } from '../language/step.js';
import type { Source, Text } from '../language/text.js';
import type { FactName, VoluntaryNames } from './names.js';

export type VoluntaryStep = Step<VoluntaryNames>;
type VoluntaryOutcome = Outcome<VoluntaryNames>;
type VoluntaryCondition = Condition<VoluntaryNames>;
type VoluntaryField = Field<VoluntaryNames>;
type VoluntaryShare = Share<VoluntaryNames>;
type VoluntaryDeadline = Deadline<VoluntaryNames>;

/** A text in both languages, Spanish first. */
export const t = (es: string, en: string): Text => ({ es, en });

/** A rule whose text was read. */
export const law = (ref: string): Source => ({ mark: 'source', ref });
/** A known rule whose paragraph was not read again. */
export const known = (ref: string): Source => ({ mark: 'memory', ref });
/** A real rule of another corridor that only sizes the value. */
export const comparator = (ref: string): Source => ({ mark: 'comparator', ref });
/** A product choice an administrator may change. */
export const choice = (ref: string): Source => ({ mark: 'proposal', ref });

/** A length of time. */
export const span = (length: number, unit: Unit): Length => ({ length, unit });

/** A deadline; counted from the opening unless `more` says otherwise. */
export const due = (
  length: number,
  unit: Unit,
  silence: Silence,
  source: Source,
  more: Omit<VoluntaryDeadline, 'length' | 'unit' | 'silence' | 'source'> = {},
): VoluntaryDeadline => ({ length, unit, silence, source, ...more });

/** One question of a form. */
export const ask = (
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: Omit<VoluntaryField, 'id' | 'type' | 'category' | 'label'> = {},
): VoluntaryField => ({ id, type, category, label, ...more });

/** One possible answer. */
export const outcome = (
  id: string,
  title: Text,
  more: Omit<VoluntaryOutcome, 'id' | 'title'> = {},
): VoluntaryOutcome => ({ id, title, ...more });

/** Data for one recipient. */
export const share = (
  id: string,
  to: VoluntaryNames['role'],
  categories: readonly Category[],
  purpose: Text,
  ground: Source,
  more: Omit<VoluntaryShare, 'id' | 'to' | 'categories' | 'purpose' | 'ground'> = {},
): VoluntaryShare => ({ id, to, categories, purpose, ground, ...more });

/** One option of a `code` or `codes` question. */
export const option = (id: string, es: string, en: string) => ({ id, title: t(es, en) });

/** The free text in which whoever decides gives reasons; kept as protection account, so it is not shared with D8. */
export const REASONS = ask('reasons', 'long-text', 'D6', t('Motivos', 'Reasons'), {
  required: true,
});

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

/** Nothing goes to the consulate without the express consent of the person. */
export const CONSULATE_SUPPRESSED: VoluntaryCondition = { not: 'consularContactAgreed' };
/** Nothing goes to other bodies of the country of origin without the consent of the person. */
export const ORIGIN_SUPPRESSED: VoluntaryCondition = { not: 'originNoticeAgreed' };

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
