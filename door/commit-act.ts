import { findEntry } from '../db/queries/find-entry.js';
import { type RunWrite, type WriteResult, writeActs } from '../db/queries/write-acts.js';
import type { Act } from '../protocols/core/acts.js';
import { mayActAs, refuseStandIn } from '../protocols/core/competence.js';
import { holderIn } from '../protocols/core/draft.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import { signers } from '../protocols/language/step.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { ActRequest, Committed, Refused, UndatedAct } from './acts.js';
import { createBatch, enter, getPart, rememberBatch, writesOf } from './batch.js';
import { CLOCK_TOLERANCE } from './database-clock.js';
import type { Door, KnownRun } from './door.js';
import { inTurn, isBusy, MOST_RACES } from './in-turn.js';
import { getDefinition, rememberRun } from './known-runs.js';
import { refuseOwnSecond } from './refuse-own-second.js';
import { refuseUnplaced } from './refuse-unplaced.js';
import { digestAnswers, getPersonKeys } from './sealed-answers.js';
import { refuseBoarding, seatRefusal, withLines } from './seats.js';
import { refuseSeries } from './series/refuse-series.js';

export { getDefinition, rememberRun } from './known-runs.js';

/**
 * Enters one act: applies the core and writes history, inboxes, notices, shares and the outbox in one statement, or
 * refuses and writes nothing. Safe to repeat with the same `actId`. The run's remembered state only saves a read: the
 * write succeeds only if the run is still where it was seen. Throws `KeyDestroyedError` for answers nothing can seal any more.
 */
export function commitAct(door: Door, request: ActRequest): Promise<Committed | Refused> {
  return inTurn(door, request.runId, () => tryUntilEntered(door, request));
}

async function tryUntilEntered(door: Door, request: ActRequest): Promise<Committed | Refused> {
  for (let attempt = 0; attempt < MOST_RACES; attempt += 1) {
    const remembered = door.runs.find(request.runId);
    const run = remembered ?? (await rememberRun(door, request.runId));
    if (!run) return { ok: false, refusal: refusal('run-unknown') };
    const settled = await settleAct(door, run, request, remembered !== undefined);
    if (settled) return settled;
  }
  throw new Error(`Act ${request.act.type} lost ${MOST_RACES} races in a row`);
}

/** What somebody makes of a run as it stands; undefined where nothing follows. */
export type Judgement = (run: KnownRun) => Promise<ActRequest | undefined>;

/**
 * Enters what follows from a run as it stands at that moment, for the system, which acts on what it sees: read and judged anew
 * each time somebody else was quicker. Undefined where nothing follows, or there is no such run.
 */
export function commitJudged(
  door: Door,
  runId: string,
  judge: Judgement,
): Promise<Committed | Refused | undefined> {
  return inTurn(door, runId, async () => {
    for (let attempt = 0; attempt < MOST_RACES; attempt += 1) {
      const run = await rememberRun(door, runId);
      const request = run && (await judge(run));
      if (!run || !request) return undefined;
      const settled = await settleAct(door, run, request, true);
      if (settled) return settled;
    }
    throw new Error(`What follows from a run lost ${MOST_RACES} races in a row`);
  });
}

/** What becomes of an act in a run as it was seen; undefined where it must be tried once more on the run as it is now. */
async function settleAct(
  door: Door,
  run: KnownRun,
  request: ActRequest,
  mayBeBehind: boolean,
): Promise<Committed | Refused | undefined> {
  const tried = await tryAct(door, run, request);
  if ('committed' in tried) return tried.committed;
  if ('final' in tried) return { ok: false, refusal: tried.final };
  const { refused } = tried;
  if (refused) {
    const replay = await findReplay(door, request);
    if (replay) return replay;
    // What was seen may be behind; a refusal must rest on the run as it is.
    if (mayBeBehind && (await isBehind(door, run))) return undefined;
    return { ok: false, refusal: refused };
  }
  const { act, databaseAt } = tried;
  if (!run.rehearsal && Math.abs(databaseAt - act.at) > CLOCK_TOLERANCE) {
    await door.clock.adjust(door.db.sql);
  }
  if (act.type === 'clock-reached' && databaseAt < act.dueAt && !run.rehearsal) {
    return { ok: false, refusal: refusal('not-due') };
  }
  const replay = await findReplay(door, request);
  if (replay) return replay;
  // Keys may have been destroyed since they were remembered: reading them again says so.
  if (request.answers) door.keys.delete(run.personId);
  return undefined;
}

/**
 * Enters one act into the run exactly as the caller holds it, in the one statement. Undefined when anything stands against
 * it, or the run has moved on or is about to: then nothing was written, and who asks finds out why with `commitAct`.
 */
export async function commitActOn(
  door: Door,
  run: KnownRun,
  request: ActRequest,
): Promise<Committed | undefined> {
  // Others of this process are at it: the run will not be as it was.
  if (isBusy(door, run.id)) return undefined;
  const tried = await inTurn(door, run.id, () => tryAct(door, run, request));
  return 'committed' in tried ? tried.committed : undefined;
}

type Tried =
  | { readonly committed: Committed }
  /** Stands whatever has happened to the run. */
  | { readonly final: Refusal }
  | { readonly refused: Refusal }
  /** The write was lost: the run has moved, the act was entered before, the clocks or the keys stand against it. */
  | { readonly refused?: undefined; readonly act: Act; readonly databaseAt: number };

async function tryAct(door: Door, run: KnownRun, request: ActRequest): Promise<Tried> {
  const definition = await getDefinition(door, run);
  const bare = dated(door, run, request);
  if ('code' in bare) return { final: bare };
  const act = await withLines(door, definition, run, bare);
  const refused =
    mayAct(definition, run.state, request) ??
    refuseUnplaced(door, definition, run, request) ??
    (await refuseOwnSecond(door, definition, run, request));
  if (refused) return { refused };
  const batch = createBatch(definition, run);
  const entered = await enter(door, batch, run.id, request, act);
  if (!entered.ok) return { refused: entered.refusal };
  const unseated = await refuseBoarding(door, definition, run, request, entered);
  if (unseated) return { final: unseated };
  const outcome = await writeOrRefuse(door, writesOf(batch));
  if ('code' in outcome) return { final: outcome };
  const { written, databaseAt } = outcome;
  rememberBatch(door, batch, written);
  if (!written.has(run.id)) return { act, databaseAt };
  const { seq } = entered.state;
  const { state } = getPart(batch, run.id).run;
  const { effects } = entered;
  return {
    committed: { ok: true, runId: run.id, seq, at: act.at, replayed: false, state, effects },
  };
}

/** A seat somebody else took first, or a decision too fast, is a refusal like any other; nothing was written. */
async function writeOrRefuse(
  door: Door,
  writes: readonly RunWrite[],
): Promise<WriteResult | Refusal> {
  try {
    return await writeActs(door.db.sql, writes);
  } catch (error) {
    const refused = seatRefusal(error) ?? (await refuseSeries(door, error, writes));
    if (refused) return refused;
    throw error;
  }
}

function dated(door: Door, run: KnownRun, request: ActRequest): Act | Refusal {
  const { lastAt } = run.state;
  const act = withDoorsPart(request.act);
  if (run.rehearsal) return { ...act, at: Math.max(request.rehearsalAt ?? lastAt, lastAt) } as Act;
  if (request.rehearsalAt !== undefined) return refusal('not-rehearsal');
  return { ...act, at: door.clock.now() } as Act;
}

function withDoorsPart(act: UndatedAct): UndatedAct {
  return act.type === 'role-reassigned' ? { ...act, anew: true } : act;
}

/** Whether the institution fills the role it acts in, or may stand in for it. Time and the outside world act as `system`. */
function mayAct(definition: Definition, state: RunState, request: ActRequest): Refusal | undefined {
  const { act, actor } = request;
  if (actor.institution === 'system' || !('role' in act) || act.type === 'role-reassigned') {
    return undefined;
  }
  if (!definition.roles.some((role) => role.id === act.role)) {
    return refusal('role-unknown', { role: act.role });
  }
  if (mayActAs(state, definition.lead, act, actor.institution)) {
    return refuseStandIn(definition, state, act);
  }
  if (act.type === 'step-completed') return refusal('not-responsible', { step: act.step });
  if (act.type === 'event-reported') return refusal('event-not-allowed', { event: act.event });
  return refusal(act.type === 'share-acknowledged' ? 'not-recipient' : 'stop-not-allowed');
}

async function isBehind(door: Door, remembered: KnownRun): Promise<boolean> {
  const current = await rememberRun(door, remembered.id);
  return current !== undefined && current.state.seq !== remembered.state.seq;
}

async function findReplay(
  door: Door,
  request: ActRequest,
): Promise<Committed | Refused | undefined> {
  const entry = await findEntry(door.db.sql, request.runId, request.actId);
  if (!entry) return undefined;
  const run = await rememberRun(door, request.runId);
  if (!run) return undefined;
  const same =
    sameAct(entry.act, request.act) &&
    (!request.answers ||
      entry.answersDigest ===
        digestAnswers(await getPersonKeys(door, run.personId), request.answers));
  if (!same) return { ok: false, refusal: refusal('act-conflict') };
  const { state } = run;
  const { at } = entry.act;
  return { ok: true, runId: run.id, seq: entry.seq, at, replayed: true, state, effects: [] };
}

/** The date, what became of a re-route, the lines of a list and what is void are the door's own part of an act. */
function sameAct(entered: Act, given: UndatedAct): boolean {
  const { at: _, continuation: __, ...rest } = entered;
  const { manifest: ___, anew: ____, ...undated } = rest as typeof rest & DoorsPart;
  return canonicalJson(undated) === canonicalJson(given);
}

interface DoorsPart {
  readonly manifest?: unknown;
  readonly anew?: unknown;
}

/** The roles a step needs that this institution fills, in signing order. */
export function rolesOfInstitution(
  definition: Definition,
  state: RunState,
  stepId: string,
  institution: string,
): string[] {
  const step = definition.steps.find((candidate) => candidate.id === stepId);
  if (!step) return [];
  return signers(step).filter(
    (role) => holderIn(state, definition.lead, stepId, role).institution === institution,
  );
}
