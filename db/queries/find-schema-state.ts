import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { migrationsFolder } from '../migrate.js';

interface Journal {
  readonly entries: readonly { readonly when: number }[];
}

let newest: number | undefined;

/** Whether the newest migration this program knows has been applied. Throws when the database cannot be reached. */
export async function isSchemaCurrent(db: Database): Promise<boolean> {
  newest ??= newestKnown();
  const [table] = await db.orm.execute<{ there: boolean }>(
    sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there`,
  );
  if (!table?.there) return false;
  const [row] = await db.orm.execute<{ applied: string | null }>(
    sql`SELECT max(created_at) AS applied FROM drizzle.__drizzle_migrations`,
  );
  return Number(row?.applied ?? 0) >= newest;
}

function newestKnown(): number {
  const path = join(migrationsFolder(), 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal;
  return Math.max(...journal.entries.map((entry) => entry.when));
}
