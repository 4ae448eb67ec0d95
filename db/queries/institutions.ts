import { eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { institutions } from '../schema/institutions.js';

export type Institution = typeof institutions.$inferSelect;

/** Every institution of the directory, active or not. */
export async function listInstitutions(db: Database): Promise<Institution[]> {
  return db.orm.select().from(institutions).orderBy(institutions.id);
}

/** Adds institutions, or brings those already there up to date. */
export async function saveInstitutions(
  db: Database,
  rows: readonly (typeof institutions.$inferInsert)[],
): Promise<void> {
  for (const row of rows) {
    await db.orm
      .insert(institutions)
      .values(row)
      .onConflictDoUpdate({ target: institutions.id, set: row });
  }
}

export async function setInstitutionActive(
  db: Database,
  id: string,
  active: boolean,
): Promise<void> {
  await db.orm.update(institutions).set({ active }).where(eq(institutions.id, id));
}

/** Enters the State whose authority a consulate or ministry is; null takes it back. */
export async function setInstitutionState(
  db: Database,
  id: string,
  ofState: string | null,
): Promise<void> {
  await db.orm.update(institutions).set({ ofState }).where(eq(institutions.id, id));
}
