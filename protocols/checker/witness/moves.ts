import type { Act, Brought } from '../../core/acts.js';
import { type Applied, apply } from '../../core/apply.js';
import { pendingClocks } from '../../core/due.js';
import { departsFrom, leastAhead } from '../../core/floor.js';
import { findUnseconded } from '../../core/signing.js';
import type { RunState } from '../../core/state.js';
import type { AttributeValue } from '../../language/attribute.js';
import type { Definition, ProtocolEvent } from '../../language/definition.js';
import { type Step, signings } from '../../language/step.js';
import type { Deed } from './relaxed-task.js';

const MINUTE = 60_000;
/** A planned date is set this far beyond what is the least: near enough that nothing which waits for it waits longer. */
const AHEAD = 360 * MINUTE;
/** Instants that may pass while one waits for something. */
const MOST_CLOCKS = 400;

/** A run on its way: where it stands and the acts that led there. */
export interface Way {
  readonly state: RunState;
  readonly acts: readonly Act[];
  /** The goal was met by the last act. */
  readonly reached: boolean;
}

/** Asked after every accepted act, with the state before it: is the goal met? */
export type Watch = (
  before: RunState | undefined,
  act: Act,
  applied: Extract<Applied, { ok: true }>,
) => boolean;

type Values = Readonly<Record<string, AttributeValue>>;

/** Starts a run with the given attributes; undefined when the core refuses it. */
export function startWay(
  definition: Definition,
  act: Extract<Act, { type: 'run-started' }>,
  watch: Watch,
): Way | undefined {
  const applied = apply(definition, undefined, act);
  if (!applied.ok) return undefined;
  return { state: applied.state, acts: [act], reached: watch(undefined, act, applied) };
}

/**
 * Does one thing in a run: an answer by all who must sign it, a report, or waiting until time has done something. A
 * minute passes for every act of a person, and what falls due meanwhile happens first, in its order. Undefined when
 * the core refuses it.
 */
export function move(
  definition: Definition,
  from: Way,
  deed: Deed,
  assigns: Values,
  watch: Watch,
): Way | undefined {
  const entering = enterInto(definition, watch);
  switch (deed.type) {
    case 'answer':
      return answer(definition, from, deed, assigns, entering);
    case 'event':
      return report(definition, from, deed.event, assigns, entering);
    case 'open':
      return wait(from, entering, ({ steps }) => steps[deed.step]?.open !== undefined);
    case 'expire':
      return wait(from, entering, ({ facts }) => facts[deed.fact] === undefined);
    case 'lapse':
      return wait(from, entering, ({ steps }) => !isRunning(steps[deed.step]));
    case 'finish':
      return goOn(definition, from, deed.step, assigns, entering);
    default:
      return undefined;
  }
}

/** The next instant at which something falls due, and what comes of it. */
export function passTime(definition: Definition, from: Way, watch: Watch): Way | undefined {
  let passed = false;
  return wait(from, enterInto(definition, watch), () => {
    const was = passed;
    passed = true;
    return was;
  });
}

type Enter = (way: Way, act: Act) => Way | undefined;

function enterInto(definition: Definition, watch: Watch): Enter {
  return (way, act) => {
    const applied = apply(definition, way.state, act);
    if (!applied.ok) return undefined;
    const reached = watch(way.state, act, applied);
    return { state: applied.state, acts: [...way.acts, act], reached };
  };
}

function isOver(way: Way | undefined): boolean {
  return !way || way.reached || way.state.ending !== undefined;
}

/** Lets everything happen that is due by an instant. */
function reach(from: Way, until: number, enter: Enter): Way | undefined {
  let way: Way | undefined = from;
  for (let count = 0; way && !isOver(way) && count < MOST_CLOCKS; count += 1) {
    const next = pendingClocks(way.state)[0];
    if (!next || next.dueAt > until) break;
    const at = Math.max(way.state.lastAt, next.dueAt);
    way = enter(way, { type: 'clock-reached', at, ...next });
  }
  return way;
}

function wait(from: Way, enter: Enter, isDone: (state: RunState) => boolean): Way | undefined {
  let way: Way | undefined = from;
  for (let count = 0; way && count < MOST_CLOCKS; count += 1) {
    if (isDone(way.state) || isOver(way)) return way.acts === from.acts ? undefined : way;
    const next = pendingClocks(way.state)[0];
    if (!next) return undefined;
    const at = Math.max(way.state.lastAt, next.dueAt);
    way = enter(way, { type: 'clock-reached', at, ...next });
  }
  return undefined;
}

function isRunning(step: RunState['steps'][string] | undefined): boolean {
  return step?.open?.clock?.marks.some(({ mark }) => mark === 'due') ?? false;
}

function answer(
  definition: Definition,
  from: Way,
  deed: Extract<Deed, { type: 'answer' }>,
  assigns: Values,
  enter: Enter,
): Way | undefined {
  const step = definition.steps.find(({ id }) => id === deed.step);
  const outcome = step?.outcomes.find(({ id }) => id === deed.outcome);
  if (!step || !outcome) return undefined;
  let way: Way | undefined = from;
  for (const role of signings(step, outcome.id)) {
    const earliest = step.effects?.includes('departs') ? departsFrom(definition, way.state) : 0;
    way = reach(way, Math.max(way.state.lastAt + MINUTE, earliest), enter);
    if (!way || isOver(way)) return way;
    const open = way.state.steps[step.id]?.open;
    if (!open) return undefined;
    const isSigned = open.signatures?.[role]?.outcome === outcome.id;
    if (isSigned && !findUnseconded(step, open, role)) continue;
    const at = Math.max(way.state.lastAt + MINUTE, earliest);
    way = enter(way, {
      type: 'step-completed',
      at,
      step: step.id,
      opening: open.opening,
      outcome: outcome.id,
      role,
      ...broughtBy(definition, step.form, way.state, assigns, at, outcome.id),
    });
    if (!way || isOver(way)) return way;
  }
  return way.acts === from.acts ? undefined : way;
}

/** Answers a visit of a series, so that it comes nearer its end. */
function goOn(
  definition: Definition,
  from: Way,
  id: string,
  assigns: Values,
  enter: Enter,
): Way | undefined {
  const step = definition.steps.find((candidate) => candidate.id === id);
  const outcome = step?.outcomes.find(
    ({ keepsOpen, bySilence, ends, continues }) => !keepsOpen && !bySilence && !ends && !continues,
  );
  if (!outcome) return undefined;
  return answer(
    definition,
    from,
    { type: 'answer', step: id, outcome: outcome.id },
    assigns,
    enter,
  );
}

function report(
  definition: Definition,
  from: Way,
  id: string,
  assigns: Values,
  enter: Enter,
): Way | undefined {
  const event = definition.events.find((candidate) => candidate.id === id);
  if (!event) return undefined;
  const way = reach(from, from.state.lastAt + MINUTE, enter);
  if (!way || isOver(way)) return way;
  const at = way.state.lastAt + MINUTE;
  const role = reporterOf(definition, event);
  const brought = broughtBy(definition, event.form, way.state, assigns, at, '');
  return enter(way, { type: 'event-reported', at, event: id, role, ...brought });
}

function reporterOf(definition: Definition, { by }: ProtocolEvent): string {
  if (by === 'system') return by;
  return by === 'anyone' ? definition.lead : by[0]!;
}

/** The codes and dates an answer brings: what is asked of the deed, and what the form must have. */
function broughtBy(
  definition: Definition,
  form: Step['form'],
  state: RunState,
  wanted: Values,
  at: number,
  outcome: string,
): Brought {
  const assigns: Record<string, AttributeValue> = {};
  const dates: Record<string, number> = {};
  for (const { assigns: attribute, plans, options, type, required } of form ?? []) {
    const isRequired = Array.isArray(required) ? required.includes(outcome) : required === true;
    if (plans && (isRequired || state.dates[plans] === undefined)) {
      dates[plans] = at + AHEAD + leastAhead(definition, plans);
    }
    if (!attribute) continue;
    if (wanted[attribute] !== undefined) assigns[attribute] = wanted[attribute];
    else if (isRequired) {
      const declared = definition.attributes.find(({ id }) => id === attribute);
      const known = state.attributes[attribute];
      if (known !== undefined) assigns[attribute] = known;
      else if (type === 'boolean') assigns[attribute] = false;
      else if (type === 'number') assigns[attribute] = 0;
      else assigns[attribute] = (options ?? declared?.options)?.[0]?.id ?? '';
    }
  }
  return { assigns, dates };
}
