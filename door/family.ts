import { findFamily } from '../db/queries/family.js';
import { apply } from '../protocols/core/apply.js';
import { familySignature, nextFamilyAct, standingOf } from '../protocols/core/family.js';
import type { Standing } from '../protocols/language/family.js';
import { SYSTEM } from './acts.js';
import type { Door } from './door.js';
import { append, type Batch, type Part } from './entry-of.js';
import { getDefinition } from './known-runs.js';

/** More tellings than this by one act mean rules that chase each other; what is left is told with the next act. */
const MOST_TELLINGS = 100;

/** What the other runs of the family depend on, of a run that has one. */
export function signatureOf({ definition, run }: Part): string | undefined {
  return run.state.family && familySignature(definition, run.state);
}

/**
 * Tells every run of the family what an act of one of them changed, in the same batch: a departure that hangs on the
 * others is stopped at the moment one of them is. `before` is the signature before the act; where it is the same, no other
 * run is touched. Runs that are told nothing must still be where they were read: two members who act at once see each other.
 */
export async function settleFamily(
  door: Door,
  batch: Batch,
  part: Part,
  before: string | undefined,
): Promise<void> {
  const place = part.run.state.family;
  const at = part.last?.at;
  if (!place || at === undefined || before === signatureOf(part)) return;
  const members = await membersOf(door, batch, place.unit);
  members.set(place.member, part);
  for (let n = 0; n < MOST_TELLINGS; n += 1) {
    const views = [...members].map(([id, { definition, run }]) => ({
      id,
      definition,
      state: run.state,
    }));
    const next = nextFamilyAct(views, at);
    if (!next) return;
    const told = members.get(next.member)!;
    const applied = apply(told.definition, told.run.state, next.act);
    if (!applied.ok) throw new Error(`News of the family was refused: ${applied.refusal.code}`);
    const actId = `family/${applied.state.seq}`;
    await append(door, told, { actId, actor: SYSTEM }, next.act, applied);
  }
}

/** The runs of a family as they stand in the batch, by member; those that were not in it are from now on. */
export async function membersOf(
  door: Door,
  { parts }: Batch,
  unit: string,
): Promise<Map<string, Part>> {
  const members = new Map<string, Part>();
  for (const { member, ...run } of await findFamily(door.db.sql, unit)) {
    let part = parts.get(run.id);
    if (!part) {
      part = { definition: await getDefinition(door, run), run, entries: [] };
      parts.set(run.id, part);
    }
    members.set(member, part);
  }
  return members;
}

/** How each of these runs stands now. */
export function standingsOf(members: ReadonlyMap<string, Part>): Record<string, Standing> {
  return Object.fromEntries(
    [...members].map(([id, { definition, run }]) => [id, standingOf(definition, run.state)]),
  );
}
