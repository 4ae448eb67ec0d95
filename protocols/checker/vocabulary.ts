import type { Regime } from '../language/definition.js';
import type { CheckContext } from './finding.js';

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

/** Facts that protect somebody while they hold: treated as a child, under protection as a victim. */
export const SHIELDS: readonly string[] = ['childTreatment', 'protectionActive'];

/**
 * Facts whose absence protects somebody: a claim or a flag was raised, it was decided that they do not return, they do
 * not want to. Holds of the journey alone (health, weather, a remedy) are not among these.
 */
export const STOPS: readonly string[] = [
  'noAsylumPending',
  'noReferralPending',
  'returnOpen',
  'returnWanted',
];

/** The fact that says that somebody is an adult for certain. */
export const ADULTHOOD = 'majorityEstablished';

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

const SHIPPED: Readonly<Record<string, Regime>> = {
  'adult-deportee': 'removal',
  'voluntary-return': 'voluntary',
  'unaccompanied-minor': 'child',
  'trafficking-victim': 'victim',
};

/** The regime of a protocol a run can continue under; of the shipped ones also where no other is at hand. */
export function regimeOf(protocol: string, { others }: CheckContext): Regime | undefined {
  return others?.find(({ id }) => id === protocol)?.regime ?? SHIPPED[protocol];
}
