import { listKeysToRewrap, replacePersonKeys } from '../db/queries/person-keys.js';
import {
  listSealedSecrets,
  replaceSealedSecret,
  SEALED_SECRETS,
} from '../db/queries/sealed-secrets.js';
import type { Door } from './door.js';

const BATCH = 200;

/** What a rotation did. `left` changed while it was read and is done by the next one. */
export interface RotationReport {
  readonly persons: number;
  readonly secrets: number;
  readonly left: number;
}

/**
 * Wraps the keys of persons and seals the secrets of accounts under the keys that are now first. Reading and writing go on
 * meanwhile: every row names the key it is under. May be broken off and begun again. Rejects where an old key is missing.
 */
export async function rotateKeys(
  { db, vault }: Pick<Door, 'db' | 'vault'>,
  tell: (persons: number) => void = () => {},
): Promise<RotationReport> {
  const { sql } = db;
  let persons = 0;
  let left = 0;
  let after = '';
  for (;;) {
    const rows = await listKeysToRewrap(sql, {
      current: vault.currentNames(),
      after,
      limit: BATCH,
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      const now = await vault.rewrap(row.personId, row);
      if (now && (await replacePersonKeys(sql, row, now))) persons += 1;
      else left += 1;
    }
    after = rows.at(-1)!.personId;
    tell(persons);
  }
  let secrets = 0;
  for (const kind of SEALED_SECRETS) {
    for (const { key, sealed } of await listSealedSecrets(sql, kind)) {
      if (vault.isCurrent(sealed)) continue;
      const place = `${kind.place}${key}`;
      const now = vault.protect(vault.reveal(sealed, place), place);
      await replaceSealedSecret(sql, kind, { key, was: sealed, sealed: now });
      secrets += 1;
    }
  }
  return { persons, secrets, left };
}
