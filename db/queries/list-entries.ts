import { asc, eq } from 'drizzle-orm';
import type { Act } from '../../protocols/core/acts.js';
import type { Database } from '../client.js';
import { type Actor, history } from '../schema/history.js';

/** An act of a run with who did it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly actId: string;
  readonly act: Act;
  readonly actor: Actor;
  readonly at: Date;
  readonly recordedAt: Date;
}

/** The history of one run in order, without answers. */
export async function listEntries(db: Database, runId: string): Promise<HistoryEntry[]> {
  return db.orm
    .select({
      seq: history.seq,
      actId: history.actId,
      act: history.act,
      actor: history.actor,
      at: history.at,
      recordedAt: history.recordedAt,
    })
    .from(history)
    .where(eq(history.runId, runId))
    .orderBy(asc(history.seq));
}
