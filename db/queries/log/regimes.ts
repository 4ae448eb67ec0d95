import type { Queryable } from './queryable.js';

/** The regime of every protocol version, by `id@version`. */
export async function findRegimes(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.unsafe<{ key: string; regime: string }[]>(
    `SELECT id || '@' || version AS key, body::json->>'regime' AS regime FROM definitions`,
  );
  return new Map(rows.map(({ key, regime }) => [key, regime]));
}

/** A protocol version as it is followed, JSON text; undefined when it is not there. */
export async function findFollowedBody(
  tx: Queryable,
  of: { readonly protocol: string; readonly version: number; readonly pack: string | null },
): Promise<string | undefined> {
  const { protocol, version, pack } = of;
  const [row] =
    pack === null
      ? await tx.unsafe<{ body: string }[]>(
          'SELECT body FROM definitions WHERE id = $1 AND version = $2',
          [protocol, version],
        )
      : await tx.unsafe<{ body: string }[]>(
          'SELECT body FROM variants WHERE protocol = $1 AND version = $2 AND pack = $3',
          [protocol, version, pack],
        );
  return row?.body;
}
