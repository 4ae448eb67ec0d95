import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import type { Scope } from '../scope.js';
import { nameOutcome, nameStep, t } from '../words.js';

/** What silence may mean at a safeguard: the person counts as protected until somebody says otherwise. */
const PROTECTS = ['presumed', 'child-presumed', 'received', 'term-reached'];
/** Decisions of the person, which nobody may press for. */
const OWN_DECISION = ['consentGiven', 'returnDecided'];

/**
 * A positive result of a safeguard comes from `completeStep`, which names the person who answered, or from silence.
 * Silence is refused here: at a safeguard it keeps the step open, ends the run before anybody was moved, or gives one
 * of the protective results named above. That the facts themselves come of no other source is proven with each fact.
 */
export const invA6: Invariant = {
  id: 'INV-A6',
  regimes: MOVING,
  must: t(
    'Ningún resultado positivo de una salvaguardia viene del silencio ni de una máquina: siempre lo decide una persona con nombre.',
    'No positive result of a safeguard comes from silence or a machine: a named person always decides it.',
  ),
  source: 'GCM objective 21; product rule',
  check(scope) {
    for (const step of scope.model.definition.steps) {
      if (step.safeguard) checkSilence(scope, step);
      if (step.effects?.length && step.kind === 'protocol') {
        scope.report('effect-automated', `steps/${step.id}/kind`, {
          step: nameStep(scope.model, step.id),
        });
      }
    }
  },
};

function checkSilence(scope: Scope, step: Step): void {
  const { deadline } = step;
  const fillers = { step: nameStep(scope.model, step.id) };
  if (!deadline) {
    scope.report('safeguard-without-deadline', `steps/${step.id}`, fillers);
    return;
  }
  const sets = step.outcomes
    .flatMap((outcome) => outcome.sets ?? [])
    .map((setting) => (typeof setting === 'string' ? setting : setting.fact));
  // A determination about a child also decides on return, and authorities owe it in time.
  const own = OWN_DECISION.some((fact) => sets.includes(fact)) && !sets.includes('bidReturn');
  if (deadline.silence === 'L0' && !own) {
    scope.report('safeguard-unwatched', `steps/${step.id}/deadline`, fillers);
  }
  const lapse = step.outcomes.find((outcome) => outcome.id === deadline.lapse);
  if (!lapse || lapse.keepsOpen || PROTECTS.includes(lapse.id)) return;
  const releases = lapse.ends !== undefined && (lapse.sets ?? []).length === 0;
  if (releases) return;
  const way = scope.model.moves.filter((move) => move.kind === 'silence' && move.step === step);
  scope.report(
    'silence-decides',
    `steps/${step.id}/deadline/lapse`,
    { ...fillers, outcome: nameOutcome(scope.model, step.id, lapse.id) },
    { way, tracked: [] },
  );
}
