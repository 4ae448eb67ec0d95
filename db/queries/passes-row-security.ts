import type postgres from 'postgres';

/** Whether row security does not stand before the role of this connection: a superuser, or one with BYPASSRLS. */
export async function passesRowSecurity(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ passes: boolean }[]>`
    select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`;
  return row?.passes ?? false;
}
