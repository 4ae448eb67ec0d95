import { findRun } from '../../db/queries/find-run.js';
import type { Committed } from '../../door/acts.js';
import { choosePack } from '../../door/choose-pack.js';
import { getDefinition } from '../../door/commit-act.js';
import { prepareStart, type StartRequest, startRun } from '../../door/start-run.js';
import { apply } from '../../protocols/core/apply.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import { type Refusal, refusal } from '../../protocols/refusals.js';
import { actorOf } from '../auth/access.js';
import { may, type Relation } from '../auth/policy.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { ProblemError, refused } from '../errors.js';
import { actIdOf } from './commit.js';
import { type Asking, type OpenRun, openRun, withState } from './open-run.js';

/** What a caller wants to start; who asks and under which key comes beside it. */
export type StartWish = Omit<StartRequest, 'actId' | 'actor' | 'personId'>;

/** A run that was started, or found again by the same key. */
export interface Started {
  readonly opened: OpenRun;
  readonly committed: Committed;
}

/** Starts a run for the caller, for the API and for the pages. Throws what the caller may read. */
export async function startFor(
  unbound: ApiContext,
  asking: Asking,
  wish: StartWish,
  key: string,
): Promise<Started> {
  const { access, language } = asking;
  const context = within(unbound, access);
  checkMayStart(context, asking, wish);
  if (wish.relativeOf !== undefined) {
    await openRun(context, asking, wish.relativeOf, 'family.link');
  }
  const pack = await packFor(context, wish);
  if ('code' in pack) throw refused(pack);
  const request = { ...wish, ...pack, actId: actIdOf(access, key), actor: actorOf(access) };
  const result = await startRun(context.door, request);
  if (!result.ok) throw refused(result.refusal);
  const run = await findRun(context.door.db.sql, result.runId);
  if (!run) throw refused(refusal('run-unknown'));
  const definition = await getDefinition(context.door, run);
  const opened = withState({ context, access, language, run, definition }, result.state);
  return { opened, committed: result };
}

/** A run as it would begin now: nothing is written, nobody is told. */
export interface ForeseenStart {
  readonly definition: Definition;
  readonly state: RunState;
}

/** What would come of a start, or why it would be refused. The place in a family does not matter for it. */
export async function foreseeStart(
  context: ApiContext,
  wish: StartWish,
): Promise<ForeseenStart | Refusal> {
  const pack = await packFor(context, wish);
  if ('code' in pack) return pack;
  const prepared = await prepareStart(context.door, { ...wish, ...pack });
  if ('code' in prepared) return prepared;
  const { definition, given } = prepared;
  const at = wish.rehearsalAt ?? context.door.clock.now();
  const applied = apply(definition, undefined, { type: 'run-started', at, ...given });
  return applied.ok ? { definition, state: applied.state } : applied.refusal;
}

/** The pack given, or the one for these countries. A rehearsal is under none unless it says so. */
async function packFor(
  { door }: ApiContext,
  wish: StartWish,
): Promise<{ pack?: string } | Refusal> {
  if (wish.pack !== undefined) return { pack: wish.pack };
  const current = await door.definitions.findCurrent(wish.protocol);
  if (!current || wish.rehearsalAt !== undefined) return {};
  return choosePack(door, current.definition, wish.bindings);
}

/** Throws when this access may not start such a run: its own institution must fill a role. */
export function checkMayStart(context: ApiContext, { access }: Asking, wish: StartWish): void {
  const relations = new Set<Relation>();
  if (Object.values(wish.bindings).includes(access.institution)) relations.add('bound');
  const rehearsal = wish.rehearsalAt !== undefined;
  const action = rehearsal ? 'run.rehearse' : 'run.start';
  if (rehearsal && !context.settings.rehearsals) throw new ProblemError('rehearsals-off');
  if (may(access.role, action, relations)) return;
  const couldIfBound = may(access.role, action, new Set<Relation>(['bound']));
  throw new ProblemError(couldIfBound ? 'institution-unbound' : 'not-allowed');
}
