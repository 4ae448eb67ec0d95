import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Piece, withFolder } from './pieces.js';

/**
 * The program that copies databases as administrators do (`RETORNO_PG_DUMP`, or the one on the path). Undefined where there is none as
 * new as the server, which others refuse.
 */
export async function findPgDump(url: string): Promise<string | undefined> {
  const program = process.env.RETORNO_PG_DUMP ?? 'pg_dump';
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int / 10000 as version`;
  await sql.end();
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= row!.version ? program : undefined;
}

/** What a dump of the whole database holds: one file of statements, or a folder of compressed ones. Throws what the program says. */
export function dumpOf(program: string, url: string, format: 'plain' | 'directory') {
  return withFolder(async (folder) => {
    const to = ['--format', format, '--file', join(folder, 'dump')];
    const { status, stderr, error } = spawnSync(program, [...to, '--dbname', url], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`pg_dump: ${stderr}`, { cause: error });
  });
}

/** What programs that watch PostgreSQL read: who does what now, statistics of tables and values, settings. */
export async function* statisticsOf(url: string): AsyncGenerator<Piece> {
  const sql = postgres(url, { max: 1 });
  const views = await sql<{ name: string }[]>`
    select viewname as name from pg_views where schemaname = 'pg_catalog' and viewname ~ '^pg_(stat|settings)'`;
  for (const { name } of views) {
    const rows = await sql.unsafe(`SELECT v::text AS text FROM pg_catalog.${name} v`);
    yield { where: name, content: rows.map(({ text }) => text).join('\n') };
  }
  await sql.end();
}
