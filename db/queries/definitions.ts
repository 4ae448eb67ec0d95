import { and, eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { definitions } from '../schema/definitions.js';

export type DefinitionRow = typeof definitions.$inferSelect;

export async function findDefinition(
  db: Database,
  id: string,
  version: number,
): Promise<DefinitionRow | undefined> {
  const [row] = await db.orm
    .select()
    .from(definitions)
    .where(and(eq(definitions.id, id), eq(definitions.version, version)));
  return row;
}

export async function listDefinitions(db: Database): Promise<DefinitionRow[]> {
  return db.orm.select().from(definitions).orderBy(definitions.id, definitions.version);
}

/** Adds a version; one that is there already stays as it is. */
export async function addDefinition(
  db: Database,
  row: Omit<DefinitionRow, 'publishedAt' | 'retiredAt'>,
): Promise<void> {
  await db.orm.insert(definitions).values(row).onConflictDoNothing();
}
