import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { evidence, evidenceChunks } from '../schema/evidence.js';
import type { Place } from './holders.js';

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

/**
 * Adds a file with its content while its step is open for the institution and has fewer than `most` of them; false, and
 * nothing written, otherwise. Adding at the same moment waits in line, so that the limit holds.
 */
export async function addEvidence(
  db: Database,
  file: Omit<EvidenceFile, 'seq' | 'addedAt'>,
  chunks: readonly Buffer[],
  most: number,
): Promise<boolean> {
  const place = { run: file.runId, step: file.step, opening: file.opening, role: file.role };
  return db.orm.transaction(async (tx) => {
    const open = await tx.execute(sql`
      SELECT 1 FROM steps WHERE run_id = ${place.run} AND step = ${place.step} AND opening = ${place.opening}
        AND role = ${place.role} AND institution_id = ${file.institutionId} AND status IN ('open', 'suspended') FOR NO KEY UPDATE`);
    if (open.length === 0) return false;
    if ((await tx.$count(evidence, at(place))) >= most) return false;
    await tx.insert(evidence).values(file);
    for (const [n, ciphertext] of chunks.entries()) {
      await tx.insert(evidenceChunks).values({ evidenceId: file.id, n, ciphertext });
    }
    return true;
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
