import { type SQL, sql } from 'drizzle-orm';
import type { ManifestLine } from '../../protocols/core/acts.js';
import type { SeatStatus } from '../../protocols/core/state.js';
import type { SeatList } from '../../protocols/language/seat.js';
import type { Database } from '../client.js';
import { type RunScope, visibleTo } from './visible-runs.js';

/** A group operation as lists show it. Instants are epoch milliseconds. */
export interface ListedOperation extends Record<string, unknown> {
  readonly id: string;
  readonly protocol: string;
  readonly version: number;
  /** `id@version` of the pack it is under. */
  readonly pack: string | null;
  readonly rehearsal: boolean;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly purpose: string;
  readonly capacity: number;
  readonly departsAt: number | null;
  readonly latestAt: number | null;
  readonly point: string | null;
  readonly seating: boolean;
}

const ms = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
const COLUMNS = sql`r.id, r.protocol, r.version, r.pack, r.rehearsal, ${ms('r.started_at')} AS "startedAt", ${ms('r.ended_at')} AS "endedAt",
  o.purpose, o.capacity, ${ms('o.departs_at')} AS "departsAt", ${ms('o.latest_at')} AS "latestAt", o.point, o.seating`;

/** Visible operations, newest first, after the given position. */
export async function listOperations(
  db: Database,
  scope: RunScope,
  page: {
    readonly ended?: boolean;
    readonly after?: { readonly startedAt: number; readonly id: string };
    readonly limit: number;
  },
): Promise<ListedOperation[]> {
  const { ended, after, limit } = page;
  const conditions = [visibleTo(scope)];
  if (ended !== undefined) conditions.push(sql`(r.ended_at IS NOT NULL) = ${ended}`);
  if (after) {
    conditions.push(
      sql`(r.started_at, r.id) < (to_timestamp(${after.startedAt}::float8 / 1000), ${after.id})`,
    );
  }
  const rows = await db.orm.execute<ListedOperation>(sql`
    SELECT ${COLUMNS} FROM operations o JOIN runs r ON r.id = o.run_id WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY r.started_at DESC, r.id DESC LIMIT ${limit}`);
  return [...rows];
}

/** The declaration of one operation, visible or not; undefined when there is none with this id. */
export async function findOperation(
  db: Database,
  id: string,
): Promise<ListedOperation | undefined> {
  const [row] = await db.orm.execute<ListedOperation>(
    sql`SELECT ${COLUMNS} FROM operations o JOIN runs r ON r.id = o.run_id WHERE r.id = ${id}`,
  );
  return row;
}

/** A line with how it stands to who asks. */
export interface LineRecord extends Record<string, unknown> {
  readonly run: string;
  readonly list: SeatList;
  readonly status: SeatStatus;
  readonly corrections: number;
  /** The person's run may be read. */
  readonly visible: boolean;
}

/** The line was sent to the institution with the act that took the seat. */
const sentTo = (institution: string, run: SQL, seq: SQL) =>
  sql`EXISTS (SELECT 1 FROM releases x WHERE x.run_id = ${run} AND x.seq = ${seq} AND x.institution_id = ${institution}
    AND x.state IN ('released', 'acknowledged'))`;

/**
 * The lines of an operation, in order of list and run. With `onlySent` those alone that were sent to the asking
 * institution: a share that was suppressed or withheld hides the line.
 */
export async function listLineRecords(
  db: Database,
  operation: string,
  scope: RunScope,
  onlySent: boolean,
): Promise<LineRecord[]> {
  const sent = onlySent ? sentTo(scope.institution, sql`e.run_id`, sql`e.seq`) : sql`true`;
  const rows = await db.orm.execute<LineRecord>(sql`
    SELECT e.run_id AS run, e.list, e.status, e.corrections,
      EXISTS (SELECT 1 FROM runs r WHERE r.id = e.run_id AND ${visibleTo(scope)}) AS visible
    FROM manifest_entries e WHERE e.operation_id = ${operation} AND ${sent} ORDER BY e.list, e.run_id`);
  return [...rows];
}

/** A version of a list as it was sent. */
export interface VersionRecord {
  readonly version: number;
  readonly frozenAt: number;
  readonly lines: readonly ManifestLine[];
}

interface VersionRow extends Record<string, unknown> {
  version: number;
  frozenAt: number;
  lines: readonly ManifestLine[] | null;
}

/** The versions of a list, oldest first; with `onlySent` only the lines that were sent to the asking institution. */
export async function listVersions(
  db: Database,
  operation: string,
  institution: string,
  onlySent: boolean,
): Promise<VersionRecord[]> {
  const sent = onlySent ? sentTo(institution, sql`l.run`, sql`l.seq`) : sql`true`;
  const rows = await db.orm.execute<VersionRow>(sql`
    SELECT v.version, ${ms('v.frozen_at')} AS "frozenAt",
      (SELECT json_agg(json_build_object('run', l.run, 'seq', l.seq, 'list', l.list, 'corrections', l.corrections) ORDER BY l.run)
       FROM json_to_recordset(v.lines) AS l(run text, seq int, list text, corrections int) WHERE ${sent}) AS lines
    FROM manifest_versions v WHERE v.operation_id = ${operation} ORDER BY v.version`);
  return rows.map(({ version, frozenAt, lines }) => ({ version, frozenAt, lines: lines ?? [] }));
}
