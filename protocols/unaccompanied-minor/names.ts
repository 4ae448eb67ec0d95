import type { Names } from '../language/names.js';
import type { FamilyEvent, FamilyFact } from '../shared/family.js';
import type {
  BestInterestsStep,
  ChildFact,
  HoldStep,
  SafetyFact,
  SupportStep,
  UsualEnding,
  UsualEvent,
} from '../shared/names.js';
import type { RecallStep } from '../shared/recalls.js';

type Role =
  | 'RECTOR'
  | 'CPA-S'
  | 'CPA-R'
  | 'MIG-S'
  | 'MIG-R'
  | 'CON'
  | 'MFA'
  | 'CIV-R'
  | 'ATU-S'
  | 'ATU-R'
  | 'PROS'
  | 'COURT'
  | 'LEGAL'
  | 'ASY'
  | 'HEA-S'
  | 'HEA-R'
  | 'RC'
  | 'IOM'
  | 'REC'
  | 'EDU'
  | 'SOC'
  | 'MUN'
  | 'MON';

export type FactName =
  | ChildFact
  | SafetyFact
  | 'living'
  | 'received'
  | 'childTreatment'
  | 'ageFindingFinal'
  | 'protectionNotified'
  | 'inCare'
  | 'childInformed'
  | 'traffickingScreened'
  | 'protectionScreened'
  | 'consularContactSettled'
  | 'consulateNotified'
  | 'interviewed'
  | 'stayGranted'
  | 'siblingsSettled'
  | FamilyFact
  | 'individualPlanAgreed'
  | 'noticeAcknowledged'
  | 'custodyInOrigin'
  | 'receptionSafe'
  | 'placementSettled'
  | 'referralSettled'
  | 'reintegrationAgreed';

/** The rows of the protocol, but for what is decided for a child and the year of support; row 9 is three steps. */
type MainStep =
  | 'register-child'
  | 'presume-minority'
  | 'notify-child-protection'
  | 'place-in-care'
  | 'urgent-measures'
  | 'inform-child'
  | 'initial-assessment'
  | 'trafficking-screening'
  | 'international-protection-screening'
  | 'immediate-risk-of-return'
  | 'consular-notification'
  | 'consular-interview'
  | 'identity-confirmation'
  | 'child-interview'
  | 'notify-decision'
  | 'appeal-window'
  | 'appeal-pending'
  | 'alternatives-to-return'
  | 'prepare-return'
  | 'individual-return-plan'
  | 'travel-document'
  | 'reception-confirmation'
  | 'fit-to-travel'
  | 'itinerary-and-window'
  | 'advance-notice'
  | 'pre-departure-check'
  | 'departure'
  | 'transit-log'
  | 'handover-reception-act'
  | 'reception-immediate-assistance'
  | 'reception-notify-child-protection'
  | 'reception-screening'
  | 'family-reunification'
  | 'post-return-report';

/** Steps that carry loops, holds, re-routes and human exits. */
type HelperStep =
  | 'age-remedy-window'
  | 'age-remedy-pending'
  | 'age-transfer'
  | 'urgent-measures-ruling'
  | 'identity-information'
  | 'nationality-alternatives'
  | 'statelessness-branch'
  | 'family-tracing-red-cross'
  | 'stay-review'
  | 'siblings-together'
  | 'document-relay'
  | 'advance-notice-reply'
  | 'notice-correction'
  | 'transit-incident'
  | 'bring-back'
  | 'protection-in-origin'
  | 'family-reassessment'
  | 'care-placement'
  | 'early-closure'
  | 'search-in-origin';

/** Every identifier the protocol `unaccompanied-minor` declares. */
export interface MinorNames extends Names {
  role: Role;
  attribute:
    | 'representation'
    | 'entry'
    | 'siblings'
    | 'needHealth'
    | 'needEducation'
    | 'needSocial'
    | 'needPapers';
  fact: FactName;
  date: 'departure';
  stage:
    | 'detection'
    | 'screening'
    | 'identity'
    | 'family'
    | 'best-interests'
    | 'decision'
    | 'stay'
    | 'preparation'
    | 'transfer'
    | 'handover'
    | 'reception'
    | 'reintegration'
    | 'holds';
  step:
    | MainStep
    | HelperStep
    | SupportStep
    | BestInterestsStep
    | HoldStep
    | RecallStep<'CON' | 'CPA-R' | 'MIG-R' | 'REC' | 'HEA-R' | 'EDU' | 'RC'>;
  event:
    | UsualEvent
    | FamilyEvent
    | 'stay-requested'
    | 'guardian-lost'
    | 'carer-withdrawn'
    | 'family-change'
    | 'escort-lost'
    | 'turned-eighteen';
  ending: UsualEnding | 'closed-done-declined' | 'closed-done-adult' | 'closed-done-court';
}
