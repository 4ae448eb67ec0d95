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

type Role =
  | 'RECTOR'
  | 'MIG-S'
  | 'MIG-R'
  | 'CON'
  | 'MFA'
  | 'LEGAL'
  | 'COURT'
  | 'ASY'
  | 'HEA-S'
  | 'HEA-R'
  | 'CPA-S'
  | 'CPA-R'
  | 'ATU-S'
  | 'ATU-R'
  | 'POL-R'
  | 'REC'
  | 'CIV-R'
  | 'IOM'
  | 'OPB'
  | 'MUN'
  | 'LAB'
  | 'EDU'
  | 'SOC'
  | 'MON';

export type FactName =
  | SafetyFact
  | 'rightsInformed'
  | 'counselSettled'
  | 'removalDecided'
  | 'returnOffered'
  | 'decisionNotified'
  | 'remedyWindowClosed'
  | 'noReferralPending'
  | 'consularContactAllowed'
  | 'renewedProcedure'
  | 'familyUnityOk'
  | FamilyFact
  | 'receptionConfirmed'
  | 'needsAnnounced'
  | 'belongingsReturned'
  | 'monitorNotified'
  | 'individuallyCleared'
  | 'finalCheckPassed'
  | 'admitted'
  | 'received'
  | 'takeBackOpen'
  | 'registered'
  | 'reintegrationConsent'
  | 'planAgreed';

/** The steps of the protocol, but for the year of support. */
type MainStep =
  | 'apprehension-record'
  | 'inform-rights'
  | 'consular-notification'
  | 'legal-assistance'
  | 'individual-screening'
  | 'individual-assessment'
  | 'non-refoulement-assessment'
  | 'voluntary-return-offer'
  | 'protection-or-regularisation'
  | 'removal-decision'
  | 'notify-decision'
  | 'appeal-window'
  | 'appeal-pending'
  | 'family-unity-check'
  | 'nationality-verification'
  | 'travel-document'
  | 'fit-to-travel'
  | 'manifest-proposal'
  | 'manifest-acceptance'
  | 'vulnerable-advance-notice'
  | 'criminal-information-notice'
  | 'belongings-and-papers'
  | 'pre-departure-check'
  | 'departure'
  | 'handover-reception-act'
  | 'nationality-doubt'
  | 'reception-registration'
  | 'reception-immediate-assistance'
  | 'reception-screening'
  | 'identity-documentation'
  | 'onward-transport';

/** Steps that carry loops, holds, re-routes and human exits. */
type HelperStep =
  | 'assisted-return-offer'
  | 'renewed-removal-decision'
  | 'stay-limit'
  | 'readmission-application'
  | 'readmission-information'
  | 'nationality-alternatives'
  | 'statelessness-branch'
  | 'document-relay'
  | 'standard-document'
  | 'individual-clearance'
  | 'manifest-correction'
  | 'deemed-acceptance-check'
  | 'monitor-notice'
  | 'arrival'
  | 'bring-back'
  | 'nationality-doubt-extension'
  | 'take-back'
  | 'protected-shelter'
  | 'asylum-referral';

/** Every identifier the protocol `adult-deportee` declares. */
export interface AdultDeporteeNames extends Names {
  role: Role;
  attribute:
    | Need
    | 'entry'
    | 'route'
    | 'ageBand'
    | 'familyGroup'
    | 'agreementSilence'
    | 'representation'
    | 'protectedHandling'
    | 'contactAgreed'
    | 'municipalityAgreed';
  fact: FactName;
  date: 'departure';
  stage:
    | 'intake'
    | 'assessment'
    | 'decision'
    | 'preparation'
    | 'transfer'
    | 'handover'
    | 'reception'
    | 'reintegration'
    | 'holds';
  purpose: 'contact' | 'municipality' | 'support';
  step:
    | MainStep
    | HelperStep
    | OfferedSupportStep
    | HoldStep
    | ProtectiveReferral
    | RecallStep<
        | 'CON'
        | 'MFA'
        | 'MIG-R'
        | 'CIV-R'
        | 'REC'
        | 'CPA-R'
        | 'POL-R'
        | 'HEA-R'
        | 'OPB'
        | 'MUN'
        | 'LAB'
        | 'EDU'
        | 'SOC'
        | 'IOM'
      >;
  event:
    | UsualEvent
    | FamilyEvent
    | 'withdrawn-contact'
    | 'withdrawn-municipality'
    | 'withdrawn-support'
    | 'family-change'
    | 'status-granted'
    | 'readmission-error'
    | 'support-ended';
  ending: AdultEnding | 'released' | 'closed-done-criteria';
}
