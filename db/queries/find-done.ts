import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { notCutOff } from './origin-stops.js';

/** A step an institution answered. Instants are epoch milliseconds. */
export interface DoneStep extends Record<string, unknown> {
  readonly run: string;
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
  readonly outcome: string;
  /** `signed` waits for the signature of somebody else. */
  readonly status: 'signed' | 'closed';
  readonly dueAt: number | null;
  /** When the step closed; for one that waits for other signatures, when this institution signed. */
  readonly doneAt: number;
}

export interface DonePosition {
  readonly doneAt: number;
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
}

/** Steps an institution answered, newest first; none that silence answered. */
export async function findDone(
  db: Database,
  question: {
    readonly institution: string;
    readonly runPrefix?: string;
    readonly rehearsals: boolean;
    readonly after?: DonePosition;
    readonly limit: number;
  },
): Promise<DoneStep[]> {
  const { institution, runPrefix, rehearsals, after, limit } = question;
  const ms = (value: ReturnType<typeof sql>) =>
    sql`floor(extract(epoch FROM ${value}) * 1000)::float8`;
  // The latest act of the institution on this opening: an interim result comes before the one that closes.
  const signedAt = sql`(SELECT max(h.at) FROM history h WHERE h.run_id = s.run_id AND h.act->>'type' = 'step-completed'
    AND h.act->>'step' = s.step AND (h.act->>'opening')::int = s.opening AND h.act->>'role' = s.role)`;
  const rows = await db.orm.execute<DoneStep>(sql`
    SELECT * FROM (
      SELECT s.run_id AS run, r.protocol, r.version, r.pack, s.step, s.opening, s.role, s.outcome, s.status,
        ${ms(sql`s.due_at`)} AS "dueAt", ${ms(sql`coalesce(s.closed_at, ${signedAt})`)} AS "doneAt"
      FROM steps s JOIN runs r ON r.id = s.run_id
      WHERE s.institution_id = ${institution} AND s.status IN ('signed', 'closed') AND NOT s.by_silence
        AND s.outcome IS NOT NULL AND r.rehearsal = ${rehearsals} AND ${notCutOff(sql`s.run_id`, institution)}
        AND ${runPrefix === undefined ? sql`true` : sql`starts_with(s.run_id, ${runPrefix})`}
    ) AS done
    WHERE ${
      after
        ? sql`("doneAt", run, step, opening, role) < (${after.doneAt}::float8, ${after.run}, ${after.step}, ${after.opening}::int, ${after.role})`
        : sql`true`
    }
    ORDER BY "doneAt" DESC, run DESC, step DESC, opening DESC, role DESC LIMIT ${limit}`);
  return [...rows];
}
