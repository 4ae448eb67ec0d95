import { findRun } from '../db/queries/find-run.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Door, KnownRun } from './door.js';

/** The run as stored, remembered for the next act. */
export async function rememberRun(door: Door, runId: string): Promise<KnownRun | undefined> {
  const run = await findRun(door.db.sql, runId);
  if (run) door.runs.set(runId, run);
  return run;
}

/** The definition a run follows. Throws when its version is not in the database. */
export async function getDefinition(
  door: Door,
  run: { protocol: string; version: number; pack: string | null },
): Promise<Definition> {
  const { protocol, version, pack } = run;
  const definition =
    pack === null
      ? await door.definitions.find(protocol, version)
      : await door.packs.findVariant(protocol, version, pack);
  if (definition) return definition;
  const under = pack === null ? '' : ` under pack ${pack}`;
  throw new Error(`Protocol ${protocol} version ${version}${under} is not in the database`);
}
