import { findPersonKeys } from '../../db/queries/person-keys.js';
import type { Door } from '../../door/door.js';
import { getPersonKeys } from '../../door/sealed-answers.js';
import type { PersonKeys } from '../../platform/vault/vault.js';
import { ProblemError } from '../errors.js';

/** The data keys of a person. Throws `data-erased` once they were destroyed, whatever is still remembered here. */
export async function openPersonKeys(door: Door, personId: string): Promise<PersonKeys> {
  if (!(await findPersonKeys(door.db.sql, personId))) {
    door.keys.delete(personId);
    throw new ProblemError('data-erased');
  }
  return getPersonKeys(door, personId);
}
