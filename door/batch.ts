import type { RunWrite } from '../db/queries/write-acts.js';
import type { Act } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Refused } from './acts.js';
import { carryOn, type Entered } from './carry-on.js';
import type { Door, KnownRun } from './door.js';
import { append, type Batch, type Entering, type Part, runWrite } from './entry-of.js';
import { settleFamily, signatureOf } from './family.js';
import { spreadStop } from './origin-stop.js';

/** Adds a run that begins to the batch, and tells its family of it. */
export async function begin(door: Door, batch: Batch, part: Part): Promise<void> {
  batch.parts.set(part.run.id, part);
  await settleFamily(door, batch, part, undefined);
}

/** A batch around one run; further runs join as its acts reach them. */
export function createBatch(definition: Definition, run: KnownRun): Batch {
  return { parts: new Map([[run.id, { definition, run, entries: [] }]]) };
}

/** The run of a batch with this id. Throws when it is not in the batch. */
export function getPart(batch: Batch, runId: string): Part {
  const part = batch.parts.get(runId);
  if (part) return part;
  throw new Error('A run is not in its batch');
}

/**
 * Enters an act into a run of the batch, with everything it brings about in other runs: the run that carries on when
 * this one is continued under another protocol, and what the family's other runs are told. A refusal leaves the batch as
 * it was.
 */
export async function enter(
  door: Door,
  batch: Batch,
  runId: string,
  request: Entering,
  act: Act,
): Promise<Entered | Refused> {
  const part = getPart(batch, runId);
  const before = part.run.state;
  const signature = signatureOf(part);
  const applied = apply(part.definition, before, act);
  if (!applied.ok) return applied;
  if (!before.ending && applied.state.ending?.continues) {
    const { entered, next } = await carryOn(door, { part, before, request, act, applied });
    // The others are told twice: that the person left their way, and that they are on it again if they are.
    await settleFamily(door, batch, part, signature);
    if (next) await begin(door, batch, next);
    return entered;
  }
  await append(door, part, request, act, applied);
  await spreadStop(door, batch, part, act);
  await settleFamily(door, batch, part, signature);
  return { ok: true, act, state: applied.state, effects: applied.effects };
}

/** The batch as the one statement takes it. */
export function writesOf({ parts }: Batch): RunWrite[] {
  const [first] = parts.keys();
  const group = parts.size > 1 && first !== undefined ? { group: first } : {};
  return [...parts.values()].map((part) => ({ ...runWrite(part), ...group }));
}

/** After a write: what was written is remembered, what lost is read anew. */
export function rememberBatch(door: Door, { parts }: Batch, written: ReadonlySet<string>): void {
  for (const [id, { run }] of parts) {
    if (written.has(id)) door.runs.set(id, run);
    else door.runs.delete(id);
  }
}
