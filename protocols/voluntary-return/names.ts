import type { Names } from '../language/names.js';
import type { FamilyEvent, FamilyFact } from '../shared/family.js';
import type {
  AdultEnding,
  HoldStep,
  Need,
  OfferedSupportStep,
  ProtectiveReferral,
  SafetyFact,
  UsualEvent,
} from '../shared/names.js';
import type { RecallStep } from '../shared/recalls.js';

/** People who go home by choice join where they decide and where they leave. */
type VoluntaryFamilyEvent = Extract<
  FamilyEvent,
  `family-member-${string}` | `family-${'decided' | 'undecided' | 'checked' | 'not-checked'}`
>;

type Role =
  | 'RECTOR'
  | 'IOM'
  | 'MIG-S'
  | 'CON'
  | 'MFA'
  | 'LEGAL'
  | 'COURT'
  | 'PROS-S'
  | 'ASY'
  | 'UNHCR'
  | 'HEA-S'
  | 'HEA-R'
  | 'CPA-S'
  | 'CPA-R'
  | 'ATU-S'
  | 'ATU-R'
  | 'REC'
  | 'OPB'
  | 'MUN'
  | 'LAB'
  | 'EDU'
  | 'SOC'
  | 'MON';

export type FactName =
  | SafetyFact
  | 'counselled'
  | 'capacitySettled'
  | 'childrenSafeguarded'
  | 'childViewRecorded'
  | 'childAccompanied'
  | 'consentGiven'
  | 'consentFree'
  | 'consentValid'
  | 'hostCleared'
  | 'escortSettled'
  | 'profiled'
  | 'planDrafted'
  | 'noticeSettled'
  | 'consularContactAgreed'
  | 'originNoticeAgreed'
  | 'migrationTold'
  | 'consulateTold'
  | 'originTold'
  | 'returnWanted'
  | Extract<FamilyFact, 'familyDecided' | 'familyChecked'>
  | 'noReferralPending'
  | 'handedOver'
  | 'returned'
  | 'reintegrationConsent'
  | 'planAgreed';

/** The steps of the protocol, with withdrawal and the entry for own-means returns, but for the year of support. */
type MainStep =
  | 'request'
  | 'information-counselling'
  | 'protection-vulnerability-screening'
  | 'capacity-assessment'
  | 'child-in-family-bia'
  | 'consent'
  | 'host-clearance'
  | 'prepare'
  | 'stay-pathway'
  | 'nationality-and-documents'
  | 'health-assessment'
  | 'pre-return-assessment'
  | 'draft-reintegration-plan'
  | 'itinerary'
  | 'advance-notice'
  | 'consent-reconfirmation'
  | 'withdrawal'
  | 'departure'
  | 'transit-assistance'
  | 'arrival-reception'
  | 'self-return-registration'
  | 'post-arrival-contact';

/** Steps that carry loops, holds, re-routes and human exits. */
type HelperStep =
  | 'who-travels'
  | 'asylum-effects-counselling'
  | 'representative-review'
  | 'best-interests-determination'
  | 'consent-freedom-check'
  | 'impediment-opinion'
  | 'impediment-wait'
  | 'previous-procedure'
  | 'situation-kept'
  | 'document-check'
  | 'document-information'
  | 'document-relay'
  | 'document-alternatives'
  | 'statelessness-branch'
  | 'escort-assignment'
  | 'transit-help'
  | 'handover-act'
  | 'child-follow-up'
  | 'safety-review'
  | 'bring-back'
  | 'remedy-pending'
  | 'asylum-referral';

/** What the person is asked to agree to. */
type Purpose = 'return' | 'consulate' | 'origin' | 'contact' | 'municipality' | 'support';

/** Every identifier the protocol `voluntary-return` declares. */
export interface VoluntaryNames extends Names {
  role: Role;
  attribute:
    | Need
    | 'representation'
    | 'entry'
    | 'withChildren'
    | 'escorted'
    | 'contactAgreed'
    | 'municipalityAgreed';
  fact: FactName;
  date: 'departure';
  stage:
    | 'intake'
    | 'choice'
    | 'staying'
    | 'preparation'
    | 'travel'
    | 'reception'
    | 'reintegration'
    | 'holds';
  step:
    | MainStep
    | HelperStep
    | OfferedSupportStep
    | HoldStep
    | ProtectiveReferral
    | RecallStep<
        | 'MIG-S'
        | 'LEGAL'
        | 'HEA-S'
        | 'CON'
        | 'MFA'
        | 'REC'
        | 'OPB'
        | 'HEA-R'
        | 'MUN'
        | 'LAB'
        | 'EDU'
        | 'SOC'
        | 'IOM'
      >;
  purpose: Purpose;
  event:
    | UsualEvent
    | `withdrawn-${Exclude<Purpose, 'return'>}`
    | VoluntaryFamilyEvent
    | 'family-change'
    | 'escort-unavailable'
    | 'status-granted'
    | 'support-ended';
  ending: AdultEnding | 'closed-withdrawn' | 'closed-not-possible';
}
