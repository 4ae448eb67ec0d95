import { and, eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { packs } from '../schema/packs.js';
import { variants } from '../schema/variants.js';

export type PackRow = typeof packs.$inferSelect;
export type VariantRow = typeof variants.$inferSelect;

/** Every version of every pack, oldest first within a pack. */
export async function listPacks(db: Database): Promise<PackRow[]> {
  return db.orm.select().from(packs).orderBy(packs.id, packs.version);
}

export async function findPackRow(
  db: Database,
  id: string,
  version: number,
): Promise<PackRow | undefined> {
  const [row] = await db.orm
    .select()
    .from(packs)
    .where(and(eq(packs.id, id), eq(packs.version, version)));
  return row;
}

/** Adds a version; one that is there already stays as it is. */
export async function addPack(
  db: Database,
  row: Omit<PackRow, 'publishedAt' | 'retiredAt'>,
): Promise<void> {
  await db.orm.insert(packs).values(row).onConflictDoNothing();
}

export async function findVariantRow(
  db: Database,
  of: { protocol: string; version: number; pack: string },
): Promise<VariantRow | undefined> {
  const [row] = await db.orm
    .select()
    .from(variants)
    .where(
      and(
        eq(variants.protocol, of.protocol),
        eq(variants.version, of.version),
        eq(variants.pack, of.pack),
      ),
    );
  return row;
}

/** Keeps a protocol as it holds under a pack; one that is kept already stays as it is. */
export async function addVariant(db: Database, row: Omit<VariantRow, 'madeAt'>): Promise<void> {
  await db.orm.insert(variants).values(row).onConflictDoNothing();
}
