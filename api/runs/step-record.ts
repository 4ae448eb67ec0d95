import { listStepRecords, type StepRecord } from '../../db/queries/find-step.js';
import type { Step } from '../../protocols/language/step.js';
import { refusal } from '../../protocols/refusals.js';
import { ProblemError, refused } from '../errors.js';
import type { OpenRun } from './open-run.js';
import { signerRoles } from './pick-role.js';

/**
 * The opening asked for, else the latest; of several roles of the institution, one that still must sign. Throws
 * `not-responsible`, or `opening-unknown` for an opening that never reached the institution.
 */
export async function getStepRecord(
  opened: OpenRun,
  step: Step,
  asked: { opening?: number | undefined; role?: string | undefined },
): Promise<StepRecord> {
  const { context, run, access } = opened;
  const of = { run: run.id, step: step.id, institution: access.institution };
  const records = await listStepRecords(context.door.db, of);
  const opening = asked.opening ?? records.at(-1)?.opening;
  const fits = records.filter(
    (record) =>
      record.opening === opening && (asked.role === undefined || record.role === asked.role),
  );
  const record = fits.find(isOpen) ?? fits[0];
  if (record) return record;
  if (records.length === 0 && signerRoles(opened, step).length === 0) {
    throw refused(refusal('not-responsible', { step: step.id }));
  }
  throw new ProblemError('opening-unknown');
}

/** Whether somebody can still answer it, now or once what is missing holds. */
export function isOpen({ status }: Pick<StepRecord, 'status'>): boolean {
  return status === 'open' || status === 'suspended';
}
