import { positiveAtoms } from '../../language/condition.js';
import type { Regime } from '../../language/definition.js';
import { type Outcome, onwardOf, type Step } from '../../language/step.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import type { Scope } from '../scope.js';
import { judge, matches } from '../truth.js';
import { nameEvent, nameOutcome, nameStep, t } from '../words.js';
import { opensAtOnce, requireKept } from './at-once.js';

/** The protocol of a regime, where the definitions a run may go on under are not known. */
const BY_NAME: Readonly<Partial<Record<Regime, string>>> = {
  child: 'unaccompanied-minor',
  victim: 'trafficking-victim',
};

/** Taken to hold while somebody is referred: for the absent and the dead other steps are open. */
const PRESENT: Readonly<Record<string, boolean>> = {
  [HERE]: true,
  [IN_TRANSIT]: false,
  ...Object.fromEntries(ARRIVED.map((fact) => [fact, false])),
  personPresent: true,
  living: true,
};

/**
 * Proves that once an event was reported a step is open that leads to a protocol of the regime and nowhere else.
 *
 * Why that follows: `settle` opens every step whose guard is true and whose requirements hold. The guard of the step
 * found here is true as soon as the event was reported and the person is in the sending State, with nothing else
 * known, it requires nothing else and waits for no time, and nothing takes it back before the person was received; every
 * answer that closes it goes on under such a protocol.
 */
export function requireReferral(scope: Scope, event: string, regime: Regime): void {
  const { model } = scope;
  const atom = `event:${event}`;
  for (const { given, reach } of model.starts) {
    if (![...model.departures].some((move) => reach.moves.has(move))) continue;
    const known = {
      holds: (asked: string) => (asked === atom ? true : PRESENT[asked]),
      attribute: (id: string, is: Parameters<typeof matches>[1]) => matches(given[id], is),
    };
    const found = model.definition.steps.find(
      (step) =>
        judge(step.when, known) === true &&
        (step.requires ?? []).every((fact) => PRESENT[fact] === true) &&
        opensAtOnce(step) &&
        step.outcomes.every((outcome) => outcome.keepsOpen || leadsTo(scope, outcome, regime)) &&
        step.outcomes.some((outcome) => leadsTo(scope, outcome, regime)),
    );
    if (found) {
      requireKept(scope, found, ARRIVED);
      continue;
    }
    const near = model.definition.steps.find(
      (step) => positiveAtoms(step.when).includes(atom) && judge(step.when, known) !== false,
    );
    scope.report('report-leads-nowhere', near ? `steps/${near.id}` : `events/${event}`, {
      by: nameEvent(model, event),
      step: near ? nameStep(model, near.id) : NO_STEP,
      atom,
      regime,
    });
    return;
  }
}

const NO_STEP = t('ninguno', 'none');

/** Proves that every answer with such an id, wherever it is given, leads to a protocol of the regime. */
export function requireOnward(scope: Scope, outcomes: readonly string[], regime: Regime): void {
  for (const step of scope.model.definition.steps) {
    for (const outcome of step.outcomes) {
      if (!outcomes.includes(outcome.id) || leadsTo(scope, outcome, regime)) continue;
      reportAnswer(scope, step, outcome, regime);
    }
  }
}

function reportAnswer(scope: Scope, step: Step, outcome: Outcome, regime: Regime): void {
  const { es, en } = nameStep(scope.model, step.id);
  const answer = nameOutcome(scope.model, step.id, outcome.id);
  scope.report('sign-leads-nowhere', `steps/${step.id}/outcomes/${outcome.id}`, {
    by: { es: `${es}, ${answer.es}`, en: `${en}, ${answer.en}` },
    regime,
  });
}

function leadsTo({ context }: Scope, outcome: Outcome, regime: Regime): boolean {
  const targets = onwardOf(outcome);
  return (
    targets.length > 0 &&
    targets.every(({ protocol }) => {
      const other = context.others?.find(({ id }) => id === protocol);
      return other ? other.regime === regime : protocol === BY_NAME[regime];
    })
  );
}
