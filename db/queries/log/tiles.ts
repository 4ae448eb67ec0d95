import type { Queryable } from './queryable.js';

export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/** The last tile of each level, full or not. */
export async function listLastTiles(tx: Queryable): Promise<TileRow[]> {
  const rows = await tx.unsafe<TileRow[]>(
    `SELECT DISTINCT ON (level) level, index::float8 AS index, hashes FROM log_tiles ORDER BY level, log_tiles.index DESC`,
  );
  return rows.map((row) => ({ ...row }));
}

/** Adds tiles; the last one of a level is replaced by what it grew to. */
export async function saveTiles(tx: Queryable, tiles: readonly TileRow[]): Promise<void> {
  const rows = tiles.map(({ level, index, hashes }) => ({
    level,
    index,
    hashes: hashes.toString('base64'),
  }));
  await tx.unsafe(
    `INSERT INTO log_tiles (level, index, hashes)
     SELECT level, index, decode(hashes, 'base64') FROM json_to_recordset($1::text::json) AS t(level int, index bigint, hashes text)
     ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

/** The tiles at these places; those that are not there are left out. */
export async function listTiles(
  sql: Queryable,
  places: readonly { readonly level: number; readonly index: number }[],
): Promise<TileRow[]> {
  const rows = await sql.unsafe<TileRow[]>(
    `SELECT t.level, t.index::float8 AS index, t.hashes
     FROM json_to_recordset($1::text::json) AS p(level int, index bigint) JOIN log_tiles t ON t.level = p.level AND t.index = p.index`,
    [JSON.stringify(places.map(({ level, index }) => ({ level, index })))],
  );
  return rows.map((row) => ({ ...row }));
}
