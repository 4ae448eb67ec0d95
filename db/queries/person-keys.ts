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

/** The keys of a person under their id. */
export interface PersonKeysOf extends PersonKeysRow {
  readonly personId: string;
}

/** Persons whose keys are not wrapped by `current`, in the order of their ids, after `after`. */
export async function listKeysToRewrap(
  sql: postgres.Sql,
  of: { readonly current: string; readonly after: string; readonly limit: number },
): Promise<PersonKeysOf[]> {
  return sql.unsafe<PersonKeysOf[]>(
    `SELECT person_id AS "personId", wrapped_by AS "wrappedBy", identity, contact, protection FROM person_keys
     WHERE wrapped_by <> $1 AND person_id > $2 ORDER BY person_id LIMIT $3`,
    [of.current, of.after, of.limit],
  );
}

/** Puts keys wrapped anew in place of those that were read; false when they changed or were destroyed meanwhile. */
export async function replacePersonKeys(
  sql: postgres.Sql,
  was: PersonKeysOf,
  now: PersonKeysRow,
): Promise<boolean> {
  const { count } = await sql`
    UPDATE person_keys SET wrapped_by = ${now.wrappedBy}, identity = ${now.identity}, contact = ${now.contact},
      protection = ${now.protection}
    WHERE person_id = ${was.personId} AND wrapped_by = ${was.wrappedBy} AND identity = ${was.identity}
      AND contact = ${was.contact} AND protection = ${was.protection}`;
  return count === 1;
}

/** How many persons' keys each name has wrapped. */
export async function countKeysByName(
  sql: postgres.Sql,
): Promise<{ wrappedBy: string; persons: number }[]> {
  return sql<{ wrappedBy: string; persons: number }[]>`
    SELECT wrapped_by AS "wrappedBy", count(*)::int AS persons FROM person_keys GROUP BY wrapped_by ORDER BY 2 DESC, 1`;
}
