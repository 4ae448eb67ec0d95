import { type Condition, namesIn, positiveAtoms } from '../../language/condition.js';
import { type Step, signers } from '../../language/step.js';
import { findCircles } from '../../language/validate/circles.js';
import type { Invariant } from '../invariant.js';
import type { Model } from '../model.js';
import type { Move } from '../moves.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { list, nameStep, t } from '../words.js';

/**
 * Dead ends: `settle` establishes `idle` whenever nothing is open that could be answered and nothing will open by
 * itself. It is shown that whatever else holds, `idle` makes the guard of a step true that the lead can always answer:
 * it requires nothing its own guard does not ask for, has no limit and a deadline, and one of its answers ends the run,
 * changes what holds or calls another step. So a
 * state in which nobody can do anything does not stay one. Circles: every circle of steps that may open without limit
 * has an answer by people that opens no step of the circle again, and none goes round by silence alone; a circle with
 * a limit comes to its end, and then `exhausted` or `idle` calls somebody. What stays open keeps a run from standing still
 * as long as it can be answered; so whoever can answer can also close, or silence does.
 */
export const invA8: Invariant = {
  id: 'INV-A8',
  regimes: ['removal', 'child', 'victim', 'voluntary', 'no-return'],
  must: t(
    'Todo camino llega a un final: nada queda esperando sin que alguien pueda actuar, y todo círculo tiene límite o salida por decisión de una persona.',
    'Every path reaches an end: nothing waits without somebody who can act, and every loop has a limit or a human exit.',
  ),
  source: 'product rule',
  check(scope) {
    checkStandstill(scope);
    checkClosable(scope);
    checkCircles(scope);
  },
};

function checkStandstill(scope: Scope): void {
  const { model } = scope;
  const exits = model.definition.steps.filter((step) => isExit(model, step));
  const covered: Condition = { any: exits.map((step) => step.when) };
  const open = uncovered(covered, new Map());
  if (!open) return;
  const text = [...open].map(([atom, is]) => (is ? atom : `not ${atom}`)).join(', ');
  scope.report('no-exit', 'steps', {
    exits: exits.length > 0 ? list(exits.map(({ id }) => nameStep(model, id))) : '—',
    state: text || '—',
  });
}

/** Whether the lead can always answer a step, and an answer takes the run on. */
function isExit(model: Model, step: Step): boolean {
  const alone = signers(step);
  return (
    alone.length === 1 &&
    alone[0] === model.definition.lead &&
    (step.requires ?? []).every((fact) => judge(step.when, knowing({ [fact]: false })) === false) &&
    step.limit === undefined &&
    step.series === undefined &&
    step.notBefore === undefined &&
    step.deadline !== undefined &&
    model.moves.some(
      (move) => move.step === step && move.kind === 'answered' && changes(model, move),
    )
  );
}

/** Whether an answer ends the run, is what another step waits for, or changes what one looks at. */
function changes({ definition }: Model, { over, sets, clears, step, outcome }: Move): boolean {
  if (over) return true;
  if (outcome!.keepsOpen) return false;
  const atom = `${step!.id}:${outcome!.id}`;
  const changed = [...sets, ...clears];
  return definition.steps.some(
    (other) =>
      positiveAtoms(other.when).includes(atom) ||
      changed.some(
        (fact) => namesIn(other.when).atoms.includes(fact) || other.requires?.includes(fact),
      ),
  );
}

/** A way things may be at a standstill under which the condition is not true; undefined when there is none. */
function uncovered(
  condition: Condition,
  assumed: Map<string, boolean>,
): ReadonlyMap<string, boolean> | undefined {
  const truth = judge(condition, {
    holds: (atom) => (atom === 'idle' ? true : assumed.get(atom)),
    attribute: (id, is) => assumed.get(`${id} = ${is}`),
  });
  if (truth === true) return undefined;
  const next = truth === false ? undefined : atomsOf(condition).find((atom) => !assumed.has(atom));
  if (next === undefined) return new Map(assumed);
  for (const is of [false, true]) {
    const found = uncovered(condition, new Map([...assumed, [next, is]]));
    if (found) return found;
  }
  return undefined;
}

/** Facts first: what was answered or ran out rarely decides whether a guard with `idle` is true. */
function atomsOf(condition: Condition): string[] {
  const { atoms } = namesIn(condition);
  const known = atoms.filter((atom) => atom !== 'start' && atom !== 'idle');
  return [
    ...known.filter((atom) => !atom.includes(':')),
    ...attributesIn(condition),
    ...known.filter((atom) => atom.includes(':')),
  ];
}

function attributesIn(condition: Condition): string[] {
  if (typeof condition === 'string') return [];
  if ('attribute' in condition) return [`${condition.attribute} = ${condition.is}`];
  if ('not' in condition) return attributesIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(attributesIn);
}

/** Steps that people can answer for ever without closing them. */
function checkClosable(scope: Scope): void {
  const { model } = scope;
  for (const step of model.definition.steps) {
    const chosen = step.outcomes.filter((outcome) => !outcome.bySilence);
    const closing = chosen.filter((outcome) => !outcome.keepsOpen);
    const isDue = step.deadline?.lapse !== undefined && !step.deadline.pausedWhile?.length;
    const isHeld = closing.length === 0 && chosen.length > 0 && !isDue;
    const despite = chosen.filter((outcome) => outcome.despiteMissing);
    const isStuck = despite.length > 0 && despite.every((outcome) => outcome.keepsOpen);
    if (!isHeld && !isStuck) continue;
    scope.report('never-still', `steps/${step.id}/outcomes`, { step: nameStep(model, step.id) });
  }
}

function checkCircles(scope: Scope): void {
  const { model } = scope;
  const steps = model.definition.steps.filter((step) => step.limit === undefined);
  const wanted = new Map(steps.map((step) => [step.id, new Set(positiveAtoms(step.when))]));
  const opens = (move: Move) =>
    steps.filter(({ id }) => establishes(move).some((atom) => wanted.get(id)!.has(atom)));
  const next = (kinds: readonly Move['kind'][]) =>
    new Map(
      steps.map((step) => [
        step.id,
        model.moves
          .filter((move) => move.step === step && kinds.includes(move.kind) && !move.over)
          .flatMap(opens)
          .map(({ id }) => id),
      ]),
    );
  for (const circle of findCircles(next(['silence'])))
    reportCircle(scope, 'circle-of-silence', circle);
  for (const circle of findCircles(next(['answered', 'silence']))) {
    const leaves = model.moves.some(
      (move) =>
        move.kind === 'answered' &&
        circle.includes(move.step!.id) &&
        !move.outcome!.keepsOpen &&
        (move.over || !opens(move).some(({ id }) => circle.includes(id))),
    );
    if (!leaves) reportCircle(scope, 'circle-without-exit', circle);
  }
}

function establishes({ step, outcome, sets }: Move): string[] {
  if (!step || !outcome) return [];
  return [`${step.id}:${outcome.id}`, ...(step.series ? [`finished:${step.id}`] : []), ...sets];
}

function reportCircle(
  scope: Scope,
  code: 'circle-of-silence' | 'circle-without-exit',
  circle: readonly string[],
): void {
  scope.report(code, `steps/${circle[0]}`, {
    steps: list(circle.map((id) => nameStep(scope.model, id))),
  });
}
