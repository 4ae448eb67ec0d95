import type { Queryable } from './queryable.js';

/** Enters which table of permissions is in force, unless it is the one entered last. */
export async function notePolicy(sql: Queryable, digest: string): Promise<void> {
  await sql.unsafe(
    `INSERT INTO log_changes (what, how, content)
     SELECT 'policy', 'in-force', json_build_object('digest', $1::text)
     WHERE $1 IS DISTINCT FROM (SELECT content->>'digest' FROM log_changes WHERE what = 'policy' ORDER BY id DESC LIMIT 1)`,
    [digest],
  );
}
