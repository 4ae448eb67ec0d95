import { type Invariant, MOVING } from '../invariant.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { shortest } from '../rules/lengths.js';
import { requireOnward, requireReferral } from '../rules/referral.js';
import { asksFor, isInWords, requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameStep, t } from '../words.js';

/** What the sign of trafficking takes away under each regime, so that neither decision nor departure follows. */
const BLOCKS = {
  removal: 'noReferralPending',
  voluntary: 'noReferralPending',
  child: 'traffickingScreened',
  victim: 'riskCleared',
} as const;

const LEAST_REFLECTION = { length: 30, unit: 'calendar-days' } as const;

/** How a screening says that there are signs of trafficking. */
const SIGN = ['protected-handling', 'grounds'] as const;

/**
 * A sign of trafficking takes away a fact that departure requires, and that every decision to remove requires; whoever
 * is not under protection yet goes on under a protocol that protects, by the report and by every screening that finds
 * signs (referral). For a
 * victim departure requires that the period of reflection ended and identification was reviewed; the period ends
 * after thirty days at least (so it can be asked no earlier), or earlier by the person's own wish in words, always with
 * counsel's signature, and never by silence.
 */
export const invT2: Invariant = {
  id: 'INV-T2',
  regimes: MOVING,
  must: t(
    'Desde el primer indicio de trata hasta el fin de la identificación y de la reflexión no hay decisión de salida ni salida.',
    'From the first sign of trafficking until identification and reflection have ended there is no removal decision and no departure.',
  ),
  source: 'Reflection periods of 90, 30 and 180 days',
  check(scope) {
    const { regime } = scope.model.definition;
    if (regime === 'no-return') return;
    const fact = BLOCKS[regime];
    requireGate(scope, { effect: 'departs', facts: [fact] });
    requireClearing(scope, 'trafficking-indicator', [fact]);
    if (regime === 'removal' || regime === 'voluntary') {
      requireReferral(scope, 'trafficking-indicator', 'victim');
    }
    if (regime !== 'victim') requireOnward(scope, SIGN, 'victim');
    if (regime === 'removal') decisionWaits(scope, fact);
    if (regime === 'victim') reflection(scope);
  },
};

function decisionWaits(scope: Scope, fact: string): void {
  for (const { step, outcome, where } of scope.model.setters('removalDecided')) {
    if (!step || !outcome) continue;
    if (step.requires?.includes(fact) && !outcome.despiteMissing) continue;
    scope.report('decision-despite-sign', where, {
      step: nameStep(scope.model, step.id),
      id: fact,
    });
  }
}

function reflection(scope: Scope): void {
  const { model } = scope;
  requireGate(scope, { effect: 'departs', facts: ['reflectionDone', 'identificationReviewed'] });
  requireSetter(scope, {
    fact: 'reflectionDone',
    outcomes: ['ended', 'ended-early'],
    kinds: ['ATU', 'LEGAL'],
    side: 'sending',
  });
  requireSetter(scope, {
    fact: 'identificationReviewed',
    outcomes: ['recognised'],
    kinds: ['ATU'],
    side: 'sending',
    reasons: 'words',
    renewed: true,
  });
  for (const { step, outcome, where } of model.setters('reflectionDone')) {
    if (!step || !outcome) continue;
    const first = step.series?.at[0];
    const long = first !== undefined && shortest(first) >= shortest(LEAST_REFLECTION);
    const wished = outcome.id === 'ended-early' && asksFor(step, outcome.id, isInWords);
    if (long || wished) continue;
    scope.report('reflection-cut', where, { step: nameStep(model, step.id) });
  }
}
