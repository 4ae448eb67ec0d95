import {
  findOperation,
  type LineRecord,
  type ListedOperation,
  listLineRecords,
  listVersions,
  type VersionRecord,
} from '../../db/queries/operations.js';
import { refusal } from '../../protocols/refusals.js';
import type { ApiContext } from '../context.js';
import { refused } from '../errors.js';
import { type Asking, type OpenRun, openRun } from './open-run.js';
import { scopeOf } from './scope.js';

/**
 * How much of the lines is shown. `lines`: institutions of the sending side, each line with the run they may read;
 * `pseudonyms`: monitors; `own`: institutions of the receiving side see the lines that were sent to them, nothing else.
 */
export type LineLevel = 'lines' | 'pseudonyms' | 'own';

/** A group operation as one access sees it. */
export interface OpenOperation extends OpenRun {
  readonly declared: ListedOperation;
  readonly lineLevel: LineLevel;
}

/** The operation a request names. Throws `operation-unknown` for a run that is none, as for one that may not be seen. */
export async function openOperation(
  context: ApiContext,
  asking: Asking,
  runId: string,
): Promise<OpenOperation> {
  const opened = await openRun(context, asking, runId, 'operation.read').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'run-unknown') return undefined;
    throw error;
  });
  const declared = opened && (await findOperation(context.door.db, runId));
  if (!opened || !declared) throw refused(refusal('operation-unknown'));
  return { ...opened, declared, lineLevel: lineLevelOf(opened) };
}

function lineLevelOf({ access, level }: OpenRun): LineLevel {
  if (access.role === 'monitor') return 'pseudonyms';
  return level === 'reserved' ? 'own' : 'lines';
}

/** The lines this access sees. */
export async function linesOf(opened: OpenOperation): Promise<LineRecord[]> {
  const { context, access, run, lineLevel } = opened;
  const scope = await scopeOf(context.door, access);
  return listLineRecords(context.door.db, run.id, scope, lineLevel === 'own');
}

/** The sent lists, each with the lines this access sees. */
export async function versionsOf(opened: OpenOperation): Promise<VersionRecord[]> {
  const { context, access, run, lineLevel } = opened;
  return listVersions(context.door.db, run.id, access.institution, lineLevel === 'own');
}
