import type { Queryable } from './queryable.js';

/** Enters which table of permissions is in force, unless it is the one entered last. */
export function notePolicy(sql: Queryable, digest: string): Promise<void> {
  return noteInForce(sql, 'policy', { digest });
}

/** Enters how fast an account may decide about persons, unless that was entered last: whoever loosens it is seen. */
export function notePace(sql: Queryable, limits: object): Promise<void> {
  return noteInForce(sql, 'series-limits', limits);
}

async function noteInForce(sql: Queryable, what: string, content: object): Promise<void> {
  await sql.unsafe(
    `INSERT INTO log_changes (what, how, content)
     SELECT $1, 'in-force', $2::text::json
     WHERE $2::text::jsonb IS DISTINCT FROM
       (SELECT content::jsonb FROM log_changes WHERE what = $1 ORDER BY id DESC LIMIT 1)`,
    [what, JSON.stringify(content)],
  );
}
