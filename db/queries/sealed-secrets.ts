import type postgres from 'postgres';

/** Where secrets that belong to no person's case are kept, each sealed under the master key for its place. */
export const SEALED_SECRETS = [
  { table: 'totp_secrets', key: 'user_id', value: 'sealed', place: 'totp/' },
  {
    table: 'identity_providers',
    key: 'institution_id',
    value: 'client_secret',
    place: 'provider/',
  },
  { table: 'pseudonym_keys', key: 'institution_id', value: 'sealed', place: 'pseudonyms/' },
  { table: 'search_keys', key: 'id', value: 'sealed', place: 'search/' },
  { table: 'mails', key: 'id', value: 'sealed', place: 'mail/' },
  { table: 'webhook_endpoints', key: 'id', value: 'secret', place: 'webhook/' },
  { table: 'webhook_endpoints', key: 'id', value: 'previous_secret', place: 'webhook-previous/' },
  { table: 'evidence_requests', key: 'id', value: 'sealed_key', place: 'evidence-file/' },
  { table: 'series_reviews', key: 'id', value: 'reason', place: 'series/' },
] as const;

export type SealedSecrets = (typeof SEALED_SECRETS)[number];

/** The secrets of one kind, by the key of their row. */
export async function listSealedSecrets(
  sql: postgres.Sql,
  { table, key, value }: SealedSecrets,
): Promise<{ key: string; sealed: string }[]> {
  return sql<{ key: string; sealed: string }[]>`
    SELECT ${sql(key)} AS key, ${sql(value)} AS sealed FROM ${sql(table)} WHERE ${sql(value)} IS NOT NULL`;
}

/** Puts a secret sealed anew in place of the one that was read, unless it changed meanwhile. */
export async function replaceSealedSecret(
  sql: postgres.Sql,
  { table, key, value }: SealedSecrets,
  row: { readonly key: string; readonly was: string; readonly sealed: string },
): Promise<void> {
  await sql`UPDATE ${sql(table)} SET ${sql(value)} = ${row.sealed} WHERE ${sql(key)} = ${row.key} AND ${sql(value)} = ${row.was}`;
}
