import { and, desc, eq } from 'drizzle-orm';
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

/** The newest version of a protocol without its content, and whether it takes new runs. */
export async function findNewestVersion(
  db: Database,
  id: string,
): Promise<{ version: number; digest: string; retired: boolean } | undefined> {
  const [row] = await db.orm
    .select({
      version: definitions.version,
      digest: definitions.digest,
      retiredAt: definitions.retiredAt,
    })
    .from(definitions)
    .where(eq(definitions.id, id))
    .orderBy(desc(definitions.version))
    .limit(1);
  if (!row) return undefined;
  const { version, digest, retiredAt } = row;
  return { version, digest, retired: retiredAt !== null };
}
