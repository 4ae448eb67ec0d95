import { addCaseOpening } from '../../db/queries/case-openings.js';
import type { OpenRun } from './open-run.js';

/** Sealed texts of a case besides answers and packets. */
export type CaseText = 'draft' | 'files' | 'request' | 'reason';

/**
 * Records, before they are shown, that texts of a case are read by somebody who did not write them; what a person wrote
 * themselves is no reading. `authors` are the opaque ids of who wrote them.
 */
export async function noteReading(
  { context, run, access }: OpenRun,
  what: CaseText,
  which: string,
  authors: readonly (string | null | undefined)[],
): Promise<void> {
  if (authors.every((author) => author === access.account)) return;
  const { institution: institutionId, account, role } = access;
  const reader = { institutionId, account, access: role };
  await addCaseOpening(context.door.db, { runId: run.id, what, which, ...reader });
}
