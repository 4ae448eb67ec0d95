import { HERE, IN_TRANSIT } from '../model.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { list, nameFact } from '../words.js';

/** Taken to hold while somebody is brought back: for the absent and the dead other steps are open. */
const PRESENT = { personPresent: true, living: true } as const;

/**
 * Proves that in a given situation on the way a step is open that brings the person back, whatever else holds.
 *
 * Why that follows: `settle` opens every step whose guard is true and whose requirements hold. The guard of the step
 * found here is true under the situation alone, with nothing else known, and it requires nothing but that the person
 * is in transit; so it opens by the act that made the situation, and an answer of it makes the person be back.
 */
export function requireReturn(
  scope: Scope,
  situation: Readonly<Record<string, boolean>>,
  attributes: Readonly<Record<string, boolean>> = {},
): void {
  const { model } = scope;
  const known = knowing({ ...PRESENT, ...situation }, attributes);
  const found = model.definition.steps.some(
    (step) =>
      judge(step.when, known) === true &&
      (step.requires ?? []).every((fact) => fact === IN_TRANSIT || fact in PRESENT) &&
      model.moves.some(
        (move) =>
          move.step === step &&
          move.kind === 'answered' &&
          move.sets.includes(HERE) &&
          move.clears.includes(IN_TRANSIT),
      ),
  );
  if (found) return;
  const facts = Object.keys(situation).filter((fact) => fact !== IN_TRANSIT && fact !== HERE);
  scope.report('no-return', 'steps', {
    facts: list(facts.map((fact) => nameFact(model, fact))),
    ids: facts.join(', '),
  });
}
