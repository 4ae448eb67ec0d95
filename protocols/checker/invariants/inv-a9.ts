import { namesIn } from '../../language/condition.js';
import { type Invariant, MOVING } from '../invariant.js';
import { ARRIVED, HERE, IN_TRANSIT, type Model, PLACES, positiveOutcomes } from '../model.js';
import type { Move } from '../moves.js';
import type { PhraseCode } from '../phrases.js';
import { refute } from '../prove.js';
import { isOfDeath } from '../rules/at-once.js';
import { isAtBorder } from '../rules/gates.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { nameEvent, nameFact, nameOutcome, nameStep, t } from '../words.js';

const PRESENT = 'personPresent';
/** Without these somebody is absent or dead, and the run may end on the way. */
const PRESENCE = [PRESENT, 'living'] as const;

/**
 * Where a person is, is said by three facts, and each change of them is looked at: it names one and clears the others,
 * so never two hold at once; only a departure sets `inTransit`, and nothing takes a place away without saying where the
 * person is now. Nobody who is in the sending State is received in a run that can lead to a departure, and outside a
 * handover only the receiving State says so. That somebody is absent or dead only comes of a report. What ends the run or moves it to another
 * protocol is shown to be impossible while somebody is on the way and not dead, unless the lead answers that they are absent; so is being received
 * without a handover (a voluntary return may end without one). What closes a file requires that the person was
 * received. So from every departure the run goes on until a handover, a reception or a return.
 */
export const invA9: Invariant = {
  id: 'INV-A9',
  regimes: MOVING,
  must: t(
    'Toda salida termina en una entrega o en el regreso de la persona; el proceso no acaba ni se cierra en el camino.',
    'Every departure ends in a handover or in the return of the person; the run neither ends nor closes on the way.',
  ),
  source: 'MX LM arts. 119 VIII, 124',
  check(scope) {
    departures(scope);
    startsSomewhere(scope);
    presence(scope);
    const { moves } = scope.model;
    // Every search takes it that one place holds at a time: while that is not so, its ways lead astray.
    if (moves.filter((move) => !saysWhere(scope, move)).length === 0)
      for (const move of moves) checkMove(scope, move);
    for (const step of scope.model.having('closes')) {
      if (ARRIVED.some((fact) => step.requires?.includes(fact))) continue;
      scope.report('closes-early', `steps/${step.id}/requires`, {
        step: nameStep(scope.model, step.id),
      });
    }
  },
};

function departures(scope: Scope): void {
  const { model } = scope;
  for (const step of model.having('departs')) {
    const positive = positiveOutcomes(step, 'departs');
    const fillers = { step: nameStep(model, step.id) };
    if (positive.length === 0)
      scope.report('departure-unsaid', `steps/${step.id}/outcomes`, fillers);
    for (const outcome of positive) {
      const move = model.moves.find((one) => one.outcome === outcome)!;
      if (model.roles(step).every(({ side }) => side === 'receiving')) {
        const roles = model.roles(step).map(({ id }) => id);
        scope.report('departure-abroad', `steps/${step.id}/by`, {
          ...fillers,
          roles: roles.join(', '),
        });
      }
      if (!move.over && move.clears.includes(HERE)) continue;
      scope.report(move.over ? 'departure-ends' : 'departure-stays', move.where, fillers, {
        way: [move],
        tracked: [],
      });
    }
  }
  for (const move of model.setters(IN_TRANSIT)) {
    if (move.step?.effects?.includes('departs') && move.kind === 'answered') continue;
    scope.report('departure-hidden', move.where, { by: nameMove(scope, move) });
  }
}

/** Who is there is there until somebody reports otherwise. */
function presence(scope: Scope): void {
  const { model } = scope;
  for (const fact of PRESENCE) {
    const declared = model.definition.facts.find(({ id }) => id === fact);
    if (!declared) continue;
    const named = { fact: nameFact(model, fact) };
    if (!declared.initially) {
      const by = t('El inicio del proceso', 'The start of the run');
      scope.report('presence-assumed', `facts/${fact}`, { by, ...named });
    }
    for (const move of model.moves) {
      if (!move.clears.includes(fact) || move.event || isReported(move)) continue;
      scope.report('presence-assumed', move.where, { by: nameMove(scope, move), ...named });
    }
  }
}

/** Whether a step opens only once some event was reported, and its opening is the move. */
function isReported({ kind, step }: Move): boolean {
  if (kind !== 'opened') return false;
  const { atoms } = namesIn(step!.when);
  const unreported = atoms.filter((atom) => atom.startsWith('event:'));
  const known = knowing(Object.fromEntries(unreported.map((atom) => [atom, false])));
  return unreported.length > 0 && judge(step!.when, known) === false;
}

/** A run starts in one place at most. */
function startsSomewhere({ model, report }: Scope): void {
  const initial = model.definition.facts.flatMap(({ id, initially }) => (initially ? [id] : []));
  const [now, ...others] = initial.filter((id) => PLACES.includes(id));
  if (others.length === 0) return;
  report('place-twice', `facts/${now}`, {
    by: t('El inicio del proceso', 'The start of the run'),
    now: now!,
    others: others.join(', '),
  });
}

function checkMove(scope: Scope, move: Move): void {
  const { model } = scope;
  if (move.over && !isOfDeath(move) && canHappenInTransit(scope, move)) return;
  const receives = ARRIVED.some((fact) => move.sets.includes(fact));
  if (!receives) return;
  notFromHere(scope, move);
  if (model.definition.regime === 'voluntary') return;
  const handsOver = move.step?.effects?.includes('hands-over') && isAtBorder(move.step);
  if (handsOver && move.kind === 'answered' && move.clears.includes(IN_TRANSIT)) return;
  for (const { given, reach } of model.starts) {
    const shown = refute(model, {
      tracked: [HERE, IN_TRANSIT, ...ARRIVED].filter((fact) => model.facts.has(fact)),
      start: given,
      moves: reach.moves,
      watches: (next) => next === move,
      bad: (next, before) => next === move && before.holds(IN_TRANSIT) === true,
    });
    if (shown)
      scope.report('received-without-handover', move.where, { by: nameMove(scope, move) }, shown);
    if (shown) return;
  }
}

/** Being received begins on the way: nobody is who has not left, and but for handovers only the receiving State says so. */
function notFromHere(scope: Scope, move: Move): void {
  const { model } = scope;
  const { step, kind } = move;
  const roles = step ? model.roles(step) : [];
  const isHandover = step?.effects?.includes('hands-over') && kind === 'answered';
  const isTaken = kind === 'answered' && roles.every(({ side }) => side === 'receiving');
  if (!isHandover && !isTaken) {
    const answered = roles.map(({ id }) => id).join(', ');
    const fillers = { by: nameMove(scope, move), roles: answered || '—' };
    scope.report('received-by-sender', move.where, fillers);
    return;
  }
  for (const { given, reach } of model.starts) {
    if (![...model.departures].some((departure) => reach.moves.has(departure))) continue;
    const shown = refute(model, {
      tracked: [HERE, IN_TRANSIT, ...ARRIVED].filter((fact) => model.facts.has(fact)),
      start: given,
      moves: reach.moves,
      watches: (next) => next === move,
      bad: (next, before) => next === move && before.holds(HERE) === true,
      anywhere: move,
    });
    if (!shown) continue;
    scope.report('received-without-departure', move.where, { by: nameMove(scope, move) }, shown);
    return;
  }
}

/**
 * A move that changes where the person is must name the one place and clear the others, so that never two hold at
 * once: every proof that rests on a place rests on this.
 */
function saysWhere(scope: Scope, move: Move): boolean {
  if (move.over) return true;
  const places = [HERE, IN_TRANSIT, ...ARRIVED].filter((fact) => scope.model.facts.has(fact));
  const now = places.filter((fact) => move.sets.includes(fact));
  const leaves = move.clears.includes(HERE) && canHoldBefore(scope, move, HERE);
  if (now.length === 0 && !move.clears.includes(IN_TRANSIT) && !leaves) return true;
  // Where the move requires a place, the others do not hold before it.
  const before = places.filter((fact) => move.needs.includes(fact));
  const others = (before.length > 0 ? before : places).filter(
    (fact) =>
      !now.includes(fact) && !move.clears.includes(fact) && canHoldBefore(scope, move, fact),
  );
  if (now.length === 1 && others.length === 0) return true;
  if (now.length === 0) report(scope, 'person-lost', move);
  else {
    scope.report('place-twice', `${move.where}/clears`, {
      by: nameMove(scope, move),
      now: now.join(', '),
      others: [...now.slice(1), ...others].join(', '),
    });
  }
  return false;
}

/** Whether a place may hold just before a move. */
function canHoldBefore({ model }: Scope, move: Move, place: string): boolean {
  return model.starts.some(({ given, reach }) =>
    refute(model, {
      tracked: [
        HERE,
        IN_TRANSIT,
        ...ARRIVED,
        ...(move.step ? [`open:${move.step.id}`] : []),
      ].filter((atom) => atom.startsWith('open:') || model.facts.has(atom)),
      start: given,
      moves: reach.moves,
      anywhere: move,
      watches: (next) => next === move,
      bad: (next, before) => next === move && before.holds(place) === true,
    }),
  );
}

/** Whoever reports that somebody is gone, or was answerable for the journey, does not end the run on that by themselves. */
function isAnsweredByLead({ definition, roles }: Model, { kind, step }: Move): boolean {
  return kind === 'answered' && roles(step!).every(({ id }) => id === definition.lead);
}

/** Reports an end on the way, and says whether it did. */
function canHappenInTransit(scope: Scope, move: Move): boolean {
  const { model } = scope;
  const isByLead = isAnsweredByLead(model, move);
  for (const { given, reach } of model.starts) {
    if (![...model.departures].some((departure) => reach.moves.has(departure))) continue;
    const shown = refute(model, {
      tracked: [HERE, IN_TRANSIT, ...ARRIVED, PRESENT].filter((fact) => model.facts.has(fact)),
      start: given,
      moves: reach.moves,
      watches: (next) => next === move,
      bad: (next, before) =>
        next === move &&
        before.holds(IN_TRANSIT) === true &&
        (before.holds(PRESENT) !== false || !isByLead),
    });
    if (!shown) continue;
    const code = isByLead ? 'ends-in-transit' : 'ends-in-transit-by-others';
    scope.report(code, move.where, { by: nameMove(scope, move) }, shown);
    return true;
  }
  return false;
}

function report(scope: Scope, code: PhraseCode, move: Move): void {
  scope.report(code, move.where, { by: nameMove(scope, move) }, { way: [move], tracked: [] });
}

function nameMove({ model }: Scope, { step, outcome, event }: Move) {
  if (event) return nameEvent(model, event.id);
  const name = nameStep(model, step!.id);
  if (!outcome) return name;
  const answer = nameOutcome(model, step!.id, outcome.id);
  return t(`${name.es}, ${answer.es}`, `${name.en}, ${answer.en}`);
}
