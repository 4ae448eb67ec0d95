/** Where a run stands still, or is decided by the lead institution once every attempt is used up. */
export type HoldStep =
  | 'asylum-hold'
  | 'medical-hold'
  | 'force-majeure-hold'
  | 'absence-review'
  | 'death-notice'
  | 'lead-decision'
  | 'standstill-on-the-way'
  | 'standstill-after-return';

/** Re-routes to protection that take effect even when nobody answers. */
export type ProtectiveReferral =
  | 'protected-referral'
  | 'minority-referral'
  | 'protected-referral-reception'
  | 'minority-referral-reception';

/** A year of support after the return, and its end. */
export type SupportStep =
  | 'reintegration-plan'
  | 'referral'
  | 'follow-up-visit'
  | 'sustainability-score'
  | 'extended-follow-up'
  | 'final-sustainability-score'
  | 'closure';

/** Support that is offered to adults, who may decline it and come back to it. */
export type OfferedSupportStep =
  | SupportStep
  | 'reintegration-offer'
  | 'open-door'
  | 'needs-and-skills-assessment'
  | 'referral-alternative'
  | 'support-disbursement'
  | 'follow-up-transfer';

/** What is found out and decided for a child before a return: guardian, family, care, view and best interests. */
export type BestInterestsStep =
  | 'appoint-guardian'
  | 'family-tracing-request'
  | 'family-tracing'
  | 'family-assessment'
  | 'carer-agreement'
  | 'alternative-care-in-origin'
  | 'origin-risk-assessment'
  | 'child-view'
  | 'bid-report'
  | 'bid-complement'
  | 'bid-decision'
  | 'bid-decision-without-return'
  | 'escort-assignment'
  | 'child-search';

/** Truths that bear on every return, whoever the person is. */
export type SafetyFact =
  | 'individualAssessed'
  | 'nonRefoulementClear'
  | 'noRemedyPending'
  | 'noAsylumPending'
  | 'noMedicalHold'
  | 'noForceMajeure'
  | 'personPresent'
  | 'identityConfirmed'
  | 'travelDocValid'
  | 'windowValid'
  | 'fitToTravel'
  | 'inSendingState'
  | 'inTransit';

/** Truths that bear on the return of a child. */
export type ChildFact =
  | 'guardianActive'
  | 'careSettled'
  | 'carerOrCareSecured'
  | 'originRiskAssessed'
  | 'originConditionsOk'
  | 'childViewRecorded'
  | 'bidReported'
  | 'bidReturn'
  | 'decisionNotified'
  | 'remedyWindowClosed'
  | 'escortAssigned'
  | 'receptionConfirmed'
  | 'finalCheckPassed'
  | 'returnOpen';

/** What may be reported at any hour in every protocol. */
export type UsualEvent =
  | 'appeal-filed'
  | 'court-order'
  | 'asylum-claim'
  | 'trafficking-indicator'
  | 'minority-claim'
  | 'new-risk-information'
  | 'consent-revoked'
  | 'medical-hold'
  | 'force-majeure'
  | 'rescheduled'
  | 'absconded'
  | 'deceased'
  | 'left-area';

/** How every protocol may end. */
export type UsualEnding =
  | 'closed-stay'
  | 'closed-done-goal'
  | 'closed-done-term'
  | 'closed-done-left'
  | 'absconded'
  | 'deceased';

/** Ends of a support that the person accepted and may leave, or that is no longer paid for. */
export type AdultEnding =
  | UsualEnding
  | 'closed-declined'
  | 'closed-done-withdrew'
  | 'closed-done-means';

/** What a person needs after the return, asked with the plan or the referral. */
export type Need = 'needHealth' | 'needEducation' | 'needWork' | 'needSocial';
