import type { Act } from '../../../protocols/core/acts.js';
import type { Queryable } from './queryable.js';

/** Which protocol version a run follows, by the run's own row; `digest` as it is kept with the definition. */
export interface FollowedVersion {
  readonly run: string;
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
  readonly digest: string | null;
}

/** What these runs follow; a run that is not in the list of runs is left out. */
export async function listFollowed(
  tx: Queryable,
  runs: readonly string[],
): Promise<FollowedVersion[]> {
  const rows = await tx.unsafe<FollowedVersion[]>(
    `SELECT r.id AS run, r.protocol, r.version, r.pack, coalesce(v.digest, CASE WHEN r.pack IS NULL THEN d.digest END) AS digest
     FROM unnest($1::text[]) AS u(id) JOIN runs r ON r.id = u.id
     LEFT JOIN definitions d ON d.id = r.protocol AND d.version = r.version
     LEFT JOIN variants v ON v.protocol = r.protocol AND v.version = r.version AND v.pack = r.pack`,
    [runs as string[]],
    { prepare: true },
  );
  return rows.map((row) => ({ ...row }));
}

/** The acts of a run before a position, in order. */
export async function listActsBefore(tx: Queryable, run: string, seq: number): Promise<Act[]> {
  const rows = await tx.unsafe<{ act: string }[]>(
    'SELECT act::text AS act FROM history WHERE run_id = $1 AND seq < $2 ORDER BY seq',
    [run, seq],
    { prepare: true },
  );
  return rows.map(({ act }) => JSON.parse(act) as Act);
}
