import type postgres from 'postgres';

/** A person's wrapped data keys. */
export interface PersonKeysRow {
  readonly wrappedBy: string;
  readonly identity: Buffer;
  readonly contact: Buffer;
  readonly protection: Buffer;
}

/** The wrapped keys of a person; undefined for an unknown or erased one. */
export async function findPersonKeys(
  sql: postgres.Sql,
  personId: string,
): Promise<PersonKeysRow | undefined> {
  const [row] = await sql.unsafe<PersonKeysRow[]>(
    `SELECT wrapped_by AS "wrappedBy", identity, contact, protection FROM person_keys WHERE person_id = $1`,
    [personId],
    { prepare: true },
  );
  return row;
}
