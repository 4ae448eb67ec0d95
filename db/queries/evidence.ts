import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { evidence, evidenceChunks } from '../schema/evidence.js';
import type { Place } from './holders.js';
import { removeUpload } from './remove-upload.js';

export type { EvidenceType } from '../schema/evidence.js';
export type EvidenceFile = typeof evidence.$inferSelect;

function at(place: Place): SQL | undefined {
  return and(
    eq(evidence.runId, place.run),
    eq(evidence.step, place.step),
    eq(evidence.opening, place.opening),
    eq(evidence.role, place.role),
  );
}

/** The files of an opening and role, oldest first. */
export async function listEvidence(db: Database, place: Place): Promise<EvidenceFile[]> {
  return db.orm
    .select()
    .from(evidence)
    .where(at(place))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
}

/** How many files there are that were not sent yet. */
export async function countEvidence(db: Database, place: Place): Promise<number> {
  return db.orm.$count(evidence, and(at(place), isNull(evidence.seq)));
}

/** How much may be there: files of one opening, bytes an institution keeps in one run, bytes one person adds in 24 hours. */
export interface EvidenceLimits {
  readonly files: number;
  readonly run: number;
  readonly person: number;
}

/** How adding a file ended. */
export type Added = 'added' | 'not-open' | 'too-many' | 'run-full' | 'person-full';

export type Transaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0];

/** A file that is to be added, as far as limits go. */
export type Wanted = Pick<
  EvidenceFile,
  'runId' | 'step' | 'opening' | 'role' | 'institutionId' | 'account' | 'size'
>;

/**
 * What keeps a file from being added: its step is not open for the institution, or a limit would be passed. What an
 * institution adds at the same moment waits in line until the transaction ends, so that the limits hold.
 */
export async function findObstacle(
  tx: Transaction,
  file: Wanted,
  limits: EvidenceLimits,
): Promise<Exclude<Added, 'added'> | undefined> {
  const place = { run: file.runId, step: file.step, opening: file.opening, role: file.role };
  const open = await tx.execute(sql`
    SELECT 1 FROM steps WHERE run_id = ${place.run} AND step = ${place.step} AND opening = ${place.opening}
      AND role = ${place.role} AND institution_id = ${file.institutionId} AND status IN ('open', 'suspended') FOR NO KEY UPDATE`);
  if (open.length === 0) return 'not-open';
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence/${file.institutionId}`}, 0))`,
  );
  const [used] = await tx
    .select({
      files: sql<number>`count(*) FILTER (WHERE ${at(place)})::int`,
      run: sql<number>`coalesce(sum(${evidence.size}) FILTER (WHERE ${evidence.runId} = ${file.runId}), 0)::float8`,
      person: sql<number>`coalesce(sum(${evidence.size}) FILTER (WHERE ${evidence.account} = ${file.account}
        AND ${evidence.addedAt} > now() - interval '24 hours'), 0)::float8`,
    })
    .from(evidence)
    .where(
      and(
        eq(evidence.institutionId, file.institutionId),
        or(eq(evidence.runId, file.runId), eq(evidence.account, file.account)),
      ),
    );
  if (used!.files >= limits.files) return 'too-many';
  if (used!.run + file.size > limits.run) return 'run-full';
  if (used!.person + file.size > limits.person) return 'person-full';
  return undefined;
}

/**
 * Adds a file with its content while nothing keeps it from being added; otherwise nothing is written. A file that came as
 * `upload` takes that one's place; when it is gone, the file was added before.
 */
export async function addEvidence(
  db: Database,
  file: Omit<EvidenceFile, 'seq' | 'addedAt'>,
  chunks: readonly Buffer[],
  limits: EvidenceLimits,
  upload?: string,
): Promise<Added> {
  return db.orm.transaction(async (tx) => {
    const obstacle = await findObstacle(tx, file, limits);
    if (obstacle) return obstacle;
    if (upload !== undefined && !(await removeUpload(tx, upload, file))) return 'added';
    await tx.insert(evidence).values(file);
    for (const [n, ciphertext] of chunks.entries()) {
      await tx.insert(evidenceChunks).values({ evidenceId: file.id, n, ciphertext });
    }
    return 'added';
  });
}

/** The pieces of a file in order. */
export async function readChunks(db: Database, id: string): Promise<Buffer[]> {
  const rows = await db.orm
    .select({ ciphertext: evidenceChunks.ciphertext })
    .from(evidenceChunks)
    .where(eq(evidenceChunks.evidenceId, id))
    .orderBy(asc(evidenceChunks.n));
  return rows.map(({ ciphertext }) => ciphertext);
}

/** Removes a file that was not sent; false when there is none. */
export async function removeEvidence(db: Database, place: Place, id: string): Promise<boolean> {
  const rows = await db.orm
    .delete(evidence)
    .where(and(at(place), eq(evidence.id, id), isNull(evidence.seq)))
    .returning({ id: evidence.id });
  return rows.length > 0;
}

/** Notes with which act the files of an opening were sent; those sent earlier stay with theirs. */
export async function markSent(
  db: Database,
  place: Place,
  ids: readonly string[],
  seq: number,
): Promise<void> {
  if (ids.length === 0) return;
  await db.orm
    .update(evidence)
    .set({ seq })
    .where(
      and(
        at(place),
        isNull(evidence.seq),
        sql`${evidence.id} IN (SELECT value FROM json_array_elements_text(${JSON.stringify(ids)}::json))`,
      ),
    );
}
