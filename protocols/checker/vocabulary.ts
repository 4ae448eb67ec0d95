import type { Regime } from '../language/definition.js';

/**
 * The facts that ready a departure. They speak of one decision and one planned journey: a run that moves to another
 * protocol, or a person who comes back from the border, starts without them. What was found out stays in the file.
 */
export const READINESS: readonly string[] = [
  'individualAssessed',
  'nonRefoulementClear',
  'originConditionsOk',
  'removalDecided',
  'returnDecided',
  'bidReturn',
  'decisionNotified',
  'remedyWindowClosed',
  'childViewRecorded',
  'childrenSafeguarded',
  'childAccompanied',
  'carerOrCareSecured',
  'consentGiven',
  'consentFree',
  'consentValid',
  'riskCleared',
  'disclosureAuthorised',
  'proceedingsFree',
  'identityConfirmed',
  'travelDocValid',
  'receptionConfirmed',
  'escortAssigned',
  'escortSettled',
  'fitToTravel',
  'windowValid',
  'familyUnityOk',
  'individuallyCleared',
  'monitorNotified',
  'finalCheckPassed',
];

/** The facts that say that a return was decided, and by whom: a State, a panel, the person. */
export function decisionFacts(regime: Regime): readonly string[] {
  switch (regime) {
    case 'removal':
      return ['removalDecided'];
    case 'child':
      return ['bidReturn'];
    case 'victim':
      return ['returnDecided', 'bidReturn'];
    case 'voluntary':
      return ['consentGiven'];
    case 'no-return':
      return [];
  }
}
