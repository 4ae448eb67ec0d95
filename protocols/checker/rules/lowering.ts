import type { Condition } from '../../language/condition.js';
import type { Regime } from '../../language/definition.js';
import { onwardOf } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { CheckContext } from '../finding.js';
import type { Model } from '../model.js';
import type { Move } from '../moves.js';
import { ADULTHOOD, regimeOf, SHIELDS, STOPS } from '../vocabulary.js';
import { nameFact, t } from '../words.js';

/** What takes protection away, and whether somebody must be told that it happened. */
export interface Lowering {
  readonly what: Text;
  readonly isTold: boolean;
}

/**
 * Whether a move takes protection away from the person, as far as a definition says so by itself: it leaves a regime
 * for one that protects less or otherwise, ends a fact that protects, lifts a stop without closing the return by
 * another or ending the run, or makes somebody an adult. What only the meaning of an answer says, such as "no grounds
 * found", a definition marks with `lowers`.
 */
export function lowering(
  model: Model,
  context: CheckContext,
  { outcome, event, sets, clears }: Move,
): Lowering | undefined {
  const does = outcome ?? event;
  // An opening and a fact that runs out find nothing about anybody.
  if (!does) return undefined;
  const { regime } = model.definition;
  const on = onwardOf(does).find(({ protocol }) => leaves(regime, regimeOf(protocol, context)));
  if (on) {
    return { isTold: true, what: t(`pasa a «${on.protocol}»`, `goes on to "${on.protocol}"`) };
  }
  const shield = clears.find((fact) => SHIELDS.includes(fact));
  const isClosed = does.ends !== undefined || clears.some((fact) => STOPS.includes(fact));
  const lifted = isClosed ? undefined : sets.find((fact) => STOPS.includes(fact));
  const fact = shield ?? lifted;
  if (fact) return { isTold: true, what: nameFact(model, fact) };
  if (!endsMinority(model.definition.minorWhen, does.assigns) && !sets.includes(ADULTHOOD)) {
    return undefined;
  }
  return { isTold: false, what: t('es una persona adulta', 'is an adult') };
}

/**
 * Whether going on under a regime takes away what the one before gave. Nothing protects more than that of trafficked
 * persons, and after it that of children; a return by order and one of the person's own will are different things.
 */
function leaves(from: Regime, to: Regime | undefined): boolean {
  if (to === from || to === 'victim') return false;
  return to !== 'child' || from === 'victim';
}

/** Whether an attribute gets a value with which nobody is taken to be under 18 any more. */
function endsMinority(
  minorWhen: Condition | undefined,
  assigns: NonNullable<Move['outcome']>['assigns'] = {},
): boolean {
  if (typeof minorWhen !== 'object' || !('attribute' in minorWhen)) return false;
  const value = assigns[minorWhen.attribute];
  if (value === undefined) return false;
  return !(Array.isArray(minorWhen.is) ? minorWhen.is : [minorWhen.is]).includes(value);
}
