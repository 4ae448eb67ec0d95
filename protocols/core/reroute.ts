import { ENTRY } from '../language/attribute.js';
import type { Definition, ProtocolEvent } from '../language/definition.js';
import { findPack } from '../language/pack.js';
import type { Act, Continuation, FamilyPlace, Reroute } from './acts.js';
import { apply } from './apply.js';
import type { Effect } from './effects.js';
import { carried } from './lowered.js';
import type { Binding, RunState } from './state.js';

/** A run at the moment an act ends it with `continues`. */
export interface Ended {
  readonly runId: string;
  readonly definition: Definition;
  /** Before and after the act. */
  readonly before: RunState;
  readonly after: RunState;
  readonly act: Act;
  readonly effects: readonly Effect[];
  /** Institution that acted; `system` for time. */
  readonly decidedBy: string;
}

/** The acts with which the run that carries on begins: its start and what is still stopped. Empty when it cannot. */
export function startOfContinued(
  ended: Ended,
  target: Definition,
  bindings: Readonly<Record<string, Binding>>,
): Act[] {
  const { at } = ended.act;
  const reroute = rerouteOf(ended, target);
  const entry = target.attributes.find((attribute) => attribute.id === ENTRY);
  const known = entry?.options?.some((option) => option.id === reroute.entryStep) ?? false;
  const pack = findPack(target);
  const { register, originStop } = ended.after;
  const start: Act = {
    type: 'run-started',
    at,
    bindings,
    reroute,
    ...(pack ? { pack: { id: pack.id, version: pack.version } } : {}),
    ...(register ? { register } : {}),
    ...(originStop ? { originStop } : {}),
    // A protocol that has no such entry is begun where it begins: later than meant is safer than not at all.
    ...(known ? { assigns: { entry: reroute.entryStep } } : {}),
    ...(ended.after.family && target.family ? { family: placeIn(ended.after.family) } : {}),
  };
  const started = apply(target, undefined, start);
  if (!started.ok) return [];
  return [start, ...carriedEvents(ended, target, started.state, at)];
}

/** The person keeps their place in the family where the new protocol links families. */
function placeIn({ unit, member, others }: NonNullable<RunState['family']>): FamilyPlace {
  return { unit, member, others };
}

/** The same act with what became of its re-route. */
export function withContinuation(act: Act, continuation: Continuation): Act {
  return { ...act, continuation };
}

function rerouteOf(
  { runId, definition, before, after, act, effects, decidedBy }: Ended,
  target: Definition,
): Reroute {
  const { step, trigger, bySilence } = triggerOf(act, effects);
  return {
    fromRun: runId,
    fromSeq: after.seq,
    fromProtocol: definition.id,
    fromVersion: definition.version,
    fromStep: step,
    trigger,
    ...(bySilence ? { bySilence } : {}),
    toProtocol: target.id,
    entryStep: after.ending?.continues?.entry ?? '',
    decidedBy,
    cleared: Object.keys(before.facts).sort(),
    ...(after.lowered ? { lowered: carried(after.lowered) } : {}),
  };
}

function triggerOf(
  act: Act,
  effects: readonly Effect[],
): { step: string; trigger: string; bySilence?: true } {
  if (act.type === 'event-reported') return { step: `event:${act.event}`, trigger: act.event };
  if (act.type === 'step-completed') return { step: act.step, trigger: act.outcome };
  const closed = effects.find((effect) => effect.type === 'step-closed');
  if (closed?.type !== 'step-closed') return { step: '', trigger: '' };
  return { step: closed.step, trigger: closed.outcome, bySilence: true };
}

/**
 * No fact is carried, so what held departure back would be forgotten with what readied it. A stop that both protocols
 * know (a remedy, an asylum claim, a medical hold: a fact that holds at the start and does no longer) is reported again
 * in the new run, where that protocol's own steps settle it: by the events that were reported in the old one; and where an
 * answer had stopped it, by whatever event says the least besides: first of all one that sets nothing, for nobody said that
 * anything is ready.
 */
function carriedEvents(ended: Ended, target: Definition, started: RunState, at: number): Act[] {
  const stopped = target.facts.filter(
    ({ id, initially }) =>
      initially &&
      ended.after.facts[id] === undefined &&
      ended.definition.facts.some((fact) => fact.id === id && fact.initially),
  );
  const acts: Act[] = [];
  let state = started;
  const report = (event: ProtocolEvent): void => {
    const goesOn = stopped.some(({ id }) => state.facts[id] && event.clears?.includes(id));
    if (!goesOn) return;
    const act: Act = { type: 'event-reported', at, event: event.id, role: 'system', carried: true };
    const applied = apply(target, state, act);
    if (!applied.ok || applied.state.ending) return;
    acts.push(act);
    state = applied.state;
  };
  const wasReported = ({ id }: ProtocolEvent) =>
    ended.after.established[`event:${id}`] !== undefined;
  for (const event of target.events.filter(wasReported)) report(event);
  const gives = ({ sets, assigns }: ProtocolEvent) =>
    (sets?.length ?? 0) + Object.keys(assigns ?? {}).length;
  const says = ({ clears }: ProtocolEvent) => clears?.length ?? 0;
  const byLeast = target.events.toSorted((a, b) => gives(a) - gives(b) || says(a) - says(b));
  for (const event of byLeast) report(event);
  return acts;
}
