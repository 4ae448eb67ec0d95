import type postgres from 'postgres';

/** A statement's connection: the pool or a transaction. */
type Sql = postgres.Sql | postgres.TransactionSql;

/** One data key of one person. */
export interface DataKey {
  readonly personId: string;
  readonly compartment: string;
}

/**
 * Destroys data keys and writes down that it was done. A person whose last key goes has no row any more. Runs inside the
 * caller's transaction; what was destroyed before stays so.
 */
export async function destroyKeys(
  sql: Sql,
  keys: readonly DataKey[],
  measureId: string | null,
): Promise<void> {
  if (keys.length === 0) return;
  const given = JSON.stringify(keys);
  await sql`
    INSERT INTO key_destructions (person_id, compartment, measure_id)
    SELECT "personId", compartment, ${measureId} FROM json_to_recordset(${given}::text::json) AS k("personId" text, compartment text)
    ON CONFLICT DO NOTHING`;
  await emptyDestroyed(
    sql,
    keys.map(({ personId }) => personId),
  );
}

/** Makes the keys whose destruction is written down be gone, of some persons or, after a restore, of all. */
export async function emptyDestroyed(sql: Sql, persons?: readonly string[]): Promise<void> {
  const only = persons ? sql`AND k.person_id = ANY(${persons as string[]})` : sql``;
  await sql`
    UPDATE person_keys k SET
      identity = CASE WHEN d.gone @> '{identity}' THEN ''::bytea ELSE k.identity END,
      contact = CASE WHEN d.gone @> '{contact}' THEN ''::bytea ELSE k.contact END,
      protection = CASE WHEN d.gone @> '{protection}' THEN ''::bytea ELSE k.protection END
    FROM (SELECT person_id, array_agg(compartment) AS gone FROM key_destructions GROUP BY person_id) d
    WHERE d.person_id = k.person_id ${only}`;
  // Nobody is found by a number whose answers can be read by nobody.
  await sql`
    DELETE FROM document_keys k USING key_destructions d
    WHERE d.person_id = k.person_id AND d.compartment = 'identity' ${only}`;
  const mine = persons ? sql`AND person_id = ANY(${persons as string[]})` : sql``;
  await sql`DELETE FROM person_keys WHERE identity = '' AND contact = '' AND protection = '' ${mine}`;
}
