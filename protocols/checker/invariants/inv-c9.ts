import { namesIn } from '../../language/condition.js';
import type { Step } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { Invariant } from '../invariant.js';
import { ARRIVED } from '../model.js';
import { EXCUSING_EVENTS, EXCUSING_OUTCOMES, SIX_MONTHS } from '../rules/early-closure.js';
import { lengthText, shortest } from '../rules/lengths.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { list, nameStep, t } from '../words.js';

/**
 * A step that ends the run once the child was received opens only when its guard holds. The guard is judged with every
 * series of visits that reaches six months unfinished and none of the admitted reasons given, nothing else known: it
 * must then be false. An adult victim is not meant, nor a person who travels without children.
 */
export const invC9: Invariant = {
  id: 'INV-C9',
  regimes: ['child', 'victim', 'voluntary'],
  must: t(
    'No se cierra el caso de una niña o un niño antes de la última visita, a seis meses o más del retorno, salvo mayoría de edad, salida, fallecimiento o decisión judicial.',
    'The file of a child is not closed before the last visit, six months or more after return, except for majority, departure, death or a court decision.',
  ),
  source: 'Follow-up of at least six months',
  check(scope) {
    const ending = new Set(
      scope.model.moves
        .filter((move) => move.step && endsForGood(move.outcome))
        .map((move) => move.step!),
    );
    for (const step of ending) {
      if (!isAfterReturn(step) || judge(step.when, unfinished(scope)) === false) continue;
      scope.report('closed-too-soon', `steps/${step.id}/when`, {
        step: nameStep(scope.model, step.id),
        visits: visitsOf(scope, step),
      });
    }
  },
};

/** The series a step waits for, each with the distance of its last visit. */
function visitsOf({ model }: Scope, step: Step): Text {
  const { atoms } = namesIn(step.when);
  const visits = atoms.flatMap((atom) => {
    const [kind, id = ''] = atom.split(':');
    const last = kind === 'finished' ? model.steps.get(id)?.series?.at.at(-1) : undefined;
    if (!last) return [];
    const { es, en } = nameStep(model, id);
    const length = lengthText(last);
    return [t(`${es} (${length.es})`, `${en} (${length.en})`)];
  });
  return visits.length > 0 ? list(visits) : t('ninguna', 'none');
}

/** Going on under another protocol is no end: the visits are due there. */
function endsForGood(outcome: Step['outcomes'][number] | undefined): boolean {
  return outcome?.ends !== undefined;
}

function isAfterReturn(step: Step): boolean {
  return (
    (step.effects?.includes('closes') ?? false) ||
    ARRIVED.some((fact) => step.requires?.includes(fact)) ||
    judge(step.when, knowing({ received: false, returned: false })) === false
  );
}

function unfinished({ model }: Scope) {
  const finished = new Set(
    model.definition.steps
      .filter((step) => step.series?.at.some((distance) => shortest(distance) >= SIX_MONTHS))
      .map(({ id }) => `finished:${id}`),
  );
  const excuses = new Set(EXCUSING_EVENTS.map((event) => `event:${event}`));
  return {
    holds(atom: string) {
      if (finished.has(atom) || excuses.has(atom)) return false;
      const [, outcome = ''] = atom.split(':');
      return EXCUSING_OUTCOMES.includes(outcome) ? false : undefined;
    },
    attribute(id: string, is: unknown) {
      if (id === 'isMinor') return is === true;
      if (id === 'withChildren') return is === true;
      return undefined;
    },
  };
}
