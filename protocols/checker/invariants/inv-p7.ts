import { isReleaseToOrigin, releasing } from '../../language/origin.js';
import { type Invariant, MOVING } from '../invariant.js';
import { isHeldByOrigin } from '../rules/holds-already.js';
import { nameOutcome, nameStep, t } from '../words.js';

/**
 * Every share that tells an authority of origin who somebody is leaves with an outcome in `secondPerson`, which the core
 * lets take effect only once two signatures of one institution agree; the door refuses both to one account. Silence
 * gives no signature, so it releases nothing to origin. What an authority of origin must sign that was told before is its
 * own answer to its own State, and no release.
 */
export const invP7: Invariant = {
  id: 'INV-P7',
  regimes: MOVING,
  must: t(
    'Nadie revela por sí solo a autoridades de origen quién es la persona: lo confirma una segunda persona.',
    'Nobody alone reveals to authorities of origin who the person is: a second person confirms it.',
  ),
  source: 'Release to the State of origin by two people; a choice of the product',
  check({ model, report }) {
    for (const step of model.definition.steps) {
      for (const share of step.shares ?? []) {
        if (!isReleaseToOrigin(step, share, model.role)) continue;
        for (const released of releasing(step, share)) {
          const { id } = released;
          const told = { step: nameStep(model, step.id), to: share.to };
          const outcome = nameOutcome(model, step.id, id);
          const where = `steps/${step.id}/shares/${share.id}`;
          if (step.deadline?.lapse === id) report('origin-by-silence', where, { ...told, outcome });
          else if (step.secondPerson?.includes(id)) continue;
          else if (!isHeldByOrigin(model, step, share, released)) {
            report('origin-by-one', where, { ...told, outcome, id });
          }
        }
      }
    }
  },
};
