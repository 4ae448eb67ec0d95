import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { notices } from '../schema/notices.js';
import { runs } from '../schema/runs.js';

/** A notice a mailbox refused for good. */
export interface BouncedNotice {
  readonly reference: string;
  readonly kind: string;
  readonly institutionId: string;
  readonly level: string;
  readonly step: string | null;
  readonly createdAt: Date;
}

const { reference, kind, institutionId, level, step, createdAt } = notices;
const BOUNCED = { reference, kind, institutionId, level, step, createdAt };

/** Those of an institution of the last 30 days, newest first, at most fifty; rehearsals do not count. */
export async function listBouncedNotices(
  db: Database,
  institution: string,
): Promise<BouncedNotice[]> {
  return db.orm
    .select(BOUNCED)
    .from(notices)
    .innerJoin(runs, and(eq(runs.id, notices.runId), eq(runs.rehearsal, false)))
    .where(
      and(
        eq(notices.institutionId, institution),
        eq(notices.state, 'bounced'),
        sql`${notices.createdAt} > now() - interval '30 days'`,
      ),
    )
    .orderBy(desc(notices.createdAt), notices.reference)
    .limit(50);
}

/** Those of a run, in their order. */
export async function listBouncedOfRun(db: Database, run: string): Promise<BouncedNotice[]> {
  return db.orm
    .select(BOUNCED)
    .from(notices)
    .where(and(eq(notices.runId, run), eq(notices.state, 'bounced')))
    .orderBy(notices.seq, notices.n);
}
