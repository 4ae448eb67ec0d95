import { desc, eq, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database } from '../client.js';
import { accessTokens } from '../schema/access-tokens.js';
import { readingAlarms } from '../schema/reading-alarms.js';
import { users } from '../schema/users.js';

/** Cases listed with an alarm. */
const MOST_CASES = 200;
const MOST = 100;

/** One case an account opened on a day. */
export interface Reading {
  readonly account: string;
  readonly institution: string;
  /** Role of the access: a case lead reads more than an officer. */
  readonly access: string;
  readonly run: string;
  /** Days ago; 0 are the last 24 hours. */
  readonly day: number;
  /** The institution had a task in the case around then, or leads it. */
  readonly related: boolean;
}

const OPENINGS = `
  SELECT account, institution_id, access, run_id, opened_at FROM answer_openings
  UNION ALL SELECT account, institution_id, access, run_id, opened_at FROM share_openings
  UNION ALL SELECT account, institution_id, access, run_id, opened_at FROM case_openings`;

/** Institutions somebody of which opened a case in the last `days` days. */
export async function listReadingInstitutions(sql: postgres.Sql, days: number): Promise<string[]> {
  const rows = await sql.unsafe<{ institution: string }[]>(
    `SELECT DISTINCT institution_id AS institution FROM (${OPENINGS}) AS o
     WHERE opened_at > clock_timestamp() - make_interval(days => $1) ORDER BY 1`,
    [days],
  );
  return rows.map(({ institution }) => institution);
}

/**
 * Which cases each account of an institution opened on which of the last `days` days; rehearsals do not count. `related`: the
 * institution had a task in the case in the week before, or started or leads it; looked up for the last `recent` days only.
 */
export async function listReadings(
  sql: postgres.Sql,
  of: { readonly institution: string; readonly days: number; readonly recent: number },
): Promise<Reading[]> {
  const rows = await sql.unsafe<Reading[]>(
    `WITH by_day AS (
       SELECT account, institution_id, coalesce(access, '') AS access, run_id, max(opened_at) AS last_at,
         floor(extract(epoch FROM clock_timestamp() - opened_at) / 86400)::int AS day
       FROM (${OPENINGS}) AS o
       WHERE institution_id = $1 AND opened_at > clock_timestamp() - make_interval(days => $2)
       GROUP BY 1, 2, 3, 4, 6
     )
     SELECT b.account, b.institution_id AS institution, b.access, b.run_id AS run, b.day,
       (b.day >= $3 OR r.started_by = b.institution_id OR leads_run(b.run_id, b.institution_id) OR EXISTS (
         SELECT FROM steps s WHERE s.run_id = b.run_id AND s.institution_id = b.institution_id AND s.opened_at <= b.last_at
           AND coalesce(s.closed_at, 'infinity') > b.last_at - interval '7 days'
       )) AS related
     FROM by_day b JOIN runs r ON r.id = b.run_id AND NOT r.rehearsal`,
    [of.institution, of.days, of.recent],
  );
  return rows.map((row) => ({ ...row }));
}

/** Raises an alarm unless one about the account was raised within a week; true when it was. */
export async function raiseReadingAlarm(
  sql: postgres.Sql,
  of: {
    readonly id: string;
    readonly account: string;
    readonly institution: string;
    readonly access: string;
    readonly cases: readonly { readonly run: string; readonly related: boolean }[];
    readonly usual: number;
    readonly unrelated: number;
  },
): Promise<boolean> {
  const cases = JSON.stringify(of.cases.slice(0, MOST_CASES));
  const [row] = await sql<{ raised: boolean }[]>`
    SELECT raise_reading_alarm(${of.id}, ${of.account}, ${of.institution}, ${of.access}, ${of.cases.length},
      ${Math.round(of.usual)}, ${of.unrelated}, ${cases}::text::json) AS raised`;
  return row?.raised ?? false;
}

export type ReadingAlarm = typeof readingAlarms.$inferSelect & { readonly name: string | null };

/** The alarms row security shows whoever asks, newest first, at most a hundred. */
export async function listReadingAlarms(db: Database): Promise<ReadingAlarm[]> {
  const rows = await db.orm
    .select({
      alarm: readingAlarms,
      name: sql<string | null>`coalesce(${users.displayName}, ${accessTokens.label})`,
    })
    .from(readingAlarms)
    .leftJoin(users, eq(users.id, readingAlarms.account))
    .leftJoin(accessTokens, eq(accessTokens.id, readingAlarms.account))
    .orderBy(desc(readingAlarms.at), readingAlarms.id)
    .limit(MOST);
  return rows.map(({ alarm, name }) => ({ ...alarm, name }));
}
