import type { Act } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import type { Effect } from '../protocols/core/effects.js';
import { inheritBindings } from '../protocols/core/inherit-bindings.js';
import { type Ended, startOfContinued, withContinuation } from '../protocols/core/reroute.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import { competenceKey, findPack, packKey } from '../protocols/language/pack.js';
import { SYSTEM } from './acts.js';
import type { Door, KnownRun } from './door.js';
import { append, type Entering, type Part } from './entry-of.js';
import { randomId } from './random-id.js';

/** What an act did to its run. */
export interface Entered {
  readonly ok: true;
  readonly act: Act;
  readonly state: RunState;
  readonly effects: readonly Effect[];
}

/** An act that ends a run with `continues`, applied and not yet entered. */
export interface Continuing {
  readonly part: Part;
  readonly before: RunState;
  readonly request: Entering;
  readonly act: Act;
  readonly applied: { readonly state: RunState; readonly effects: readonly Effect[] };
}

/**
 * Ends a run and begins the one that carries on, in the same batch: there is no instant at which the person is in no
 * run. Same person, so the same keys. The new run's acts have ids made from the act that ended the old one, so that a
 * repetition cannot begin a second. Where no such protocol takes runs the old one ends all the same and says so.
 */
export async function carryOn(
  door: Door,
  continuing: Continuing,
): Promise<{ entered: Entered; next?: Part }> {
  const { part, request, act } = continuing;
  const next = await beginContinued(door, continuing);
  const final = withContinuation(act, next ? { run: next.run.id } : {});
  const applied = apply(part.definition, continuing.before, final);
  if (!applied.ok) throw new Error(`A re-route was refused: ${applied.refusal.code}`);
  await append(door, part, request, final, applied);
  const { state, effects } = applied;
  const entered: Entered = { ok: true, act: final, state, effects };
  return next ? { entered, next } : { entered };
}

async function beginContinued(door: Door, continuing: Continuing): Promise<Part | undefined> {
  const { part, before, request, act, applied } = continuing;
  const { protocol } = applied.state.ending!.continues!;
  const current = (await door.definitions.findCurrent(protocol))?.definition;
  if (!current) return undefined;
  const target = await underPack(door, current, continuing.part.run.pack);
  await door.directory.reload();
  const { run, definition } = part;
  const bindings = inheritBindings({ definition, state: applied.state }, target, {
    isActive: (id) => door.directory.find(id)?.active ?? false,
    findAll: (kind, country) =>
      door.directory
        .findAll(kind, country)
        .map(({ id, country, timeZone }) => ({ institution: id, country, timeZone })),
    stateOf: (id) => door.directory.find(id)?.ofState ?? undefined,
  });
  const ended: Ended = {
    runId: run.id,
    definition,
    before,
    after: applied.state,
    act,
    effects: applied.effects,
    decidedBy: request.actor.institution,
  };
  const acts = startOfContinued(ended, target, {
    ...bindings,
    ...competentBeside(applied.state, target),
  });
  return acts.length > 0 ? begin(door, ended, run, target, acts, request) : undefined;
}

/** The protocol that goes on, under the very pack of the one that ends: the countries are the same. */
async function underPack(door: Door, target: Definition, key: string | null): Promise<Definition> {
  if (key === null) return target;
  const at = key.lastIndexOf('@');
  const pack = await door.packs.find(key.slice(0, at), Number(key.slice(at + 1)));
  if (!pack) throw new Error(`Pack ${key} is not in the database`);
  // A person must go on all the same: without the pack the protocol holds as it is, and no departure is possible.
  return (await door.packs.vary(target, pack)) ?? target;
}

/** Who was competent beside a role stays so where the target has the rule too. */
function competentBeside(state: RunState, target: Definition): RunState['bindings'] {
  const rules = (findPack(target)?.competence ?? []).map(competenceKey);
  return Object.fromEntries(Object.entries(state.bindings).filter(([key]) => rules.includes(key)));
}

async function begin(
  door: Door,
  { runId, after }: Ended,
  source: KnownRun,
  target: Definition,
  acts: readonly Act[],
  request: Entering,
): Promise<Part> {
  let next: Part | undefined;
  for (const act of acts) {
    const applied = apply(target, next?.run.state, act);
    if (!applied.ok) throw new Error(`A continued run was refused: ${applied.refusal.code}`);
    next ??= partOf(source, target, applied.state);
    const actId = `reroute/${runId}/${after.seq}`;
    const entering: Entering =
      act.type === 'event-reported'
        ? { actId: `${actId}/${act.event}`, actor: SYSTEM }
        : { actId, actor: request.actor };
    await append(door, next, entering, act, applied);
  }
  return next!;
}

/** Whoever started the old run has no right to see the new one for that; a rehearsal stays with who rehearses. */
function partOf(source: KnownRun, target: Definition, state: RunState): Part {
  const { personId, rehearsal } = source;
  const part = findPack(target);
  const pack = part ? packKey(part) : null;
  const of = { protocol: target.id, version: target.version, pack, personId, rehearsal };
  const lead = state.bindings[target.lead]!.institution;
  const startedBy = rehearsal ? source.startedBy : lead;
  const run: KnownRun = { id: randomId(), ...of, startedBy, state };
  return { definition: target, run, entries: [], start: { ...of, startedBy } };
}
