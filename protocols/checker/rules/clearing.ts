import type { Length } from '../../language/deadline.js';
import type { Step } from '../../language/step.js';
import { type Scope, type Shown, shortestWay } from '../scope.js';
import { nameEvent, nameFact, nameOutcome, nameStep, t } from '../words.js';
import { requireAccepted } from './acceptance.js';
import { isDeparture } from './gates.js';
import { lengthText, longest } from './lengths.js';

/**
 * Proves that an event takes a fact away: after it, whatever requires the fact waits until somebody sets it anew. It
 * can be reported by people, before the departure, wherever the fact holds.
 *
 * Why that follows: `applyConsequences` clears before it sets, so a fact that the event clears and does not set does
 * not hold afterwards; an event that ends the run or moves it to another protocol leaves nothing to go on.
 */
export function requireClearing(
  scope: Scope,
  event: string,
  facts: readonly string[],
  by: 'anyone' | 'named' = 'named',
): void {
  const { model } = scope;
  const of = model.events.get(event);
  if (!of) {
    scope.report('event-missing', 'events', { event });
    return;
  }
  const declared = facts.filter((fact) => model.facts.has(fact));
  if (declared.length > 0) requireAccepted(scope, event, 'departure', by, declared);
  if (of.ends || of.continues) return;
  const move = model.moves.find((candidate) => candidate.event === of)!;
  for (const fact of facts) {
    if (!model.facts.has(fact) || move.clears.includes(fact)) continue;
    const fillers = { event: nameEvent(model, event), fact: nameFact(model, fact), id: fact };
    scope.report('event-keeps', `events/${event}/clears`, fillers, staleWay(scope, event, fact));
  }
}

/**
 * Proves that an answer with one of these ids takes facts away, in every step that is meant: what was reported to a
 * step is heard like what is reported to the run.
 */
export function requireAnswerClearing(
  scope: Scope,
  outcomes: readonly string[],
  facts: readonly string[],
  of: (step: Step) => boolean = () => true,
): void {
  const { model } = scope;
  for (const move of model.moves) {
    const { step, outcome } = move;
    if (!step || !outcome || move.over || !outcomes.includes(outcome.id) || !of(step)) continue;
    for (const fact of facts) {
      if (!model.facts.has(fact) || move.clears.includes(fact)) continue;
      const shown = shortestWay(
        model,
        [fact],
        (next, holds, memory) => memory === 1 && holds(fact) && isDeparture(scope, next),
        (memory, next, holds) => (holds(fact) ? (next === move ? 1 : memory) : 0),
      );
      const fillers = {
        step: nameStep(model, step.id),
        outcome: nameOutcome(model, step.id, outcome.id),
        fact: nameFact(model, fact),
        id: fact,
      };
      scope.report('answer-keeps', `${move.where}/clears`, fillers, shown);
    }
  }
}

/**
 * Proves that more than one body can report an event: of each of these groups of kinds some institution may, or everybody.
 * What only one body may say is said when it suits that body.
 */
export function requireReporters(
  { model, report }: Scope,
  id: string,
  groups: readonly (readonly string[])[],
): void {
  const event = model.events.get(id);
  if (!event || typeof event.by === 'string') return;
  const kinds = event.by.flatMap((role) => model.role(role)?.kind ?? []);
  for (const group of groups) {
    if (group.some((kind) => kinds.includes(kind))) continue;
    const fillers = { event: nameEvent(model, id), kinds: group.join(', ') };
    report('event-by-few', `events/${id}/by`, fillers);
  }
}

/** A departure on a fact that is older than the event. */
function staleWay(scope: Scope, event: string, fact: string): Shown | undefined {
  return shortestWay(
    scope.model,
    [fact],
    (move, holds, memory) => memory === 1 && holds(fact) && isDeparture(scope, move),
    (memory, move, holds) => {
      if (!holds(fact)) return 0;
      if (move?.event?.id === event) return 1;
      return move?.sets.includes(fact) ? 0 : memory;
    },
  );
}

/**
 * Proves that a fact runs out by itself, and not later than `most`.
 *
 * Why that follows: `setFact` gives a fact the end its setting names, `expireOverdue` ends it at that instant before
 * any later act is looked at, and a setting without an end would make it hold for good.
 */
export function requireExpiry(scope: Scope, fact: string, most: Length): void {
  const { model } = scope;
  for (const move of model.setters(fact)) {
    const does = move.outcome ?? move.event;
    const settings = (does?.sets ?? []).filter((setting) =>
      typeof setting === 'string' ? setting === fact : setting.fact === fact,
    );
    for (const setting of settings) {
      const limit = typeof setting === 'string' ? undefined : setting.validFor;
      if (limit && longest(limit) <= longest(most)) continue;
      const fillers = {
        fact: nameFact(model, fact),
        most: lengthText(most),
        is: limit ? lengthText(limit) : t('sin fin', 'without end'),
      };
      const shown = shortestWay(
        model,
        [fact],
        (next, holds, memory) => memory === 1 && holds(fact) && isDeparture(scope, next),
        (memory, next, holds) => (holds(fact) ? (next === move ? 1 : memory) : 0),
      );
      scope.report('validity-too-long', `${move.where}/sets`, fillers, shown);
    }
  }
}
