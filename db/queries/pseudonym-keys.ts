import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { pseudonymKeys } from '../schema/pseudonym-keys.js';

/** The sealed key of an institution: the one that is there, or the given one, which then is. */
export async function keepPseudonymKey(
  db: Database,
  institutionId: string,
  fresh: string,
): Promise<string> {
  await db.orm.insert(pseudonymKeys).values({ institutionId, sealed: fresh }).onConflictDoNothing();
  const [row] = await db.orm
    .select()
    .from(pseudonymKeys)
    .where(eq(pseudonymKeys.institutionId, institutionId));
  if (!row) throw new Error('The key of pseudonyms was not kept');
  return row.sealed;
}

/** Ids of all real runs, for finding the one that a pseudonym means. */
export async function listRealRunIds(db: Database): Promise<string[]> {
  const rows = await db.orm.execute<{ id: string }>(sql`SELECT id FROM runs WHERE NOT rehearsal`);
  return rows.map(({ id }) => id);
}
