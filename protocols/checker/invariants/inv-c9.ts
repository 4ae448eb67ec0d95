import { type Condition, namesIn } from '../../language/condition.js';
import { onwardOf, type Step } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { Invariant } from '../invariant.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import type { Move } from '../moves.js';
import { refute } from '../prove.js';
import {
  EXCUSING_EVENTS,
  EXCUSING_OUTCOMES,
  isExcusing,
  isLongVisit,
} from '../rules/early-closure.js';
import { lengthText } from '../rules/lengths.js';
import type { Scope } from '../scope.js';
import { judge, type Knowledge, matches } from '../truth.js';
import { regimeOf } from '../vocabulary.js';
import { list, nameEvent, nameStep, t } from '../words.js';

/**
 * A step that ends the run once the child was received opens only when its guard holds. The guard is judged with every
 * series of visits that reaches six months unfinished and none of the admitted reasons given, nothing else known: it
 * must then be false, or no way leads to that answer once somebody was received. Visits are counted from the return, and
 * only an admitted reason ends them earlier; an answer is such a reason where visitors, child protection or a court give
 * it. What is reported ends no run then. Going on under a protocol in which nobody is visited is an end. An adult victim
 * is not meant, nor a person who travels without children.
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
    if (hasNoChildren(scope)) return;
    const known = unfinished(scope);
    const ending = scope.model.moves.filter((move) => endsForGood(scope, move));
    const seen = new Set<Step>();
    for (const move of ending) {
      const { step, event } = move;
      if (event) checkReport(scope, move, known);
      if (!step || seen.has(step) || judge(step.when, known) === false) continue;
      if (!isAfterReturn(step, known) && !canComeAfterReturn(scope, move)) continue;
      seen.add(step);
      scope.report('closed-too-soon', `steps/${step.id}/when`, {
        step: nameStep(scope.model, step.id),
        visits: visitsOf(scope, step),
      });
    }
  },
};

/** Whether nobody travels under the protocol but with the answer that no child does. */
function hasNoChildren({ model }: Scope): boolean {
  if (model.definition.regime !== 'voluntary') return false;
  const setters = model.setters('childrenSafeguarded');
  return (
    setters.length > 0 && setters.every(({ outcome }) => outcome?.assigns?.withChildren === false)
  );
}

function checkReport(scope: Scope, { event }: Move, known: Knowledge): void {
  if (!event || event.id === 'deceased' || EXCUSING_EVENTS.includes(event.id)) return;
  const isRefused = event.while !== undefined && judge(event.while, home(known)) === false;
  if (isRefused) return;
  scope.report('closed-by-report', `events/${event.id}`, {
    event: nameEvent(scope.model, event.id),
  });
}

/** The same, once the person was received. */
function home(known: Knowledge): Knowledge {
  return {
    holds(atom) {
      if (atom === HERE || atom === IN_TRANSIT) return false;
      return ARRIVED.some((fact) => fact === atom) ? true : known.holds(atom);
    },
    attribute: known.attribute,
  };
}

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

/** Going on where visits are due is no end. */
function endsForGood({ context, model }: Scope, { outcome, event }: Move): boolean {
  const does = outcome ?? event;
  if (does === undefined) return false;
  if (does.ends !== undefined) return true;
  const { regime } = model.definition;
  return onwardOf(does).some(({ protocol }) => {
    const on = regimeOf(protocol, context);
    return on !== undefined && on !== regime && on !== 'child' && on !== 'victim';
  });
}

/** Whether a step cannot have been open before somebody was received. */
function isAfterReturn(step: Step, known: Knowledge): boolean {
  const away = (condition: Condition) =>
    judge(condition, {
      holds: (atom) => (ARRIVED.some((fact) => fact === atom) ? false : known.holds(atom)),
      attribute: known.attribute,
    });
  return (
    (step.effects?.includes('closes') ?? false) ||
    ARRIVED.some((fact) => step.requires?.includes(fact)) ||
    away(step.when) === false
  );
}

/** Whether an answer may be given in a run that led to a departure, after the person was received. */
function canComeAfterReturn({ model }: Scope, move: Move): boolean {
  return model.starts.some(({ given, reach }) => {
    if (![...model.departures].some((departure) => reach.moves.has(departure))) return false;
    const places = [HERE, IN_TRANSIT, ...ARRIVED].filter((fact) => model.facts.has(fact));
    return refute(model, {
      tracked: [...places, `open:${move.step!.id}`],
      start: given,
      moves: reach.moves,
      watches: (next) => next === move,
      bad: (next, before) => next === move && ARRIVED.some((fact) => before.holds(fact) === true),
    });
  });
}

function unfinished({ model }: Scope): Knowledge {
  const finished = new Set(
    model.definition.steps
      .filter((step) => isLongVisit(model, step))
      .map(({ id }) => `finished:${id}`),
  );
  const excuses = new Set(EXCUSING_EVENTS.map((event) => `event:${event}`));
  return {
    holds(atom) {
      if (finished.has(atom) || excuses.has(atom)) return false;
      const [id = '', outcome = ''] = atom.split(':');
      return EXCUSING_OUTCOMES.includes(outcome) && isExcusing(model, id) ? false : undefined;
    },
    attribute(id, is) {
      return id === 'isMinor' || id === 'withChildren' ? matches(true, is) : undefined;
    },
  };
}
