import { findStandingStop, listLinkedRuns } from '../db/queries/origin-stops.js';
import type { Act } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import type { OriginStop } from '../protocols/core/stop.js';
import { SYSTEM } from './acts.js';
import type { Door } from './door.js';
import { append, type Batch, type Part } from './entry-of.js';
import { getDefinition } from './known-runs.js';

/**
 * A stop is one person's, whatever run it was said in: every run of the person and of the family takes it over in the same
 * statement, ended ones too. It ends in all runs of the person at once; in a relative's only where nobody said it there.
 */
export async function spreadStop(door: Door, batch: Batch, part: Part, act: Act): Promise<void> {
  if (act.type === 'family-joined') return joinInStop(door, batch, act.at);
  const repeated = repeatedIn(act, part);
  if (!repeated) return;
  const { personId, rehearsal } = part.run;
  for (const { samePerson, ...run } of await listLinkedRuns(door.db.sql, { personId, rehearsal })) {
    if (run.id === part.run.id) continue;
    const known = batch.parts.get(run.id);
    const linked = known ?? { definition: await getDefinition(door, run), run, entries: [] };
    const { originStop } = linked.run.state;
    const isOwn = originStop !== undefined && originStop.role !== 'system';
    if (repeated.type === 'origin-lift-decided' && isOwn && !samePerson) continue;
    const applied = apply(linked.definition, linked.run.state, repeated);
    // It stands there already, or was never there.
    if (!applied.ok) continue;
    batch.parts.set(run.id, linked);
    const actId = `${repeated.type}/${part.run.id}/${part.run.state.seq}/${run.id}`;
    await append(door, linked, { actId, actor: SYSTEM }, repeated, applied);
  }
}

/** Whoever comes into a family of which somebody is stopped is stopped too, and the other way round. */
async function joinInStop(door: Door, { parts }: Batch, at: number): Promise<void> {
  const stopped = stopIn({ parts });
  if (!stopped) return;
  const act = { type: 'origin-stopped', at, role: 'system', reason: stopped.reason } as const;
  for (const part of parts.values()) {
    const applied = apply(part.definition, part.run.state, act);
    if (!applied.ok) continue;
    const actId = `origin-stopped/${part.run.id}/${applied.state.seq}`;
    await append(door, part, { actId, actor: SYSTEM }, act, applied);
  }
}

/** A stop that stands in one of the runs of a batch. */
function stopIn({ parts }: Batch): OriginStop | undefined {
  for (const { run } of parts.values()) if (run.state.originStop) return run.state.originStop;
  return undefined;
}

function repeatedIn(act: Act, { run }: Part): Act | undefined {
  const { at } = act;
  if (act.type === 'origin-stopped') return { ...act, role: 'system' };
  if (act.type === 'origin-lift-decided' && !run.state.originStop) {
    return { type: 'origin-lift-decided', at, role: 'system', lifts: true };
  }
  return undefined;
}

/** The stop a run must begin with, of somebody known from an earlier run or of a family. */
export async function stopToBegin(
  door: Door,
  batch: Batch,
  of: { readonly personId?: string | undefined; readonly rehearsal: boolean; readonly at: number },
): Promise<OriginStop | undefined> {
  const { personId, rehearsal, at } = of;
  const reason =
    stopIn(batch)?.reason ??
    (personId && (await findStandingStop(door.db.sql, { personId, rehearsal })));
  return reason ? { at, role: 'system', reason } : undefined;
}
