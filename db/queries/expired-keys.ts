import type { Database } from '../client.js';
import { destroyKeys } from './destroy-keys.js';

/** How many days after the end of a person's last run each key is kept. */
export interface Retention {
  readonly contact: number;
  readonly protection: number;
  readonly identity: number;
}

/**
 * Destroys the keys whose time is over, of at most `limit` persons: every run of the person has ended that long ago and
 * no hold is in force. Returns how many keys; none when there is nothing left to do. `now` is the database's unless given.
 */
export async function destroyExpiredKeys(
  db: Database,
  keep: Retention,
  of: { readonly limit: number; readonly now?: Date },
): Promise<number> {
  const now = of.now ?? null;
  return db.sql.begin(async (sql) => {
    const rows = await sql<{ personId: string; compartment: string }[]>`
      WITH ended AS (
        SELECT k.person_id, max(r.ended_at) AS at FROM person_keys k JOIN runs r ON r.person_id = k.person_id
        GROUP BY k.person_id HAVING bool_and(r.ended_at IS NOT NULL)
      ),
      due AS (
        SELECT e.person_id, c.compartment
        FROM ended e JOIN person_keys k ON k.person_id = e.person_id CROSS JOIN (VALUES
          ('contact', ${keep.contact}::int), ('protection', ${keep.protection}::int), ('identity', ${keep.identity}::int)
        ) AS c(compartment, days)
        WHERE e.at + make_interval(days => c.days) < coalesce(${now}::timestamptz, clock_timestamp())
          AND CASE c.compartment WHEN 'contact' THEN k.contact WHEN 'protection' THEN k.protection ELSE k.identity END <> ''
          AND NOT EXISTS (SELECT FROM held_persons h WHERE h.person_id = e.person_id)
      ),
      locked AS (
        SELECT person_id FROM person_keys WHERE person_id IN (SELECT person_id FROM due)
        ORDER BY person_id LIMIT ${of.limit} FOR UPDATE SKIP LOCKED
      )
      SELECT person_id AS "personId", compartment FROM due WHERE person_id IN (SELECT person_id FROM locked)`;
    await destroyKeys(sql, rows, null);
    return rows.length;
  });
}
