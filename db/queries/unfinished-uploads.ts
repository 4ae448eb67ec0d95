import { and, asc, desc, eq, gt, gte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { unfinishedPieces, unfinishedUploads } from '../schema/unfinished-uploads.js';
import { type Added, type EvidenceLimits, findObstacle, type Wanted } from './evidence.js';
import type { Place } from './holders.js';
import { removeUpload } from './remove-upload.js';

export type UnfinishedUpload = typeof unfinishedUploads.$inferSelect;

/** How long an unfinished file is kept, in milliseconds. */
export const UPLOAD_LIFE = 24 * 60 * 60_000;
const OLDEST = sql`now() - ${UPLOAD_LIFE / 1000} * interval '1 second'`;

/** Unfinished files one person may have at once. */
const MOST_BEGUN = 3;
/** Pieces one file may come in: sending it byte by byte would cost a row each. */
const MOST_PIECES = 2_000;

/** Whose upload: the person's, for one opening and role of a step. */
export interface UploadOwner {
  readonly place: Place;
  readonly account: string;
}

function of({ place, account }: UploadOwner): SQL | undefined {
  return and(
    eq(unfinishedUploads.runId, place.run),
    eq(unfinishedUploads.step, place.step),
    eq(unfinishedUploads.opening, place.opening),
    eq(unfinishedUploads.role, place.role),
    eq(unfinishedUploads.account, account),
    gt(unfinishedUploads.startedAt, OLDEST),
  );
}

/**
 * Begins a file, while nothing keeps it from being added in the end; what its institution has begun in the run counts as if
 * it were there. A person who begins too many loses the oldest.
 */
export async function addUpload(
  db: Database,
  upload: Wanted & { readonly id: string },
  limits: EvidenceLimits,
): Promise<Added> {
  return db.orm.transaction(async (tx) => {
    const obstacle = await findObstacle(tx, upload, limits);
    if (obstacle) return obstacle;
    // Nobody else of the institution begins one meanwhile: looking for an obstacle holds its line.
    const begun = await tx
      .select()
      .from(unfinishedUploads)
      .where(
        and(
          eq(unfinishedUploads.institutionId, upload.institutionId),
          or(
            eq(unfinishedUploads.runId, upload.runId),
            eq(unfinishedUploads.account, upload.account),
          ),
          gt(unfinishedUploads.startedAt, OLDEST),
        ),
      )
      .orderBy(desc(unfinishedUploads.startedAt));
    const lost = begun.filter(({ account }) => account === upload.account).slice(MOST_BEGUN - 1);
    const inRun = begun.filter((one) => one.runId === upload.runId && !lost.includes(one));
    const taken = inRun.reduce((sum, { size }) => sum + size, 0);
    const full = await findObstacle(tx, upload, { ...limits, run: limits.run - taken });
    if (full) return full;
    for (const { id } of lost) await removeUpload(tx, id, upload);
    await tx.insert(unfinishedUploads).values(upload);
    return 'added';
  });
}

/** The uploads of a person for an opening of a step, oldest first. */
export async function listUploads(db: Database, owner: UploadOwner): Promise<UnfinishedUpload[]> {
  return db.orm
    .select()
    .from(unfinishedUploads)
    .where(of(owner))
    .orderBy(asc(unfinishedUploads.startedAt));
}

/** One of them; undefined for one that is somebody else's, for another step, over or unknown. */
export async function findUpload(
  db: Database,
  id: string,
  owner: UploadOwner,
): Promise<UnfinishedUpload | undefined> {
  const [row] = await db.orm
    .select()
    .from(unfinishedUploads)
    .where(and(eq(unfinishedUploads.id, id), of(owner)));
  return row;
}

/** A sealed piece of `length` bytes of a file, beginning at `from`. */
export interface Piece {
  readonly from: number;
  readonly length: number;
  readonly ciphertext: Buffer;
}

/** Adds a piece where the file ends so far. False, and nothing written, when it ends elsewhere by now or would grow too long. */
export async function addPiece(db: Database, id: string, piece: Piece): Promise<boolean> {
  const { from, length, ciphertext } = piece;
  return db.orm.transaction(async (tx) => {
    const rows = await tx
      .update(unfinishedUploads)
      .set({ received: from + length, pieces: sql`${unfinishedUploads.pieces} + 1` })
      .where(
        and(
          eq(unfinishedUploads.id, id),
          eq(unfinishedUploads.received, from),
          gte(unfinishedUploads.size, from + length),
          ne(unfinishedUploads.pieces, MOST_PIECES),
        ),
      )
      .returning({ id: unfinishedUploads.id });
    if (rows.length === 0) return false;
    await tx.insert(unfinishedPieces).values({ uploadId: id, fromByte: from, ciphertext });
    return true;
  });
}

/** Removes an upload of this person with what came of it. */
export async function dropUpload(
  db: Database,
  id: string,
  of: { readonly account: string },
): Promise<void> {
  await removeUpload(db.orm, id, of);
}

/** What came of a file so far, in order. */
export async function readPieces(
  db: Database,
  id: string,
): Promise<{ from: number; ciphertext: Buffer }[]> {
  return db.orm
    .select({ from: unfinishedPieces.fromByte, ciphertext: unfinishedPieces.ciphertext })
    .from(unfinishedPieces)
    .where(eq(unfinishedPieces.uploadId, id))
    .orderBy(asc(unfinishedPieces.fromByte));
}

/** Removes uploads whose time is over and those whose step is not open any more, at most `limit`; returns how many. */
export async function deleteEndedUploads(db: Database, limit: number): Promise<number> {
  const rows = await db.orm.execute(sql`
    DELETE FROM unfinished_uploads WHERE id IN (
      SELECT u.id FROM unfinished_uploads u WHERE u.started_at <= ${OLDEST} OR NOT EXISTS (
        SELECT FROM steps s WHERE s.run_id = u.run_id AND s.step = u.step AND s.opening = u.opening AND s.role = u.role
          AND s.institution_id = u.institution_id AND s.status IN ('open', 'suspended'))
      LIMIT ${limit})
    RETURNING id`);
  return rows.length;
}
