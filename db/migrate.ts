import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { narrowRights } from './append-only.js';

/** Brings the database to the newest schema. Safe to run again and from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  // Row security also stands before the owner: a migration that moves rows must be let see them.
  const connection = { 'app.access': 'door' };
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection });
  try {
    // Drizzle's migrator does not lock; two processes that boot together must not migrate together.
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: migrationsFolder() });
    await narrowRights(sql);
  } finally {
    await sql.end();
  }
}

const MIGRATION_LOCK = 72616;

/** The build copies the migrations beside the compiled file, so one relative path serves both. */
export function migrationsFolder(): string {
  return fileURLToPath(new URL('./migrations', import.meta.url));
}
