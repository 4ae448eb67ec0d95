import type postgres from 'postgres';

/**
 * Leaves whoever does not own the append-only tables the rights to read and to add there, and no other. Triggers refuse a change
 * to everybody; this is what stays should a trigger be lost. Said by catalogue, so that a new table needs no line here, after
 * migrations and after rights were given. For the owner's connection.
 */
export async function narrowRights(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    DO $$ DECLARE one record; BEGIN
      FOR one IN
        SELECT DISTINCT c.oid::regclass AS place, a.grantee::regrole AS holder
        FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
        WHERE c.relnamespace = 'public'::regnamespace AND a.grantee NOT IN (0, c.relowner)
          AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE') AND c.oid IN (${APPEND_ONLY})
      LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %s', one.place, one.holder);
      END LOOP;
    END $$`);
}

/** Tables of which a trigger refuses every change and removal: 8 and 16 are removal and change among its occasions. */
export const APPEND_ONLY = `SELECT t.tgrelid FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE p.proname = 'refuse_change' AND t.tgtype & 24 = 24`;
