import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.js';

/** Drizzle for questions; `sql` for the few statements that must be one prepared round trip. */
export interface Database {
  readonly orm: PostgresJsDatabase<typeof schema>;
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

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

/** Opens two pools of at most `max` connections each (20 unless given). They connect when first used. */
export function connectDatabase(url: string, options: { max?: number } = {}): Database {
  const common = {
    max: options.max ?? 20,
    connect_timeout: 10,
    onnotice: () => {},
  };
  const connection = { application_name: 'retorno', TimeZone: 'UTC' };
  const sql = postgres(url, { ...common, connection: { ...connection, ...KEYED_PLANS } });
  const questions = postgres(url, { ...common, connection });
  return {
    sql,
    orm: drizzle(questions, { schema }),
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), questions.end({ timeout: 5 })]);
    },
  };
}
