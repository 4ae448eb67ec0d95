import type { Regime } from '../../language/definition.js';
import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { requireAnswerClearing, requireClearing } from '../rules/clearing.js';
import { requireDisclosure } from '../rules/disclosure.js';
import { requireGate } from '../rules/gates.js';
import { asksFor, requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameFact, nameOutcome, nameStep, t } from '../words.js';

/** What must hold before the consulate learns of anybody; the victim's gate is INV-T1, the traveller's INV-V4. */
const GATE: Readonly<Partial<Record<Regime, readonly string[]>>> = {
  removal: ['consularContactAllowed'],
  child: ['traffickingScreened', 'protectionScreened', 'nonRefoulementClear', 'noAsylumPending'],
};
/** A child is screened by child protection together with whoever knows what to look for. */
const SCREENED = [
  ['traffickingScreened', 'ATU'],
  ['protectionScreened', 'ASY'],
] as const;
const isScreening = ({ kind }: Step) => kind === 'assessment';
/** How a screening says that asylum is asked for, or may be. */
const ASKS = ['asylum', 'indicated'] as const;
/** How it is said that the person wants the consulate to know while asylum is claimed. */
const EXPRESS = 'consulate-agreed';
const CONSULAR = ['CON', 'MFA'] as const;

/**
 * Before a removal or the return of a child nobody of that State is told or asked anything while asylum is claimed, there
 * are signs of trafficking or the risk is not ruled out: what one of its institutions learns the consulate learns. Whatever discloses identity, every step the consulate answers and every share with it stands behind the gate (gates,
 * disclosure). An asylum claim, a screening that finds one, and a sign of trafficking take a fact of the gate away, so
 * from then on nothing goes out until people set it again.
 */
export const invP1: Invariant = {
  id: 'INV-P1',
  regimes: MOVING,
  must: t(
    'Mientras se pide o puede pedirse asilo, o hay indicios de trata, nada se comunica al consulado sin consentimiento expreso.',
    'While asylum is claimed or may be, or there are signs of trafficking, nothing goes to the consulate without express consent.',
  ),
  source: 'MX LM arts. 69 IV, 112 V; MX LRPCAP art. 21',
  check(scope) {
    const { regime } = scope.model.definition;
    const gate = GATE[regime];
    const kinds = scope.model.definition.roles.map(({ kind }) => kind);
    const others = kinds.filter((kind) => !CONSULAR.some((one) => one === kind));
    if (gate) {
      requireGate(scope, { effect: 'discloses-identity', facts: gate });
      requireDisclosure(scope, gate, { kinds: CONSULAR, everywhere: true });
    }
    if (regime === 'removal' || regime === 'child') {
      requireAnswerClearing(
        scope,
        ASKS,
        ['noAsylumPending', 'consularContactAllowed'],
        isScreening,
      );
    }
    if (regime === 'removal') {
      requireDisclosure(scope, ['noAsylumPending', 'noReferralPending'], { kinds: others });
      requireClearing(scope, 'asylum-claim', gate ?? []);
      requireClearing(scope, 'trafficking-indicator', gate ?? []);
      requireSetter(scope, {
        fact: 'consularContactAllowed',
        outcomes: ['refused', 'withdrawn', EXPRESS],
        kinds: ['ASY'],
        side: 'sending',
        initially: true,
      });
      expressly(scope);
    }
    if (regime === 'child') {
      // Child protection of that State stands in for the child; what it is told hangs on the tracing it takes part in.
      requireDisclosure(scope, ['noAsylumPending', 'nonRefoulementClear'], {
        kinds: others.filter((kind) => kind !== 'CPA'),
      });
      requireClearing(scope, 'asylum-claim', ['noAsylumPending', 'nonRefoulementClear']);
      requireClearing(scope, 'trafficking-indicator', ['traffickingScreened']);
      for (const [fact, besides] of SCREENED) {
        requireSetter(scope, {
          fact,
          outcomes: ['none'],
          kinds: ['CPA', besides],
          side: 'sending',
          stepKinds: ['assessment'],
          reasons: true,
          renewed: true,
        });
      }
    }
    if (regime === 'voluntary') {
      requireClearing(scope, 'asylum-claim', ['consularContactAgreed']);
      requireClearing(scope, 'trafficking-indicator', ['consularContactAgreed']);
    }
  },
};

/** The asylum authority says that the consulate may be told only by an answer in which the person agreed to it. */
function expressly(scope: Scope): void {
  const { model } = scope;
  for (const { step, outcome, where } of model.setters('consularContactAllowed')) {
    if (!step || outcome?.id !== EXPRESS || asksFor(step, outcome.id)) continue;
    scope.report('set-without-reasons', where, {
      step: nameStep(model, step.id),
      outcome: nameOutcome(model, step.id, outcome.id),
      fact: nameFact(model, 'consularContactAllowed'),
    });
  }
}
