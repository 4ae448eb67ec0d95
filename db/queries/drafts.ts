import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { drafts } from '../schema/drafts.js';

/** Whose draft: one per opening of a step and role. */
export interface DraftPlace {
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
}

function at(place: DraftPlace) {
  return and(
    eq(drafts.runId, place.run),
    eq(drafts.step, place.step),
    eq(drafts.opening, place.opening),
    eq(drafts.role, place.role),
  );
}

/** A draft as stored, with who saved it last; null for drafts saved before that was kept. */
export interface StoredDraft {
  readonly ciphertext: Buffer;
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

export async function findDraft(db: Database, place: DraftPlace): Promise<StoredDraft | undefined> {
  const [row] = await db.orm
    .select({
      ciphertext: drafts.ciphertext,
      savedAt: drafts.savedAt,
      savedBy: drafts.savedBy,
    })
    .from(drafts)
    .where(at(place));
  return row;
}

/** What is to be stored of a draft, by whom. */
export interface DraftToSave extends DraftPlace {
  readonly institution: string;
  readonly account: string;
  readonly ciphertext: Buffer;
  /**
   * When what the writer knows was saved, epoch milliseconds; 0 for nothing. A draft that somebody else saved after it
   * is not replaced. Without it whatever is there is replaced.
   */
  readonly known?: number;
}

/**
 * Stores a draft while the step is open for that institution; undefined, and nothing written, when it no longer is, or
 * when somebody else saved one the writer does not know. The step is held so that an answer given at the same moment
 * comes before or after, never in between.
 */
export async function saveDraft(
  db: Database,
  draft: DraftToSave,
): Promise<{ savedAt: number } | undefined> {
  const { known } = draft;
  const replaces =
    known === undefined
      ? sql`true`
      : sql`(drafts.saved_by IS NOT DISTINCT FROM excluded.saved_by OR floor(extract(epoch FROM drafts.saved_at) * 1000) <= ${known}::float8)`;
  const [row] = await db.orm.execute<{ savedAt: number }>(sql`
    INSERT INTO drafts (run_id, step, opening, role, ciphertext, saved_by)
    SELECT run_id, step, opening, role, decode(${draft.ciphertext.toString('base64')}, 'base64'), ${draft.account} FROM steps
    WHERE run_id = ${draft.run} AND step = ${draft.step} AND opening = ${draft.opening} AND role = ${draft.role}
      AND institution_id = ${draft.institution} AND status IN ('open', 'suspended')
    FOR SHARE
    ON CONFLICT (run_id, step, opening, role) DO UPDATE
      SET ciphertext = excluded.ciphertext, saved_at = now(), saved_by = excluded.saved_by WHERE ${replaces}
    RETURNING (extract(epoch FROM saved_at) * 1000)::float8 AS "savedAt"`);
  return row;
}

/** Removes a draft. False when there was none. */
export async function removeDraft(db: Database, place: DraftPlace): Promise<boolean> {
  const rows = await db.orm.delete(drafts).where(at(place)).returning({ run: drafts.runId });
  return rows.length > 0;
}
