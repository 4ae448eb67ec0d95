import { type Condition, namesIn } from '../condition.js';
import { consequencesOf, factOf, fitsAttribute, reportNotFound, type Scope } from './scope.js';

const MOST_LEVELS = 12;

/** Every condition of the definition: the atoms and attributes it names exist and can come to hold. */
export function checkConditions(scope: Scope): void {
  for (const step of scope.definition.steps) {
    const where = `steps/${step.id}`;
    checkCondition(scope, step.when, `${where}/when`);
    const { deadline } = step;
    if (deadline?.lapseIf) checkCondition(scope, deadline.lapseIf, `${where}/deadline/lapseIf`);
    for (const share of step.shares ?? []) {
      if (share.unless) checkCondition(scope, share.unless, `${where}/shares/${share.id}/unless`);
    }
  }
  const protectedWhen = scope.definition.seat?.protectedWhen;
  if (protectedWhen) checkCondition(scope, protectedWhen, 'seat/protectedWhen');
  const { minorWhen } = scope.definition;
  if (minorWhen) checkCondition(scope, minorWhen, 'minorWhen');
  for (const event of scope.definition.events) {
    if (event.while) checkCondition(scope, event.while, `events/${event.id}/while`);
  }
}

/** One condition wherever it stands. */
export function checkCondition(scope: Scope, condition: Condition, where: string): void {
  checkParts(scope, condition, where, 1);
  for (const atom of namesIn(condition).atoms) checkAtom(scope, atom, where);
}

function checkParts(scope: Scope, condition: Condition, where: string, level: number): void {
  if (level > MOST_LEVELS) {
    if (level === MOST_LEVELS + 1) scope.report('too-deep', where, { limit: MOST_LEVELS });
    return;
  }
  if (typeof condition === 'string') return;
  if ('not' in condition) {
    checkParts(scope, condition.not, where, level + 1);
  } else if ('attribute' in condition) {
    const attribute = scope.definition.attributes.find(({ id }) => id === condition.attribute);
    if (!attribute) {
      reportNotFound(scope, 'attribute', condition.attribute, where);
      return;
    }
    const values = Array.isArray(condition.is) ? condition.is : [condition.is];
    if (values.length === 0) scope.report('empty', `${where}/is`);
    for (const value of values) {
      if (fitsAttribute(attribute, value)) continue;
      scope.report('value-type', where, { id: attribute.id, type: attribute.type });
    }
  } else {
    const parts = 'all' in condition ? condition.all : condition.any;
    if (parts.length === 0) scope.report('empty', where);
    for (const part of parts) checkParts(scope, part, where, level + 1);
  }
}

/** Checks one atom of a condition, an anchor or a series. */
export function checkAtom(scope: Scope, atom: string, where: string): void {
  if (atom === 'start' || atom === 'idle') return;
  const colon = atom.indexOf(':');
  if (colon < 0) {
    scope.resolve('fact', atom, where);
    return;
  }
  const head = atom.slice(0, colon);
  const tail = atom.slice(colon + 1);
  if (head === 'event') scope.resolve('event', tail, where);
  else if (head === 'expired') checkExpiry(scope, atom, tail, where);
  else if (head === 'exhausted' || head === 'finished') checkStepPart(scope, head, tail, where);
  else if (scope.resolve('step', head, where)) {
    const step = scope.definition.steps.find(({ id }) => id === head);
    if (!step?.outcomes.some(({ id }) => id === tail))
      reportNotFound(scope, 'outcome', atom, where);
  }
}

function checkExpiry(scope: Scope, atom: string, fact: string, where: string): void {
  if (!scope.resolve('fact', fact, where)) return;
  const expires = consequencesOf(scope.definition).some(({ does }) =>
    (does.sets ?? []).some((setting) => typeof setting !== 'string' && factOf(setting) === fact),
  );
  if (expires) return;
  const why = {
    es: `nada establece «${fact}» por un tiempo limitado`,
    en: `nothing sets "${fact}" for a limited time`,
  };
  scope.report('never-true', where, { atom, why });
}

function checkStepPart(
  scope: Scope,
  head: 'exhausted' | 'finished',
  id: string,
  where: string,
): void {
  if (!scope.resolve('step', id, where)) return;
  const step = scope.definition.steps.find((candidate) => candidate.id === id);
  const part = head === 'exhausted' ? 'limit' : 'series';
  if (step?.[part] !== undefined) return;
  const why = { es: `el paso «${id}» no tiene «${part}»`, en: `step "${id}" has no "${part}"` };
  scope.report('never-true', where, { atom: `${head}:${id}`, why });
}
