import { type Condition, positiveAtoms } from '../../language/condition.js';
import { type Definition, mayReport } from '../../language/definition.js';
import { type Consequences, type Step, signers } from '../../language/step.js';

/** One thing that happens on a path, in ids. */
export interface PathPart {
  readonly kind: 'started' | 'opened' | 'answered' | 'silence' | 'event' | 'expired';
  readonly step?: string;
  readonly outcome?: string;
  readonly event?: string;
  readonly fact?: string;
  /** Who acts; several signers are joined by `+`. */
  readonly role?: string;
}

/** What following a path led to: the tracked atoms before and after its last part, or why it cannot be followed. */
export type Followed =
  | {
      readonly ok: true;
      readonly before: ReadonlyMap<string, Truth>;
      readonly after: ReadonlyMap<string, Truth>;
    }
  | { readonly ok: false; readonly at: number; readonly why: string };

/**
 * Follows a path in the projection on some atoms (facts, `step:outcome`, `event:id`, `open:step`) by the rules of the
 * language alone. What is not tracked is taken to be whatever the path needs; what is tracked must be as the path
 * needs it. Written apart from the search that finds such paths, so that each can be held against the other.
 */
export function followPath(
  definition: Definition,
  tracks: readonly string[],
  path: readonly PathPart[],
): Followed {
  const atoms = new Map<string, Truth>(tracks.map((atom) => [atom, false]));
  const set = (atom: string, to: boolean) => {
    if (atoms.has(atom)) atoms.set(atom, to);
  };
  for (const { id, initially } of definition.facts) if (initially) set(id, true);
  openAtStart(definition, atoms);
  let before = new Map(atoms);
  let isOver = false;
  for (const [at, part] of path.entries()) {
    const why = isOver ? 'the run has ended' : refused(definition, atoms, part);
    if (why) return { ok: false, at, why };
    before = new Map(atoms);
    isOver = happen(definition, part, set);
  }
  return { ok: true, before, after: atoms };
}

/** True, false, or either. */
type Truth = boolean | undefined;

/** What a start may call for is open at once, or is the first thing to open: a path need not say so. */
function openAtStart(definition: Definition, atoms: Map<string, Truth>): void {
  for (const step of definition.steps) {
    if (!atoms.has(`open:${step.id}`) || !positiveAtoms(step.when).includes('start')) continue;
    if (couldHold(step.when, atoms) !== false) atoms.set(`open:${step.id}`, undefined);
  }
}

/** A condition in three values: an atom that is not tracked, or an attribute, may be anything. */
function couldHold(condition: Condition, atoms: ReadonlyMap<string, Truth>): Truth {
  if (condition === 'start') return true;
  if (typeof condition === 'string') return atoms.get(condition);
  if ('attribute' in condition) return undefined;
  if ('not' in condition) {
    const truth = couldHold(condition.not, atoms);
    return truth === undefined ? undefined : !truth;
  }
  const isAll = 'all' in condition;
  const truths = (isAll ? condition.all : condition.any).map((part) => couldHold(part, atoms));
  if (truths.includes(!isAll)) return !isAll;
  return truths.includes(undefined) ? undefined : isAll;
}

/** Why a part of a path cannot happen; undefined when it can. */
function refused(
  definition: Definition,
  atoms: ReadonlyMap<string, Truth>,
  part: PathPart,
): string | undefined {
  if (part.kind === 'started') return undefined;
  if (part.kind === 'event') return refusedEvent(definition, atoms, part);
  if (part.kind === 'expired') {
    const { fact = '' } = part;
    if (atoms.get(fact) === false) return `${fact} does not hold`;
    return runsOut(definition, fact) ? undefined : `${fact} never runs out`;
  }
  const step = definition.steps.find(({ id }) => id === part.step);
  if (!step) return `there is no step ${part.step}`;
  const missing = (step.requires ?? []).filter((fact) => atoms.get(fact) === false);
  const isOpen = atoms.get(`open:${step.id}`);
  if (part.kind === 'opened') {
    if (isOpen) return `${step.id} is open already`;
    if (missing.length > 0) return `${step.id} requires ${missing}`;
    return couldHold(step.when, atoms) === false ? `nothing opens ${step.id}` : undefined;
  }
  const outcome = step.outcomes.find(({ id }) => id === part.outcome);
  if (!outcome) return `${step.id} has no outcome ${part.outcome}`;
  if (isOpen === false) return `${step.id} is not open`;
  const roles = part.kind === 'answered' ? (part.role?.split('+') ?? []) : [];
  const stranger = roles.find((role) => !signers(step).includes(role));
  if (stranger !== undefined) return `${stranger} does not sign ${step.id}`;
  if (part.kind === 'silence') {
    if (step.deadline?.lapse !== outcome.id) return `silence does not give ${outcome.id}`;
    return missing.length > 0 ? `${step.id} stands still without ${missing}` : undefined;
  }
  if (outcome.bySilence) return `nobody can give ${outcome.id}`;
  if (missing.length > 0 && !outcome.despiteMissing) return `${step.id} requires ${missing}`;
  return undefined;
}

function refusedEvent(
  definition: Definition,
  atoms: ReadonlyMap<string, Truth>,
  part: PathPart,
): string | undefined {
  const event = definition.events.find(({ id }) => id === part.event);
  if (!event) return `there is no event ${part.event}`;
  if (part.role !== undefined && !mayReport(event, part.role)) {
    return `${part.role} may not report ${event.id}`;
  }
  const isRefused = event.while !== undefined && couldHold(event.while, atoms) === false;
  return isRefused ? `${event.id} is not accepted then` : undefined;
}

function runsOut(definition: Definition, fact: string): boolean {
  const all: Consequences[] = [
    ...definition.steps.flatMap(({ outcomes }) => outcomes),
    ...definition.events,
  ];
  return all.some(({ sets }) => sets?.some((one) => typeof one !== 'string' && one.fact === fact));
}

/** Lets a part happen. Says whether the run is over by it. */
function happen(
  definition: Definition,
  part: PathPart,
  set: (atom: string, to: boolean) => void,
): boolean {
  if (part.kind === 'expired') set(part.fact!, false);
  if (part.kind === 'event') {
    set(`event:${part.event}`, true);
    return apply(definition, definition.events.find(({ id }) => id === part.event)!, set);
  }
  const step = definition.steps.find(({ id }) => id === part.step);
  if (!step || part.kind === 'started') return false;
  for (const { id } of step.outcomes) set(`${step.id}:${id}`, false);
  if (part.kind === 'opened') {
    for (const fact of step.clearsAtOpening ?? []) set(fact, false);
    set(`open:${step.id}`, true);
    return false;
  }
  const outcome = step.outcomes.find(({ id }) => id === part.outcome)!;
  if (!outcome.keepsOpen) set(`open:${step.id}`, false);
  set(`${step.id}:${outcome.id}`, true);
  return apply(definition, outcome, set);
}

function apply(
  definition: Definition,
  does: Consequences,
  set: (atom: string, to: boolean) => void,
): boolean {
  for (const fact of does.clears ?? []) set(fact, false);
  for (const setting of does.sets ?? []) {
    set(typeof setting === 'string' ? setting : setting.fact, true);
  }
  for (const target of does.withdraws ?? []) {
    for (const step of stepsAt(definition, target)) set(`open:${step.id}`, false);
  }
  return does.ends !== undefined || does.continues !== undefined;
}

function stepsAt(definition: Definition, target: string): readonly Step[] {
  return definition.steps.filter(({ id, stage }) => id === target || stage === target);
}
