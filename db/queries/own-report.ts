import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { history } from '../schema/history.js';

/** Reports of an event by one institution in a run, newest first. */
export async function listOwnReports(
  db: Database,
  of: { run: string; event: string; institution: string },
): Promise<{ seq: number; at: Date }[]> {
  return db.orm
    .select({ seq: history.seq, at: history.at })
    .from(history)
    .where(
      and(
        eq(history.runId, of.run),
        sql`${history.act}->>'type' = 'event-reported'`,
        sql`${history.act}->>'event' = ${of.event}`,
        sql`${history.actor}->>'institution' = ${of.institution}`,
      ),
    )
    .orderBy(desc(history.seq));
}
