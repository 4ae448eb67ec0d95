import { findVisibleRun, type VisibleRun } from '../../db/queries/visible-runs.js';
import type { Answers } from '../../door/acts.js';
import { getDefinition } from '../../door/commit-act.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition, Role } from '../../protocols/language/definition.js';
import type { Field } from '../../protocols/language/form.js';
import { refusal } from '../../protocols/refusals.js';
import type { Access } from '../auth/access.js';
import { type Action, may, type Relation } from '../auth/policy.js';
import { type Level, levelOf, relationsTo, rolesOf } from '../auth/relations.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { ProblemError, refused } from '../errors.js';
import type { Language } from '../language.js';
import { openPersonKeys } from './person-keys.js';
import { rememberedScope, scopeOf } from './scope.js';

/** Who asks and in which language; every signed-in request is one. */
export interface Asking {
  readonly access: Access;
  readonly language: Language;
}

/** A run as one access sees it. */
export interface OpenRun {
  readonly context: ApiContext;
  readonly access: Access;
  readonly language: Language;
  readonly run: VisibleRun;
  readonly definition: Definition;
  /** Roles the asking institution fills. */
  readonly roles: readonly Role[];
  readonly relations: ReadonlySet<Relation>;
  readonly level: Level;
  /** The run is as remembered, not as read: an act is entered into exactly this state or not at all. */
  readonly onlyAsRead?: boolean;
}

/**
 * The run a request names, for an action that the policy allows. Throws `run-unknown` for a run that does not exist
 * and for one that may not be seen, `not-allowed` for an action on a visible run that needs another relation.
 */
export async function openRun(
  context: ApiContext,
  asking: Asking,
  runId: string,
  action: Action,
): Promise<OpenRun> {
  const opened = await findOpenRun(context, asking, runId);
  if (!opened) throw refused(refusal('run-unknown'));
  const relations = new Set(opened.relations);
  // Who must sign a step or is sent a share is checked where the step or share is known.
  if (opened.roles.length > 0) relations.add('responsible').add('recipient');
  if (!may(asking.access.role, action, relations)) throw new ProblemError('not-allowed');
  return opened;
}

/** The run, if it exists and this access may read it. */
export async function findOpenRun(
  unbound: ApiContext,
  { access, language }: Asking,
  runId: string,
): Promise<OpenRun | undefined> {
  const context = within(unbound, access);
  const { door } = context;
  const quick = rememberedScope(door, access);
  const run =
    (quick && (await findVisibleRun(door.db, runId, quick))) ??
    (await findVisibleRun(door.db, runId, await scopeOf(door, access)));
  if (!run) return undefined;
  // A run just read spares the door its own reading, and what it remembered may be older.
  const known = door.runs.find(runId);
  if (!known || known.state.seq < run.state.seq) door.runs.set(runId, run);
  const definition = await getDefinition(door, run);
  return withState({ context, access, language, run, definition }, run.state);
}

/**
 * Checked answers as the door takes them; undefined for a form without fields and files. An empty form is handed over too, so that
 * a repeated act with other answers is told apart. Throws `data-erased` when the person's keys are gone.
 */
export async function answersTo(
  { context, run }: OpenRun,
  owner: { readonly id: string; readonly form?: readonly Field[] },
  values: Readonly<Record<string, unknown>>,
  evidence: NonNullable<Answers['evidence']> = [],
): Promise<Answers | undefined> {
  if (!owner.form?.length && evidence.length === 0) return undefined;
  if (!run.wholeKeys) await openPersonKeys(context.door, run.personId);
  return { form: owner.id, values, ...(evidence.length > 0 ? { evidence } : {}) };
}

/** The same run as it stands after an act. */
export function withState(
  of: Pick<OpenRun, 'context' | 'access' | 'language' | 'run' | 'definition'>,
  state: RunState,
): OpenRun {
  const { context, access, language, definition } = of;
  const run = { ...of.run, state };
  const roles = rolesOf(definition, state, access.institution);
  const relations = relationsTo(run, definition, access.institution);
  const level = levelOf(access, relations, roles);
  return { context, access, language, definition, run, roles, relations, level };
}
