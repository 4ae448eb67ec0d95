import {
  type FollowedVersion,
  listActsBefore,
  listFollowed,
} from '../../db/queries/log/followed.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import type { Door } from '../../door/door.js';
import { getDefinition } from '../../door/known-runs.js';
import { fold } from '../../protocols/core/fold.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { gateNamed, gatesOf, passageOf } from '../leaf/gates.js';
import type { Values } from '../leaf/leaf.js';
import type { ActRow } from '../leaf/values.js';

/** What a leaf says beyond its own row: which version the run follows, and what it passed with which facts holding. */
export type MoreValues = (row: ActRow) => Promise<Values>;

/** Prepares what is asked of acts of these runs, as the transaction sees them. */
export async function readPassages(
  door: Door,
  tx: Queryable,
  runs: readonly string[],
): Promise<MoreValues> {
  const followed = new Map((await listFollowed(tx, runs)).map((row) => [row.run, row]));
  return async (row) => {
    const version = followed.get(row.run);
    if (!version) return {};
    const passed = await passage(door, tx, version, row);
    return row.seq === 1 ? { ...passed, definition: canonicalJson(versionOf(version)) } : passed;
  };
}

function versionOf({ protocol, version, pack, digest }: FollowedVersion) {
  return { protocol, version, pack, digest };
}

/** `null` where the run cannot be folded: the log goes on, and whoever verifies is told. */
async function passage(
  door: Door,
  tx: Queryable,
  version: FollowedVersion,
  { run, seq, act }: ActRow,
): Promise<Values> {
  try {
    const definition = await getDefinition(door, version);
    if (gateNamed(gatesOf(definition), act) === undefined) return {};
    const before = fold(definition, await listActsBefore(tx, run, seq));
    return { gate: canonicalJson(passageOf(definition, before, act)) };
  } catch {
    return { gate: canonicalJson(null) };
  }
}
