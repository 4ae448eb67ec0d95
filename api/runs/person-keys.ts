import { findPersonKeys } from '../../db/queries/person-keys.js';
import type { Door } from '../../door/door.js';
import { getPersonKeys } from '../../door/sealed-answers.js';
import { COMPARTMENTS, type PersonKeys } from '../../platform/vault/vault.js';
import { ProblemError } from '../errors.js';

/** The data keys of a person. Throws `data-erased` once they were destroyed, whatever is still remembered here. */
export async function openPersonKeys(door: Door, personId: string): Promise<PersonKeys> {
  const row = await findPersonKeys(door.db.sql, personId);
  if (!row) {
    door.keys.delete(personId);
    throw new ProblemError('data-erased');
  }
  // Of somebody whose data was erased in part nothing is remembered: it could be more than is left.
  if (COMPARTMENTS.some((compartment) => row[compartment].length === 0)) {
    door.keys.delete(personId);
    return door.vault.open(personId, row);
  }
  return getPersonKeys(door, personId);
}
