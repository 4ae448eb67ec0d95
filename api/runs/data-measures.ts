import { createHash } from 'node:crypto';
import {
  addDataMeasure,
  type DataMeasure,
  decideDataMeasure,
  listDataMeasures,
  type MeasureGround,
  type MeasureKind,
  type MeasureObstacle,
} from '../../db/queries/data-measures.js';
import { type ApiErrorCode, ProblemError } from '../errors.js';
import type { OpenRun } from './open-run.js';

const HALF_A_YEAR = 183;
const DAY = 86_400_000;

const REFUSED: Readonly<Record<MeasureObstacle, ApiErrorCode>> = {
  unknown: 'measure-unknown',
  decided: 'measure-decided',
  'same-account': 'measure-own',
  held: 'data-held',
  'run-open': 'data-in-use',
};

/** What was asked and decided about the data of the run's person. */
export function dataMeasuresOf({ context, run }: OpenRun): Promise<DataMeasure[]> {
  return listDataMeasures(context.door.db, run.personId);
}

/**
 * Asks for a measure about the data of the run's person; nothing happens before somebody else decides. The same key again
 * asks for nothing more. A hold is looked at again after half a year.
 */
export async function askDataMeasure(
  { context, run, access }: OpenRun,
  key: string,
  { kind, ground }: { readonly kind: MeasureKind; readonly ground: MeasureGround },
): Promise<string> {
  const { db, clock } = context.door;
  const id = createHash('sha256')
    .update(`${access.account}/${run.id}/${key}`)
    .digest('hex')
    .slice(0, 32);
  const reviewOn = new Date(clock.now() + HALF_A_YEAR * DAY).toISOString().slice(0, 10);
  await addDataMeasure(db, {
    id,
    personId: run.personId,
    runId: run.id,
    kind,
    ground,
    reviewOn: kind === 'hold' ? reviewOn : null,
    askedInstitution: access.institution,
    askedAccount: access.account,
  });
  return id;
}

/** Decides a measure, and does what it says. Throws when it was decided, was asked by the same account, or must wait. */
export async function decideMeasure(
  { context, run, access }: OpenRun,
  id: string,
  decision: 'approved' | 'refused',
): Promise<void> {
  const { door } = context;
  const { institution, account, role } = access;
  const of = { id, personId: run.personId, decision, institution, account, role };
  const obstacle = await decideDataMeasure(door.db, of);
  if (obstacle) throw new ProblemError(REFUSED[obstacle]);
  door.keys.delete(run.personId);
}
