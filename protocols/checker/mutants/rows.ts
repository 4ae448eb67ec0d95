import type { Length } from '../../language/deadline.js';
import type { Definition, Regime } from '../../language/definition.js';
import type { Category } from '../../language/form.js';
import type { Step, StepEffect } from '../../language/step.js';

/**
 * What the safeguards say, written down here a second time and apart from the checker: this folder examines it. A row
 * says that a step with an effect may take effect only while a fact holds.
 */
export interface Demand {
  readonly invariant: string;
  readonly effect: StepEffect;
  readonly fact: string;
  readonly regimes: readonly Regime[];
  /** In a protocol for children and adults: whose steps the row is about. */
  readonly of?: 'child' | 'adult';
}

const RETURNING: readonly Regime[] = ['removal', 'child', 'victim', 'voluntary'];

const demand = (
  invariant: string,
  effect: StepEffect,
  regimes: readonly Regime[],
  facts: string,
  of?: Demand['of'],
): Demand[] =>
  facts.split(' ').map((fact) => ({ invariant, effect, fact, regimes, ...(of ? { of } : {}) }));

export const DEMANDS: readonly Demand[] = [
  ...demand('INV-A1', 'departs', RETURNING, 'individualAssessed'),
  ...demand('INV-A2', 'departs', RETURNING, 'nonRefoulementClear'),
  ...demand('INV-A2', 'departs', RETURNING, 'noAsylumPending'),
  ...demand('INV-A2', 'hands-over', RETURNING, 'nonRefoulementClear noAsylumPending'),
  ...demand('INV-A3', 'departs', ['removal'], 'removalDecided'),
  ...demand('INV-A3', 'departs', ['removal', 'child'], 'decisionNotified remedyWindowClosed'),
  ...demand('INV-A4', 'departs', RETURNING, 'noRemedyPending'),
  ...demand('INV-A4', 'hands-over', RETURNING, 'noRemedyPending'),
  ...demand(
    'INV-A11',
    'departs',
    RETURNING,
    'travelDocValid fitToTravel windowValid identityConfirmed',
  ),
  ...demand('INV-C1', 'departs', ['child'], 'bidReturn childViewRecorded guardianActive'),
  ...demand('INV-C1', 'departs', ['victim'], 'bidReturn childViewRecorded guardianActive', 'child'),
  ...demand(
    'INV-C1',
    'departs',
    ['voluntary'],
    'childrenSafeguarded childViewRecorded childAccompanied',
  ),
  ...demand('INV-C2', 'departs', ['child'], 'escortAssigned'),
  ...demand('INV-C2', 'hands-over', ['child'], 'escortAssigned'),
  ...demand('INV-C2', 'departs', ['victim'], 'escortAssigned', 'child'),
  ...demand('INV-C2', 'hands-over', ['victim'], 'escortAssigned', 'child'),
  ...demand('INV-C2', 'departs', ['voluntary'], 'childAccompanied'),
  ...demand('INV-C4', 'hands-over', ['removal', 'voluntary'], 'noReferralPending'),
  ...demand('INV-C3', 'departs', ['child'], 'carerOrCareSecured receptionConfirmed'),
  ...demand('INV-C3', 'departs', ['victim'], 'carerOrCareSecured', 'child'),
  ...demand('INV-T1', 'discloses-identity', ['victim'], 'riskCleared disclosureAuthorised'),
  ...demand('INV-T2', 'departs', ['victim'], 'reflectionDone identificationReviewed'),
  ...demand('INV-T2', 'departs', ['removal', 'voluntary'], 'noReferralPending'),
  ...demand(
    'INV-T3',
    'departs',
    ['victim'],
    'consentValid reflectionDone riskCleared proceedingsFree',
    'adult',
  ),
  ...demand('INV-T3', 'hands-over', ['victim'], 'noObjection', 'adult'),
  ...demand('INV-V2', 'departs', ['voluntary'], 'returnWanted'),
  ...demand('INV-V2', 'hands-over', ['voluntary'], 'returnWanted'),
  ...demand('INV-V1', 'departs', ['voluntary'], 'consentValid'),
  ...demand('INV-V1', 'departs', ['victim'], 'consentValid', 'adult'),
  ...demand('INV-G1', 'departs', ['removal'], 'individuallyCleared'),
  ...demand('INV-G3', 'departs', ['removal'], 'familyUnityOk'),
  ...demand('INV-M1', 'departs', ['removal'], 'monitorNotified'),
];

/** A step of the part of a protocol that is about children. */
export function isOfChild(step: Step): boolean {
  return step.requires?.includes('bidReturn') ?? false;
}

/** A handover that ends the way between two States; a later one hands the person to their family. */
export function isAtTheBorder(step: Step): boolean {
  return step.requires?.includes('inTransit') ?? false;
}

/** The rows that speak about a step. */
export function demandsOn(definition: Definition, step: Step): readonly Demand[] {
  return DEMANDS.filter(
    (row) =>
      row.regimes.includes(definition.regime) &&
      step.effects?.includes(row.effect) &&
      (row.invariant === 'INV-A4' || row.effect !== 'hands-over' || isAtTheBorder(step)) &&
      (row.of === undefined || (row.of === 'child') === isOfChild(step)),
  );
}

/** The invariants of a definition's regime that hang on a fact. */
export function invariantsOf(definition: Definition, fact: string): string[] {
  return [
    ...new Set(
      DEMANDS.filter((row) => row.fact === fact && row.regimes.includes(definition.regime)).map(
        (row) => row.invariant,
      ),
    ),
  ];
}

/** The facts of a definition that some row asks for before a departure, in the order of the rows. */
export function departureFacts(definition: Definition): string[] {
  const declared = new Set(definition.facts.map(({ id }) => id));
  const found = DEMANDS.filter(
    (row) =>
      row.effect === 'departs' && row.regimes.includes(definition.regime) && declared.has(row.fact),
  ).map((row) => row.fact);
  return [...new Set(found)];
}

/** What an event must take away, because what was known no longer is. */
export interface Clearing {
  readonly event: string;
  readonly fact: string;
  readonly invariants: readonly string[];
}

const clearing = (event: string, fact: string, ...invariants: string[]): Clearing => ({
  event,
  fact,
  invariants,
});

export const CLEARINGS: readonly Clearing[] = [
  clearing('new-risk-information', 'nonRefoulementClear', 'INV-A2'),
  clearing('new-risk-information', 'individualAssessed', 'INV-A1', 'INV-A2'),
  clearing('new-risk-information', 'bidReturn', 'INV-C1', 'INV-A2'),
  clearing('new-risk-information', 'riskCleared', 'INV-T1', 'INV-T3', 'INV-A2'),
  clearing('asylum-claim', 'nonRefoulementClear', 'INV-A2', 'INV-P1'),
  clearing('appeal-filed', 'noRemedyPending', 'INV-A4'),
  clearing('court-order', 'noRemedyPending', 'INV-A4'),
  clearing('consent-revoked', 'consentValid', 'INV-V1', 'INV-V2', 'INV-T3'),
  clearing('disclosure-revoked', 'disclosureAuthorised', 'INV-T1'),
  clearing('guardian-lost', 'guardianActive', 'INV-C1'),
  clearing('carer-withdrawn', 'carerOrCareSecured', 'INV-C3'),
  clearing('escort-lost', 'escortAssigned', 'INV-C2'),
  clearing('rescheduled', 'windowValid', 'INV-A11', 'INV-A12'),
  clearing('medical-hold', 'fitToTravel', 'INV-A11'),
  clearing('family-change', 'familyUnityOk', 'INV-G3'),
  clearing('family-change', 'bidReturn', 'INV-C1'),
  clearing('new-hearing', 'proceedingsFree', 'INV-T3'),
  clearing('trafficking-indicator', 'noReferralPending', 'INV-T2'),
  clearing('trafficking-indicator', 'traffickingScreened', 'INV-T2'),
];

/** Events that must be accepted at every hour and in every state before the handover, and what they hold up. */
export const OPEN_EVENTS: Readonly<Record<string, readonly string[]>> = {
  'appeal-filed': ['INV-A5', 'INV-A4'],
  'asylum-claim': ['INV-A5', 'INV-A2', 'INV-P1'],
  'trafficking-indicator': ['INV-A5', 'INV-T2', 'INV-P1'],
  'minority-claim': ['INV-A5', 'INV-C7'],
  'consent-revoked': ['INV-A5', 'INV-V2'],
};

/** How long a fact may be good for, longest. */
export const VALIDITIES: readonly {
  readonly fact: string;
  readonly regimes: readonly Regime[];
  readonly longest: Length;
  readonly invariants: readonly string[];
}[] = [
  {
    fact: 'fitToTravel',
    regimes: ['removal', 'child', 'victim'],
    longest: { length: 72, unit: 'hours' },
    invariants: ['INV-A11'],
  },
  {
    fact: 'fitToTravel',
    regimes: ['voluntary'],
    longest: { length: 30, unit: 'calendar-days' },
    invariants: ['INV-A11'],
  },
  {
    fact: 'riskCleared',
    regimes: ['victim'],
    longest: { length: 30, unit: 'calendar-days' },
    invariants: ['INV-T3', 'INV-T1'],
  },
  {
    fact: 'consentValid',
    regimes: ['voluntary', 'victim'],
    longest: { length: 24, unit: 'hours' },
    invariants: ['INV-V1', 'INV-T3'],
  },
];

/** Kinds of institution that may never learn a category (INV-P3). */
export const NEVER_TOLD: Readonly<Record<string, (kind: string, side: string) => boolean>> = {
  D9: (kind) => ['REC', 'MUN', 'CSO', 'LAB', 'EDU', 'SOC'].includes(kind),
  D6: (kind, side) => ['MUN', 'REC'].includes(kind) || (kind === 'MIG' && side === 'receiving'),
};

/** Who must give back what it was sent, and when; by regime. */
export const OWED_BACK: Readonly<
  Partial<
    Record<
      Regime,
      readonly { readonly roles: readonly string[]; readonly events: readonly string[] }[]
    >
  >
> = {
  removal: [
    {
      roles: ['CON', 'MIG-R', 'CIV-R', 'REC', 'CPA-R', 'POL-R', 'HEA-R'],
      events: ['asylum-claim', 'trafficking-indicator', 'minority-claim', 'new-risk-information'],
    },
    { roles: ['HEA-R', 'MUN', 'LAB', 'EDU', 'SOC', 'IOM'], events: ['consent-revoked'] },
  ],
  child: [
    {
      roles: ['CON', 'CPA-R', 'MIG-R', 'REC', 'HEA-R', 'EDU'],
      events: ['asylum-claim', 'trafficking-indicator', 'new-risk-information'],
    },
  ],
  victim: [
    {
      roles: ['CON', 'ATU-R', 'CPA-R'],
      events: ['consent-revoked', 'disclosure-revoked', 'new-risk-information'],
    },
    { roles: ['IOM', 'CSO-R'], events: ['consent-revoked'] },
  ],
  voluntary: [
    {
      roles: ['MIG-S', 'CON', 'REC', 'OPB', 'HEA-R', 'MUN', 'LAB', 'EDU', 'SOC', 'IOM'],
      events: ['consent-revoked'],
    },
  ],
};

/** Kinds of bodies that get an extract of this category and never all of it. */
export const EXTRACT_ONLY: Readonly<Record<string, Category>> = {
  PROS: 'D6',
  MUN: 'D12',
  EDU: 'D12',
  SOC: 'D12',
  LAB: 'D12',
  WOM: 'D12',
};
