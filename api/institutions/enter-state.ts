import { setInstitutionState } from '../../db/queries/institutions.js';
import { sitsAbroad } from '../../protocols/language/corridor.js';
import { refusal } from '../../protocols/refusals.js';
import type { Access } from '../auth/access.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { refused } from '../errors.js';

/**
 * Enters whose authority a consulate or ministry is; null takes it back. It holds at once for every run: who it is bound to is not
 * changed, and their leads are told. Throws for an institution that is not in the directory, and for one that is of where it sits.
 */
export async function enterState(
  context: ApiContext,
  access: Access,
  { institution, ofState }: { readonly institution: string; readonly ofState: string | null },
): Promise<void> {
  // The log keeps what was entered.
  const { db, directory } = within(context, access).door;
  await directory.reload();
  const known = directory.find(institution);
  if (!known) throw refused(refusal('institution-unknown', { institution }));
  if (!sitsAbroad(known)) {
    throw refused(refusal('state-by-place', { institution, country: known.country }));
  }
  await setInstitutionState(db, institution, ofState);
  await directory.reload();
}
