import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import { narrowRights } from './append-only.js';

/** Of the database's own processes: it reads and writes rows, owns nothing and is stopped by row security. */
const ROLE = 'retorno_processes';

/**
 * The address under which processes use a database that its owner migrated, with a role that owns nothing; the role is made
 * when there is none, and given its rights to what is there. For servers of our own, whose owner is a superuser before whom
 * row security does not stand; elsewhere an operator makes the roles (`containers/make-databases.sh`).
 */
export async function processAddress(ownerUrl: string): Promise<string> {
  const address = new URL(ownerUrl);
  // The same at every start and in every process, without being stored.
  const password = createHmac('sha256', decodeURIComponent(address.password))
    .update(ROLE)
    .digest('base64url');
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`
      DO $$ BEGIN
        CREATE ROLE ${ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${password}';
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public, drizzle TO ${ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${ROLE};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${ROLE};
      GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${ROLE}`);
    await narrowRights(sql);
  } finally {
    await sql.end();
  }
  address.username = ROLE;
  address.password = password;
  return address.toString();
}
