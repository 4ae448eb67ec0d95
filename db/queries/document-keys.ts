import type postgres from 'postgres';
import type { StoredRun } from './find-run.js';

/** The sealed key of keyed hashes of this name: the one that is there, or the given one, which then is. */
export async function keepSearchKey(sql: postgres.Sql, id: string, fresh: string): Promise<string> {
  await sql`INSERT INTO search_keys (id, sealed) VALUES (${id}, ${fresh}) ON CONFLICT DO NOTHING`;
  const [row] = await sql<{ sealed: string }[]>`SELECT sealed FROM search_keys WHERE id = ${id}`;
  if (!row) throw new Error('A key of keyed hashes was not kept');
  return row.sealed;
}

/** Open real runs of the persons one of whose document numbers has this hash. */
export async function listRunsByDocument(sql: postgres.Sql, hash: Buffer): Promise<StoredRun[]> {
  const rows = await sql<(Omit<StoredRun, 'state'> & { state: string })[]>`
    SELECT r.id, r.protocol, r.version, r.pack, r.person_id AS "personId", r.started_by AS "startedBy", r.rehearsal,
      r.state::text AS state
    FROM document_keys d JOIN runs r ON r.person_id = d.person_id
    WHERE d.hash = ${hash} AND NOT r.rehearsal AND r.ended_at IS NULL ORDER BY r.id LIMIT 20`;
  return rows.map((row) => ({ ...row, state: JSON.parse(row.state) as StoredRun['state'] }));
}

/** How often may be searched, by an account within an hour and by an institution within a day. */
export interface SearchLimits {
  readonly account: number;
  readonly institution: number;
}

/**
 * Enters a search before it is made; false when the account or the institution has searched too often, and then nothing
 * is entered. The institution's searches wait for each other, so that many at once are counted too.
 */
export async function enterSearch(
  sql: postgres.Sql,
  of: { institution: string; account: string; purpose: string },
  limits: SearchLimits,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext(${`document-search/${of.institution}`}))`;
    const rows = await tx`
      INSERT INTO document_searches (institution_id, account, purpose)
      SELECT ${of.institution}, ${of.account}, ${of.purpose}
      WHERE (SELECT count(*) FROM document_searches WHERE institution_id = ${of.institution} AND account = ${of.account}
          AND at > clock_timestamp() - interval '1 hour') < ${limits.account}
        AND (SELECT count(*) FROM document_searches WHERE institution_id = ${of.institution}
          AND at > clock_timestamp() - interval '1 day') < ${limits.institution}
      RETURNING id`;
    return rows.length > 0;
  });
}
