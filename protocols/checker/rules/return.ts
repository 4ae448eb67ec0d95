import type { Step } from '../../language/step.js';
import { ARRIVED, HERE, IN_TRANSIT, type Model } from '../model.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { list, nameFact, nameStep } from '../words.js';
import { opensAtOnce, requireKept } from './at-once.js';
import { lengthText, longest } from './lengths.js';

/** The most time to come back that is a time; a choice of the product, three times what the shipped protocols give. */
const MOST = { length: 72, unit: 'hours' } as const;

/** Taken to hold while somebody is brought back: for the absent and the dead other steps are open. */
const PRESENT = { personPresent: true, living: true } as const;

/**
 * Proves that in a given situation on the way a step is open that brings the person back, whatever else holds.
 *
 * Why that follows: `settle` opens every step whose guard is true and whose requirements hold. The guard of the step
 * found here is true under the situation alone, with nothing else known, and it requires nothing but that the person
 * is in transit; so it opens by the act that made the situation, whoever is answerable for the journey may answer it, and
 * every answer that closes it makes the person be back. Nothing takes it back while the person is on the way. It is due
 * within three days, after which the lead and the monitor are told (`escalate`).
 */
export function requireReturn(
  scope: Scope,
  situation: Readonly<Record<string, boolean>>,
  attributes: Readonly<Record<string, boolean>> = {},
): void {
  const { model } = scope;
  const known = knowing({ ...PRESENT, ...situation }, attributes);
  const found = model.definition.steps.find(
    (step) =>
      judge(step.when, known) === true &&
      (step.requires ?? []).every((fact) => fact === IN_TRANSIT || fact in PRESENT) &&
      opensAtOnce(step) &&
      bringsBack(model, step),
  );
  if (found) {
    requireKept(scope, found, [HERE, ...ARRIVED]);
    if (!found.deadline || longest(found.deadline) > longest(MOST)) {
      const fillers = { step: nameStep(model, found.id), most: lengthText(MOST) };
      scope.report('return-too-late', `steps/${found.id}/deadline`, fillers);
    }
    return;
  }
  const facts = Object.keys(situation).filter((fact) => fact !== IN_TRANSIT && fact !== HERE);
  scope.report('no-return', 'steps', {
    facts: list(facts.map((fact) => nameFact(model, fact))),
    ids: facts.join(', '),
  });
}

/** Whether somebody who does not receive may answer, and every answer that closes the step makes the person be back. */
function bringsBack(model: Model, step: Step): boolean {
  const closing = model.moves.filter(
    (move) => move.step === step && move.outcome && !move.outcome.keepsOpen && !move.over,
  );
  return (
    model.roles(step).some(({ side }) => side !== 'receiving') &&
    closing.length > 0 &&
    closing.every(({ sets, clears }) => sets.includes(HERE) && clears.includes(IN_TRANSIT))
  );
}
