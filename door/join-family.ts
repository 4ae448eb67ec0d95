import { findEntry } from '../db/queries/find-entry.js';
import { writeActs } from '../db/queries/write-acts.js';
import type { Actor } from '../db/schema/history.js';
import type { FamilyPlace } from '../protocols/core/acts.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { Committed, Refused } from './acts.js';
import { createBatch, enter, getPart, rememberBatch, writesOf } from './batch.js';
import type { Door } from './door.js';
import type { Batch, Part } from './entry-of.js';
import { membersOf, standingsOf } from './family.js';
import { inTurns, MOST_RACES } from './in-turn.js';
import { getDefinition, rememberRun } from './known-runs.js';
import { randomId } from './random-id.js';

/** A case lead's wish to link a run that has begun with the run of a relative. */
export interface JoinRequest {
  readonly actId: string;
  readonly actor: Actor;
  readonly runId: string;
  readonly relativeOf: string;
  readonly rehearsalAt?: number;
}

/**
 * Links a run with the family of another one. A link only ever joins; it decides nothing for anybody, and the runs learn
 * of each other's standing in the same statement.
 */
export function joinFamily(door: Door, request: JoinRequest): Promise<Committed | Refused> {
  const both = [request.runId, request.relativeOf];
  return inTurns(door, both, () => tryUntilLinked(door, request));
}

async function tryUntilLinked(door: Door, request: JoinRequest): Promise<Committed | Refused> {
  const { runId, actId, actor } = request;
  for (let attempt = 0; attempt < MOST_RACES; attempt += 1) {
    const entry = await findEntry(door.db.sql, runId, actId);
    const run = await rememberRun(door, runId);
    if (!run) return refuse(refusal('run-unknown'));
    if (entry) {
      if (entry.act.type !== 'family-joined') return refuse(refusal('act-conflict'));
      const { seq, act } = entry;
      return { ok: true, runId, seq, at: act.at, replayed: true, state: run.state, effects: [] };
    }
    const batch = createBatch(await getDefinition(door, run), run);
    const at = run.rehearsal ? (request.rehearsalAt ?? run.state.lastAt) : door.clock.now();
    const place = await placeBeside(door, batch, {
      relativeOf: request.relativeOf,
      rehearsal: run.rehearsal,
      at,
      actor,
    });
    if ('code' in place) return refuse(place);
    const act = { type: 'family-joined', at, ...place } as const;
    const entered = await enter(door, batch, runId, { actId, actor }, act);
    if (!entered.ok) return entered;
    const { written } = await writeActs(door.db.sql, writesOf(batch));
    rememberBatch(door, batch, written);
    if (written.has(runId)) {
      const { state } = getPart(batch, runId).run;
      const { effects } = entered;
      return { ok: true, runId, seq: entered.state.seq, at, replayed: false, state, effects };
    }
    await door.clock.adjust(door.db.sql);
  }
  throw new Error(`A family link lost ${MOST_RACES} races in a row`);
}

/**
 * A place in the family of a relative's run. A run that was alone becomes a family of one first, in the same batch.
 * Real runs and rehearsals are never linked.
 */
export async function placeBeside(
  door: Door,
  batch: Batch,
  beside: { relativeOf: string; rehearsal: boolean; at: number; actor: Actor },
): Promise<FamilyPlace | Refusal> {
  const run = await rememberRun(door, beside.relativeOf);
  if (!run || run.state.ending || run.rehearsal !== beside.rehearsal || batch.parts.has(run.id)) {
    return refusal('relative-unknown');
  }
  const part: Part = { definition: await getDefinition(door, run), run, entries: [] };
  batch.parts.set(run.id, part);
  if (!run.state.family) {
    const alone = { unit: randomId(), member: randomId(), others: {} };
    const act = { type: 'family-joined', at: beside.at, ...alone } as const;
    const actId = `family/${run.state.seq + 1}`;
    const entered = await enter(door, batch, run.id, { actId, actor: beside.actor }, act);
    if (!entered.ok) return entered.refusal;
  }
  const { unit, member } = part.run.state.family!;
  const members = await membersOf(door, batch, unit);
  members.set(member, part);
  return { unit, member: randomId(), others: standingsOf(members) };
}

function refuse(refused: Refusal): Refused {
  return { ok: false, refusal: refused };
}
