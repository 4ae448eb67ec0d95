import type { Condition } from '../language/condition.js';
import type { Deadline, Length, Silence, Unit } from '../language/deadline.js';
import type { Category, Field, FieldType } from '../language/form.js';
import type { Outcome, Share, Step } from '../language/step.js';
import type { Source, Text } from '../language/text.js';
import type { AdultDeporteeNames, FactName } from './names.js';

export type AdultStep = Step<AdultDeporteeNames>;
export type AdultOutcome = Outcome<AdultDeporteeNames>;
export type AdultCondition = Condition<AdultDeporteeNames>;
type AdultField = Field<AdultDeporteeNames>;
type AdultShare = Share<AdultDeporteeNames>;
type AdultDeadline = Deadline<AdultDeporteeNames>;

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
  more: Omit<AdultDeadline, 'length' | 'unit' | 'silence' | 'source'> = {},
): AdultDeadline => ({ length, unit, silence, source, ...more });

/** One question of a form. */
export const ask = (
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: Omit<AdultField, 'id' | 'type' | 'category' | 'label'> = {},
): AdultField => ({ id, type, category, label, ...more });

/** One possible answer. */
export const outcome = (
  id: string,
  title: Text,
  more: Omit<AdultOutcome, 'id' | 'title'> = {},
): AdultOutcome => ({ id, title, ...more });

/** Data for one recipient. */
export const share = (
  id: string,
  to: AdultDeporteeNames['role'],
  categories: readonly Category[],
  purpose: Text,
  ground: Source,
  more: Omit<AdultShare, 'id' | 'to' | 'categories' | 'purpose' | 'ground'> = {},
): AdultShare => ({ id, to, categories, purpose, ground, ...more });

/** One option of a `code` or `codes` question. */
export const option = (id: string, es: string, en: string) => ({ id, title: t(es, en) });

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

/** The free text in which whoever decides gives reasons; kept as protection account, so it is not shared with D8. */
export const REASONS = ask('reasons', 'long-text', 'D6', t('Motivos', 'Reasons'), {
  required: true,
});
