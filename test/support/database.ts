import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { connectDatabase, type Database } from '../../db/client.js';
import { migrateDatabase } from '../../db/migrate.js';

/** A fresh, migrated database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** Rows of every table, by name: "nothing was written" is two equal counts. */
  countRows(): Promise<Record<string, number>>;
  drop(): Promise<void>;
}

export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name}`);
  const at = new URL(serverUrl);
  at.pathname = `/${name}`;
  const url = at.toString();
  await migrateDatabase(url);
  const db = connectDatabase(url, { max: 10 });
  return {
    url,
    db,
    async countRows() {
      const tables = await db.sql<{ name: string }[]>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`;
      const counts: Record<string, number> = {};
      for (const table of tables) {
        const [row] = await db.sql.unsafe<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM "${table.name}"`,
        );
        counts[table.name] = row!.n;
      }
      return counts;
    },
    async drop() {
      await db.close();
      await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
