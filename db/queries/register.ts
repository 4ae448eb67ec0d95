import { asc, gt, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database } from '../client.js';
import { register } from '../schema/register.js';

export type RegisterEntry = typeof register.$inferSelect;

/** Keeps entries from being committed in another order than numbered: a reader that saw 6 must have seen 5. */
const REGISTER_LOCK = 72618;

/** Entries after a number, in order. */
export async function listRegister(db: Database, after = 0): Promise<RegisterEntry[]> {
  return db.orm.select().from(register).where(gt(register.id, after)).orderBy(asc(register.id));
}

/** Adds one entry and gives it its number. */
export async function addRegisterEntry(
  db: Database,
  row: Pick<RegisterEntry, 'change' | 'source' | 'actor'> & { note?: string },
): Promise<RegisterEntry> {
  return db.orm.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${REGISTER_LOCK})`);
    const [entry] = await tx.insert(register).values(row).returning();
    return entry!;
  });
}

/** Open runs that know less of the register than `upTo`, in order of id. Rehearsals keep the world they began in. */
export async function listRunsBehindRegister(
  sql: postgres.Sql,
  upTo: number,
  limit: number,
): Promise<string[]> {
  const rows = await sql.unsafe<{ id: string }[]>(
    `SELECT id FROM runs WHERE ended_at IS NULL AND NOT rehearsal
       AND coalesce((state->'register'->>'upTo')::int, 0) < $1 ORDER BY id LIMIT $2`,
    [upTo, limit],
    { prepare: true },
  );
  return rows.map((row) => row.id);
}
