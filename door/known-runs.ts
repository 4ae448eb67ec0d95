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
  run: { protocol: string; version: number },
): Promise<Definition> {
  const definition = await door.definitions.find(run.protocol, run.version);
  if (definition) return definition;
  throw new Error(`Protocol ${run.protocol} version ${run.version} is not in the database`);
}
