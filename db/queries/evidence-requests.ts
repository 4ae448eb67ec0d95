import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { caseOpenings } from '../schema/case-openings.js';
import { evidencePieces, evidenceRequests } from '../schema/evidence-requests.js';
import { logChanges } from '../schema/log-changes.js';
import type { Transaction } from './evidence.js';

export {
  EVIDENCE_FAILURES,
  EVIDENCE_STATES,
  type EvidenceFailure,
  type EvidenceState,
} from '../schema/evidence-requests.js';

/** A request for evidence of the log, and what became of it. */
export type EvidenceRequest = typeof evidenceRequests.$inferSelect;

/** What is asked for, and by whom. */
export type AskedEvidence = Pick<
  EvidenceRequest,
  'id' | 'institutionId' | 'account' | 'access' | 'runId' | 'fromAt' | 'toAt' | 'ownSize'
>;

/** How often may be asked: by an account within an hour, by an institution within a day. */
export interface EvidenceRate {
  readonly account: number;
  readonly institution: number;
}

/** Most requests a list shows. */
const MOST_LISTED = 50;

/**
 * Enters a request and in the log that it was made; false, and nothing is entered, when too many were. The same wish again
 * enters nothing more. An institution's requests wait for each other, so that many at once are counted too.
 */
export async function addEvidenceRequest(
  db: Database,
  asked: AskedEvidence,
  rate: EvidenceRate,
): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const { institutionId, account } = asked;
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence-requests/${institutionId}`}, 0))`,
    );
    const is = eq(evidenceRequests.id, asked.id);
    if ((await tx.$count(evidenceRequests, is)) > 0) return true;
    const [used] = await tx.execute<{ account: number; institution: number }>(sql`
      SELECT count(*) FILTER (WHERE account = ${account} AND asked_at > clock_timestamp() - interval '1 hour')::int AS account,
        count(*)::int AS institution
      FROM evidence_requests
      WHERE institution_id = ${institutionId} AND asked_at > clock_timestamp() - interval '1 day'`);
    if (used!.account >= rate.account || used!.institution >= rate.institution) return false;
    await tx.insert(evidenceRequests).values(asked);
    await noteIn(tx, asked, 'asked');
    return true;
  });
}

/**
 * Enters in the log, before anything is shown, that somebody asked for evidence or was given it: in a run as a reading of it, of
 * a period as an entry about no run.
 */
async function noteIn(
  tx: Transaction,
  by: Pick<AskedEvidence, 'id' | 'institutionId' | 'account' | 'access' | 'runId'>,
  how: 'asked' | 'given',
): Promise<void> {
  const { id, runId, institutionId, account, access } = by;
  if (runId === null) {
    await tx.insert(logChanges).values({ what: 'evidence', how, content: { request: id } });
    return;
  }
  const what = how === 'asked' ? 'evidence-asked' : 'evidence';
  await tx.insert(caseOpenings).values({ runId, what, which: id, institutionId, account, access });
}

/** What the asker's institution asked for in the asker's role, newest first; of one run or of whatever there is. */
export async function listEvidenceRequests(db: Database, run?: string): Promise<EvidenceRequest[]> {
  return db.orm
    .select()
    .from(evidenceRequests)
    .where(run === undefined ? undefined : eq(evidenceRequests.runId, run))
    .orderBy(desc(evidenceRequests.askedAt), asc(evidenceRequests.id))
    .limit(MOST_LISTED);
}

/** A request the asker may see. */
export async function findEvidenceRequest(
  db: Database,
  id: string,
): Promise<EvidenceRequest | undefined> {
  const [row] = await db.orm.select().from(evidenceRequests).where(eq(evidenceRequests.id, id));
  return row;
}

/**
 * The sealed pieces of a file in order, once it is in the log that they are given to `by`; undefined, and nothing is entered, when
 * they are not there any more.
 */
export async function takeEvidencePieces(
  db: Database,
  { id, runId }: Pick<EvidenceRequest, 'id' | 'runId'>,
  by: Pick<EvidenceRequest, 'institutionId' | 'account' | 'access'>,
): Promise<Buffer[] | undefined> {
  return db.orm.transaction(async (tx) => {
    const rows = await tx
      .select({ ciphertext: evidencePieces.ciphertext })
      .from(evidencePieces)
      .where(eq(evidencePieces.requestId, id))
      .orderBy(asc(evidencePieces.n));
    if (rows.length === 0) return undefined;
    await noteIn(tx, { id, runId, ...by }, 'given');
    return rows.map(({ ciphertext }) => ciphertext);
  });
}

/** Whether an institution fills one of these roles (`protocol@version/role`) in any run, cut off from it or not. */
export async function takesPartAs(
  db: Database,
  institution: string,
  roles: readonly string[],
): Promise<boolean> {
  const rows = await db.orm.execute(sql`
    SELECT 1 FROM run_parties p JOIN runs r ON r.id = p.run_id
    WHERE p.institution_id = ${institution}
      AND r.protocol || '@' || r.version || '/' || split_part(p.role, '.', 1)
        IN (SELECT value FROM json_array_elements_text(${JSON.stringify(roles)}::json)) LIMIT 1`);
  return rows.length > 0;
}

/** Removes files whose time is over, of at most `limit` requests; returns of how many. */
export async function removeExpiredEvidence(db: Database, limit: number): Promise<number> {
  return db.orm.transaction(async (tx) => {
    const rows = await tx
      .update(evidenceRequests)
      .set({ state: 'expired', sealedKey: null })
      .where(
        and(
          eq(evidenceRequests.state, 'ready'),
          sql`${evidenceRequests.id} IN (SELECT id FROM evidence_requests WHERE state = 'ready'
            AND expires_at <= clock_timestamp() ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
        ),
      )
      .returning({ id: evidenceRequests.id });
    const ids = JSON.stringify(rows.map(({ id }) => id));
    await tx
      .delete(evidencePieces)
      .where(
        sql`${evidencePieces.requestId} IN (SELECT value FROM json_array_elements_text(${ids}::json))`,
      );
    return rows.length;
  });
}
