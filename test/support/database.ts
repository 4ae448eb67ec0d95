import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { connectDatabase, type Database } from '../../db/client.js';
import { migrateDatabase } from '../../db/migrate.js';
import { processAddress } from '../../db/process-role.js';

/** A fresh, migrated database of its own for one test file. */
export interface TestDatabase {
  /** As the owner of the server, whom nothing stops: what a test looks at or breaks. */
  readonly url: string;
  readonly db: Database;
  /** Address of the processes' role, which owns nothing and is stopped by row security. */
  readonly processUrl: string;
  /** As the API's process has it: questions find guarded rows only through `as`. */
  readonly serving: Database;
  /** Rows of every table, by name: "nothing was written" is two equal counts. */
  countRows(): Promise<Record<string, number>>;
  drop(): Promise<void>;
}

/** `prepare` brings the empty database to its schema; by migrating unless given. */
export async function createTestDatabase(
  serverUrl: string,
  prepare: (url: string) => Promise<unknown> = migrateDatabase,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name}`);
  const at = new URL(serverUrl);
  at.pathname = `/${name}`;
  const url = at.toString();
  await prepare(url);
  const db = connectDatabase(url, { max: 10 });
  const processUrl = await processAddress(url);
  const serving = connectDatabase(processUrl, { max: 10, serving: true });
  return {
    url,
    db,
    processUrl,
    serving,
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
      await Promise.all([db.close(), serving.close()]);
      await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
