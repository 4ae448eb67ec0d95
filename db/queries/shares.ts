import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Received } from '../../protocols/core/state.js';
import type { Database } from '../client.js';
import { releases } from '../schema/releases.js';
import { shareOpenings } from '../schema/share-openings.js';

export type ReleaseRecord = typeof releases.$inferSelect;

/** A share as the recipient's list shows it. Instants are epoch milliseconds. */
export interface ListedShare extends Record<string, unknown> {
  readonly run: string;
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
  readonly share: string;
  readonly step: string;
  readonly categories: string[];
  readonly state: 'released' | 'acknowledged';
  readonly releasedAt: number;
  readonly acknowledgeBy: number | null;
  readonly acknowledgedAt: number | null;
  /** That it was recalled and what was answered, as the state of the run has it. */
  readonly recall: Received['recall'] | null;
}

const OPEN_TO_RECIPIENT = ['released', 'acknowledged'] as const;

/** Packets released to an institution, newest first, after the given position. */
export async function listShares(
  db: Database,
  question: {
    readonly institution: string;
    readonly acknowledged?: boolean;
    readonly after?: { readonly releasedAt: number; readonly run: string; readonly share: string };
    readonly limit: number;
  },
): Promise<ListedShare[]> {
  const { institution, acknowledged, after, limit } = question;
  const epoch = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
  const sortAt = sql`coalesce(x.released_at, x.created_at)`;
  // Whole milliseconds: a cursor carries no finer instant.
  const sortMs = sql`floor(extract(epoch FROM ${sortAt}) * 1000)::float8`;
  const conditions = [
    sql`x.institution_id = ${institution}`,
    acknowledged === undefined
      ? sql`x.state IN ('released', 'acknowledged')`
      : sql`x.state = ${acknowledged ? 'acknowledged' : 'released'}`,
  ];
  if (after) {
    conditions.push(
      sql`(${sortMs}, x.run_id, x.share) < (${after.releasedAt}::float8, ${after.run}, ${after.share})`,
    );
  }
  const rows = await db.orm.execute<Omit<ListedShare, 'recall'> & { recall: string | null }>(sql`
    SELECT x.run_id AS run, r.protocol, r.version, r.pack, x.share, x.step, x.categories, x.state, ${sortMs} AS "releasedAt",
      ${epoch('x.acknowledge_by')} AS "acknowledgeBy", ${epoch('x.acknowledged_at')} AS "acknowledgedAt",
      (r.state -> 'received' -> x.share -> 'recall')::text AS recall
    FROM releases x JOIN runs r ON r.id = x.run_id WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY ${sortMs} DESC, x.run_id DESC, x.share DESC LIMIT ${limit}`);
  return rows.map((row) => ({
    ...row,
    recall: row.recall === null ? null : (JSON.parse(row.recall) as Received['recall']),
  })) as ListedShare[];
}

/** A share released to this institution; undefined for any other. */
export async function findShare(
  db: Database,
  of: { run: string; share: string; institution: string },
): Promise<ReleaseRecord | undefined> {
  const [row] = await db.orm
    .select()
    .from(releases)
    .where(
      and(
        eq(releases.runId, of.run),
        eq(releases.share, of.share),
        eq(releases.institutionId, of.institution),
        inArray(releases.state, OPEN_TO_RECIPIENT),
      ),
    );
  return row;
}

/** Shares of one opening of a step that were released to this institution in this role. */
export async function listSharesOfStep(
  db: Database,
  of: { run: string; step: string; opening: number; role: string; institution: string },
): Promise<ReleaseRecord[]> {
  return db.orm
    .select()
    .from(releases)
    .where(
      and(
        eq(releases.runId, of.run),
        eq(releases.step, of.step),
        eq(releases.opening, of.opening),
        eq(releases.toRole, of.role),
        eq(releases.institutionId, of.institution),
        inArray(releases.state, OPEN_TO_RECIPIENT),
      ),
    )
    .orderBy(asc(releases.share));
}

/** Records that somebody opened a packet. */
export async function addShareOpening(
  db: Database,
  row: { runId: string; share: string; institutionId: string; account: string; access: string },
): Promise<void> {
  await db.orm.insert(shareOpenings).values(row);
}

/** Every share of a run released to this institution, oldest first. */
export async function listSharesOfRun(
  db: Database,
  of: { run: string; institution: string },
): Promise<ReleaseRecord[]> {
  return db.orm
    .select()
    .from(releases)
    .where(
      and(
        eq(releases.runId, of.run),
        eq(releases.institutionId, of.institution),
        inArray(releases.state, OPEN_TO_RECIPIENT),
      ),
    )
    .orderBy(asc(releases.createdAt), asc(releases.share));
}
