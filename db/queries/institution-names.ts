import type { Database } from '../client.js';
import { institutionNames } from '../schema/institution-names.js';

export type InstitutionName = typeof institutionNames.$inferSelect;

/** What institutions were called since when, oldest first within one. */
export async function listInstitutionNames(db: Database): Promise<InstitutionName[]> {
  return db.orm
    .select()
    .from(institutionNames)
    .orderBy(institutionNames.institutionId, institutionNames.since);
}

/** Enters a name from a date on; false when one was entered for that date already. */
export async function addInstitutionName(
  db: Database,
  row: Omit<InstitutionName, 'enteredAt' | 'addedBy' | 'actor'>,
): Promise<boolean> {
  const added = await db.orm.insert(institutionNames).values(row).onConflictDoNothing().returning();
  return added.length > 0;
}
