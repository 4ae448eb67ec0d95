import { and, eq, getTableColumns, isNull, max, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { definitionActs } from '../schema/definition-acts.js';
import { definitions } from '../schema/definitions.js';
import { isUniqueViolation } from './unique-violation.js';

export { DEFINITION_ACT_KINDS, type DefinitionActKind } from '../schema/definition-acts.js';

/** One act without the content that was drafted with it. */
export type DefinitionAct = Omit<typeof definitionActs.$inferSelect, 'body'>;
type NewAct = Omit<typeof definitionActs.$inferInsert, 'at'>;
/** A version to be entered together with the act that makes it one. */
export type NewDefinition = Omit<typeof definitions.$inferInsert, 'publishedAt' | 'retiredAt'>;

const { body: _, ...WITHOUT_BODY } = getTableColumns(definitionActs);

/** Everything that happened to a protocol as a definition, oldest first. */
export async function listDefinitionActs(db: Database, protocol: string): Promise<DefinitionAct[]> {
  return db.orm
    .select(WITHOUT_BODY)
    .from(definitionActs)
    .where(eq(definitionActs.protocol, protocol))
    .orderBy(definitionActs.n);
}

/** The acts of every protocol, by protocol and position. */
export async function listAllDefinitionActs(db: Database): Promise<DefinitionAct[]> {
  return db.orm
    .select(WITHOUT_BODY)
    .from(definitionActs)
    .orderBy(definitionActs.protocol, definitionActs.n);
}

/** The content drafted with an act, as JSON text. */
export async function findDraftBody(
  db: Database,
  protocol: string,
  n: number,
): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ body: definitionActs.body })
    .from(definitionActs)
    .where(and(eq(definitionActs.protocol, protocol), eq(definitionActs.n, n)));
  return row?.body ?? undefined;
}

/**
 * Adds an act, and with it what it does: a published version, or the end of new runs under one. All or nothing. False, and nothing written, when somebody else acted at this position first.
 */
export async function addDefinitionAct(
  db: Database,
  act: NewAct,
  published?: NewDefinition,
): Promise<boolean> {
  try {
    await db.orm.transaction(async (tx) => {
      await tx.insert(definitionActs).values(act);
      if (published) await tx.insert(definitions).values(published);
      if (act.kind !== 'retired') return;
      await tx
        .update(definitions)
        .set({ retiredAt: sql`clock_timestamp()` })
        .where(
          and(
            eq(definitions.id, act.protocol),
            eq(definitions.version, act.version),
            isNull(definitions.retiredAt),
          ),
        );
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Enters a version that came with the product, unless it is there already; then it stays as it is. */
export async function addShippedDefinition(db: Database, row: NewDefinition): Promise<void> {
  for (;;) {
    const [there] = await db.orm
      .select({ id: definitions.id })
      .from(definitions)
      .where(and(eq(definitions.id, row.id), eq(definitions.version, row.version)));
    if (there) return;
    const [last] = await db.orm
      .select({ n: max(definitionActs.n) })
      .from(definitionActs)
      .where(eq(definitionActs.protocol, row.id));
    const system = { institution: 'system', account: 'system' } as const;
    const act = { protocol: row.id, version: row.version, digest: row.digest, ...system };
    const n = (last?.n ?? 0) + 1;
    if (await addDefinitionAct(db, { ...act, n, kind: 'shipped' }, row)) return;
  }
}
