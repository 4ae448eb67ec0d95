import type { Condition } from '../../language/condition.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import { refute } from '../prove.js';
import type { Scope, Shown } from '../scope.js';
import { judge } from '../truth.js';
import { nameEvent } from '../words.js';
import { isBorderHandover, isDeparture } from './gates.js';

/**
 * Proves that anybody, or those the event names, may report it at every hour and in every state before the handover.
 *
 * Why that follows: `reportEvent` refuses an event only by `by` and `while` (and once the run has ended). The search
 * remembers that a state was passed in which the person had not been received and `while` did not hold for certain,
 * and looks for a departure or handover after it. Where it finds none, every state in which the event is refused is
 * one from which nobody is moved any more (a death, an entry at reception). With `facts`, which the event takes away,
 * only states count in which one of them holds, until none does.
 */
export function requireAccepted(
  scope: Scope,
  id: string,
  until: 'departure' | 'handover',
  by: 'anyone' | 'named' = 'anyone',
  facts?: readonly string[],
): void {
  const { model } = scope;
  const event = model.events.get(id);
  if (!event) {
    scope.report('event-missing', 'events', { event: id });
    return;
  }
  const fillers = { event: nameEvent(model, id) };
  if (by === 'anyone' ? event.by !== 'anyone' : event.by === 'system')
    scope.report('event-by', `events/${id}/by`, fillers);
  if (event.while === undefined) return;
  let shown = refusedWay(scope, event.while, until);
  // To follow the facts as well costs so much of what can be followed that it comes second.
  if (shown && facts) shown = refusedWay(scope, event.while, until, facts);
  if (shown) scope.report('event-refused', `events/${id}/while`, fillers, shown);
}

function refusedWay(
  scope: Scope,
  accepted: Condition,
  until: 'departure' | 'handover',
  facts?: readonly string[],
): Shown | undefined {
  const { model } = scope;
  const places = [HERE, IN_TRANSIT, ...ARRIVED].filter((fact) => model.facts.has(fact));
  for (const { given, reach } of model.starts) {
    const moving = [...model.departures].filter((move) => reach.moves.has(move));
    if (moving.length === 0) continue;
    const found = refute(model, {
      tracked: [...new Set([...places, ...factsIn(accepted), ...(facts ?? [])])],
      start: given,
      moves: reach.moves,
      remember: (memory, _, after) => {
        if (facts?.every((fact) => after.holds(fact) === false)) return 0;
        const arrived = ARRIVED.some((fact) => after.holds(fact) === true);
        const gone = until === 'departure' && after.holds(IN_TRANSIT) === true;
        return arrived || gone || judge(accepted, after) === true ? memory : 1;
      },
      watches: (move) => isDeparture(scope, move) || isBorderHandover(scope, move),
      bad: (move, { memory }) =>
        memory === 1 &&
        (isDeparture(scope, move) || (until === 'handover' && isBorderHandover(scope, move))),
    });
    if (found) return found;
  }
  return undefined;
}

/** What a condition names that can be followed exactly. */
function factsIn(condition: Condition): string[] {
  if (typeof condition === 'string') {
    return /^(start$|idle$|exhausted:|finished:|expired:)/.test(condition) ? [] : [condition];
  }
  if ('attribute' in condition) return [];
  if ('not' in condition) return factsIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(factsIn);
}
