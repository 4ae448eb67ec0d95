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

export async function findDraft(
  db: Database,
  place: DraftPlace,
): Promise<{ ciphertext: Buffer; savedAt: Date } | undefined> {
  const [row] = await db.orm
    .select({ ciphertext: drafts.ciphertext, savedAt: drafts.savedAt })
    .from(drafts)
    .where(at(place));
  return row;
}

/**
 * Stores a draft while the step is open for that institution; undefined, and nothing written, when it no longer is.
 * The step is held so that an answer given at the same moment comes before or after, never in between.
 */
export async function saveDraft(
  db: Database,
  place: DraftPlace & { institution: string; ciphertext: Buffer },
): Promise<{ savedAt: number } | undefined> {
  const [row] = await db.orm.execute<{ savedAt: number }>(sql`
    INSERT INTO drafts (run_id, step, opening, role, ciphertext)
    SELECT run_id, step, opening, role, decode(${place.ciphertext.toString('base64')}, 'base64') FROM steps
    WHERE run_id = ${place.run} AND step = ${place.step} AND opening = ${place.opening} AND role = ${place.role}
      AND institution_id = ${place.institution} AND status IN ('open', 'suspended')
    FOR SHARE
    ON CONFLICT (run_id, step, opening, role) DO UPDATE SET ciphertext = excluded.ciphertext, saved_at = now()
    RETURNING (extract(epoch FROM saved_at) * 1000)::float8 AS "savedAt"`);
  return row;
}

/** Removes a draft. False when there was none. */
export async function removeDraft(db: Database, place: DraftPlace): Promise<boolean> {
  const rows = await db.orm.delete(drafts).where(at(place)).returning({ run: drafts.runId });
  return rows.length > 0;
}
