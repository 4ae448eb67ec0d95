import type { Names } from '../language/names.js';
import type {
  AdultEnding,
  BestInterestsStep,
  ChildFact,
  HoldStep,
  Need,
  SafetyFact,
  SupportStep,
  UsualEvent,
} from '../shared/names.js';
import type { RecallStep } from '../shared/recalls.js';

type Role =
  | 'RECTOR'
  | 'ATU-S'
  | 'ATU-R'
  | 'LEGAL'
  | 'PROS'
  | 'COURT'
  | 'CPA-S'
  | 'CPA-R'
  | 'MIG-S'
  | 'MIG-R'
  | 'REC'
  | 'CON'
  | 'MFA'
  | 'ASY'
  | 'HEA-S'
  | 'HEA-R'
  | 'CSO-S'
  | 'CSO-R'
  | 'IOM'
  | 'LAB'
  | 'EDU'
  | 'SOC'
  | 'WOM'
  | 'MON';

export type FactName =
  | ChildFact
  | SafetyFact
  | 'safetyEnsured'
  | 'protectionActive'
  | 'identificationReviewed'
  | 'majorityEstablished'
  | 'adulthoodFound'
  | 'ageFindingFinal'
  | 'ageQuestioned'
  | 'rightsInformed'
  | 'assistanceAccepted'
  | 'reflectionDone'
  | 'riskCleared'
  | 'proceedingsFree'
  | 'noObjection'
  | 'returnDecided'
  | 'disclosureAuthorised'
  | 'planInvited'
  | 'familyContactSettled'
  | 'safePlanAgreed'
  | 'childReceptionConfirmed'
  | 'escortSettled'
  | 'consentValid'
  | 'received'
  | 'inChildCare'
  | 'safeContact'
  | 'referralSettled'
  | 'planAgreed'
  | 'programmeConsent';

/** The steps of the protocol, but for the year of support. */
type MainStep =
  | 'indicator-detected'
  | 'safety-first'
  | 'preliminary-identification'
  | 'presume-minority'
  | 'inform-rights'
  | 'assistance-consent'
  | 'shelter-and-care'
  | 'recovery-reflection'
  | 'formal-identification'
  | 'legal-status'
  | 'justice-notice'
  | 'risk-assessment'
  | 'legal-proceedings-check'
  | 'options-and-decision'
  | 'alternatives-to-return'
  | 'non-refoulement-assessment'
  | 'disclosure-authorisation'
  | 'nationality-verification'
  | 'travel-document'
  | 'safe-return-plan'
  | 'family-contact-check'
  | 'reception-confirmation'
  | 'escort-and-fitness'
  | 'pre-departure-check'
  | 'departure'
  | 'handover-reception-act'
  | 'r-protected-reception'
  | 'r-shelter'
  | 'r-security-check-ins';

/** What a child needs besides: the best interests determination and a transfer of its own. */
type ChildStep =
  | 'child-disclosure-choice'
  | 'child-file'
  | 'bid-notice'
  | 'bid-remedy-window'
  | 'child-reception-confirmation'
  | 'child-pre-departure-check'
  | 'child-departure'
  | 'child-handover-reception-act'
  | 'r-child-search'
  | 'child-protection-end'
  | 'r-child-care';

/** Steps that carry loops, holds, re-routes and human exits. */
type HelperStep =
  | 'preliminary-review'
  | 'age-finding'
  | 'age-remedy-window'
  | 'age-remedy-pending'
  | 'age-conclusion'
  | 'assistance-open-door'
  | 'reflection-notice'
  | 'reflection-review'
  | 'reflection-end'
  | 'identification-review'
  | 'protection-end'
  | 'risk-information'
  | 'proceedings-choice'
  | 'options-counselling'
  | 'decision-review'
  | 'disclosure-choice'
  | 'nationality-request'
  | 'nationality-information'
  | 'nationality-alternatives'
  | 'statelessness-branch'
  | 'document-relay'
  | 'plan-invitation'
  | 'arrival'
  | 'bring-back'
  | 'r-age-check'
  | 'r-risk-assessment'
  | 'r-lost-contact'
  | 'open-door'
  | 'appeal-pending'
  | 'asylum-referral';

/** Every identifier the protocol `trafficking-victim` declares. */
export interface TraffickingVictimNames extends Names {
  role: Role;
  attribute:
    | Need
    | 'representation'
    | 'entry'
    | 'isMinor'
    | 'needSpecialised'
    | 'needLegal'
    | 'referralAgreed'
    | 'housing'
    | 'acceptsHousing'
    | 'acceptsHealth'
    | 'acceptsSupport';
  purpose: 'assistance' | 'return' | 'disclosure' | 'referrals' | 'programme';
  fact: FactName;
  date: 'departure';
  stage:
    | 'identification'
    | 'protection'
    | 'decision'
    | 'best-interests'
    | 'preparation'
    | 'transfer'
    | 'handover'
    | 'reception'
    | 'reintegration'
    | 'holds';
  step:
    | MainStep
    | ChildStep
    | HelperStep
    | SupportStep
    | BestInterestsStep
    | HoldStep
    | RecallStep<
        | 'HEA-S'
        | 'CSO-S'
        | 'CON'
        | 'MIG-R'
        | 'REC'
        | 'IOM'
        | 'ATU-R'
        | 'CPA-R'
        | 'HEA-R'
        | 'LAB'
        | 'EDU'
        | 'SOC'
        | 'WOM'
        | 'PROS'
        | 'LEGAL'
        | 'CSO-R'
      >;
  event:
    | UsualEvent
    | 'disclosure-revoked'
    | 'withdrawn-assistance'
    | 'withdrawn-referrals'
    | 'withdrawn-programme'
    | 'stay-requested'
    | 'new-hearing'
    | 'guardian-lost'
    | 'carer-withdrawn'
    | 'family-change'
    | 'escort-lost'
    | 'support-ended';
  ending: AdultEnding | 'closed-no-grounds' | 'closed-lost-contact';
}
