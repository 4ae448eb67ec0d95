import { and, asc, eq, sql } from 'drizzle-orm';
import { sayAsker } from '../asker.js';
import type { Database } from '../client.js';
import type { AccessRole } from '../schema/access-tokens.js';
import { dataMeasures } from '../schema/data-measures.js';
import { destroyKeys } from './destroy-keys.js';

export {
  MEASURE_GROUNDS,
  MEASURE_KINDS,
  type MeasureGround,
  type MeasureKind,
} from '../schema/data-measures.js';

export type DataMeasure = typeof dataMeasures.$inferSelect;

/** Why a measure cannot be decided as wanted. */
export type MeasureObstacle = 'unknown' | 'decided' | 'same-account' | 'held' | 'run-open';

const COMPARTMENTS = ['identity', 'contact', 'protection'] as const;

/** Adds what is asked for; false when the same id was added before. */
export async function addDataMeasure(
  db: Database,
  row: Omit<
    typeof dataMeasures.$inferInsert,
    'askedAt' | 'decision' | 'decidedAt' | 'decidedAccount' | 'decidedInstitution'
  >,
): Promise<boolean> {
  const added = await db.orm
    .insert(dataMeasures)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: dataMeasures.id });
  return added.length > 0;
}

/** What was asked and decided about the person, oldest first. */
export async function listDataMeasures(db: Database, personId: string): Promise<DataMeasure[]> {
  return db.orm
    .select()
    .from(dataMeasures)
    .where(eq(dataMeasures.personId, personId))
    .orderBy(asc(dataMeasures.askedAt), asc(dataMeasures.id));
}

/**
 * Decides a measure once, and with it does what it says: an approved erasure destroys all three keys in the same
 * transaction. Returns what stands in the way; then nothing is written.
 */
export async function decideDataMeasure(
  db: Database,
  of: {
    readonly id: string;
    readonly personId: string;
    readonly decision: 'approved' | 'refused';
    readonly institution: string;
    readonly account: string;
    readonly role: AccessRole;
  },
): Promise<MeasureObstacle | undefined> {
  return db.sql.begin(async (tx) => {
    const [measure] = await tx<{ kind: string; decision: string | null; by: string }[]>`
      SELECT kind, decision, asked_account AS by FROM data_measures
      WHERE id = ${of.id} AND person_id = ${of.personId} FOR UPDATE`;
    if (!measure) return 'unknown';
    if (measure.decision) return 'decided';
    if (measure.by === of.account) return 'same-account';
    if (measure.kind === 'erase' && of.decision === 'approved') {
      // Locked before it is looked whether a hold is in force: one that is approved meanwhile waits or is seen.
      await tx`SELECT FROM person_keys WHERE person_id = ${of.personId} FOR UPDATE`;
      const [held] = await tx`SELECT FROM held_persons WHERE person_id = ${of.personId}`;
      if (held) return 'held';
      const [open] =
        await tx`SELECT FROM runs WHERE person_id = ${of.personId} AND ended_at IS NULL LIMIT 1`;
      if (open) return 'run-open';
      const keys = COMPARTMENTS.map((compartment) => ({ personId: of.personId, compartment }));
      await destroyKeys(tx, keys, of.id);
    }
    if (measure.kind === 'hold')
      await tx`SELECT FROM person_keys WHERE person_id = ${of.personId} FOR UPDATE`;
    // Everything else was the door's to do; that it was decided is entered in the log as this person's.
    await sayAsker(tx, of);
    await tx`
      UPDATE data_measures SET decision = ${of.decision}, decided_institution = ${of.institution},
        decided_account = ${of.account}, decided_at = clock_timestamp()
      WHERE id = ${of.id}`;
    return undefined;
  });
}

/** Holds whose day of review has come and that nobody lifted. */
export async function countHoldsToReview(db: Database): Promise<number> {
  const [row] = await db.orm
    .select({ n: sql<number>`count(*)::int` })
    .from(dataMeasures)
    .where(
      and(
        eq(dataMeasures.kind, 'hold'),
        eq(dataMeasures.decision, 'approved'),
        sql`${dataMeasures.reviewOn} <= current_date`,
        sql`EXISTS (SELECT FROM held_persons h WHERE h.person_id = ${dataMeasures.personId})`,
      ),
    );
  return row?.n ?? 0;
}
