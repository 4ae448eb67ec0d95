import type { EntryWrite, RunStart, RunWrite, SealedAnswers } from '../db/queries/write-acts.js';
import type { Act } from '../protocols/core/acts.js';
import { nextDueAt } from '../protocols/core/due.js';
import type { Effect } from '../protocols/core/effects.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import type { ActRequest } from './acts.js';
import { CLOCK_TOLERANCE } from './database-clock.js';
import { documentsIn } from './document-search.js';
import type { Door, KnownRun } from './door.js';
import { messageOf } from './message-of.js';
import { channelOf } from './notice-channel.js';
import { project } from './project.js';
import { digestAnswers, getPersonKeys, sealAnswers } from './sealed-answers.js';
import { markOf } from './series/mark-of.js';

/** One run as it stands after the acts entered into it so far. */
export interface Part {
  readonly definition: Definition;
  run: KnownRun;
  readonly entries: EntryWrite[];
  /** The act entered last; absent while nothing was entered, when the run must only still be where it was read. */
  last?: Act;
  /** The instant the database's clock must have reached. */
  notBefore?: number;
  /** For a run that begins. */
  readonly start?: RunStart;
}

/** Acts of one run or of several that hang together: written in one statement, all or none. */
export interface Batch {
  readonly parts: Map<string, Part>;
}

/** Who enters an act, under which id and with which answers. */
export type Entering = Pick<ActRequest, 'actId' | 'actor' | 'answers'>;

/** One history entry with everything the act changes. */
export async function entryOf(
  door: Door,
  definition: Definition,
  run: KnownRun,
  request: Entering,
  act: Act,
  applied: { state: RunState; effects: readonly Effect[] },
): Promise<EntryWrite> {
  const { state, effects } = applied;
  const rows = project(definition, state, act, effects, channelOf(door.directory));
  const { actId, actor, answers } = request;
  const mark = await markOf(door, definition, run, request, act);
  const base = {
    actId,
    act,
    actor,
    rows,
    ...(mark ? { mark } : {}),
    message: messageOf(definition, state, act, rows, effects),
  };
  if (!answers) return base;
  const keys = await getPersonKeys(door, run.personId);
  return {
    ...base,
    answersDigest: digestAnswers(keys, answers),
    answers: withDocuments(
      sealAnswers(definition, keys, answers, { runId: run.id, seq: state.seq }),
      run.rehearsal ? [] : await documentsIn(door, definition, answers),
    ),
  };
}

/** The numbers by which the person can be found go with the identity they are part of. */
function withDocuments(
  sealed: readonly SealedAnswers[],
  documents: readonly string[],
): readonly SealedAnswers[] {
  if (documents.length === 0) return sealed;
  return sealed.map((part) => (part.compartment === 'identity' ? { ...part, documents } : part));
}

/** Consecutive acts of a run as one write; without acts the run must only still be where it was read. */
export function runWrite({ run, entries, last, notBefore, start }: Part): RunWrite {
  const { state } = run;
  const next = nextDueAt(state);
  return {
    runId: run.id,
    after: state.seq - entries.length,
    entries,
    state,
    ...(next === undefined ? {} : { nextDueAt: next }),
    ...(run.rehearsal || !last ? {} : { tolerance: CLOCK_TOLERANCE }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(start ? { start } : {}),
  };
}

/** Adds an applied act to a run. */
export async function append(
  door: Door,
  part: Part,
  request: Entering,
  act: Act,
  applied: { state: RunState; effects: readonly Effect[] },
): Promise<void> {
  part.entries.push(await entryOf(door, part.definition, part.run, request, act, applied));
  part.run = { ...part.run, state: applied.state };
  part.last = act;
  if (act.type === 'clock-reached' && !part.run.rehearsal) {
    part.notBefore = Math.max(part.notBefore ?? 0, act.dueAt);
  }
}
