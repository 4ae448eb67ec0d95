import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Asker, boundTo } from './asker.js';

/** Drizzle for questions; `sql` for the few statements that must be one prepared round trip: the door's. */
export interface Database {
  readonly orm: PostgresJsDatabase;
  readonly sql: postgres.Sql;
  /** The same database for one request: its questions find of the guarded tables what the asker may see. */
  as(asker: Asker): Database;
  close(): Promise<void>;
}

/**
 * Who stands behind a connection where nobody asks: the door, relay, worker and commands. Row security lets them work; a
 * connection that does not say so finds the guarded tables empty.
 */
const DOOR = { 'app.access': 'door' } as const;

/**
 * Settings of the connections behind `sql`. Its statements join a handful of given rows with large tables by key: one
 * plan made for that shape is right at every size, while a plan made when a table was empty would scan it for ever.
 */
const KEYED_PLANS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
} as const;

/**
 * Opens two pools of at most `max` connections each (20 unless given). They connect when first used. With `serving`, as in the
 * API's process, questions find guarded rows only through `as`.
 */
export function connectDatabase(
  url: string,
  options: { max?: number; serving?: boolean } = {},
): Database {
  const common = {
    max: options.max ?? 20,
    connect_timeout: 10,
    onnotice: () => {},
  };
  const connection = { application_name: 'retorno', TimeZone: 'UTC' };
  const sql = postgres(url, { ...common, connection: { ...connection, ...KEYED_PLANS, ...DOOR } });
  const questions = postgres(url, {
    ...common,
    connection: options.serving ? connection : { ...connection, ...DOOR },
  });
  const asked = new Map<string, Database>();
  const database: Database = {
    sql,
    orm: drizzle(questions),
    as(asker) {
      const key = `${asker.role}/${asker.institution}/${asker.account ?? ''}`;
      const there = asked.get(key);
      if (there) return there;
      const bound: Database = { ...database, orm: drizzle(boundTo(questions, asker)) };
      // As many as there are people and roles at work; forgotten all at once should they ever be very many.
      if (asked.size >= 5000) asked.clear();
      asked.set(key, bound);
      return bound;
    },
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), questions.end({ timeout: 5 })]);
    },
  };
  return database;
}
