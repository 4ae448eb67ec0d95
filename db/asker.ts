import type postgres from 'postgres';
import type { AccessRole } from './schema/access-tokens.js';
import { GUARDED, LOGGED } from './table-classes.js';

/** For whom a question is asked: row security shows what this institution's role may see. */
export interface Asker {
  readonly institution: string;
  readonly role: AccessRole;
  /** Opaque id of the access used, for the log. */
  readonly account?: string;
}

/** Set for one transaction and gone with it: a connection that goes back to the pool remembers nothing. */
const SET_ASKER =
  "SELECT set_config('app.access', $1, true), set_config('app.institution', $2, true), set_config('app.account', $3, true)";

/** Says on a connection, until its transaction ends, who asks: for the last statement of one the door began. */
export function sayAsker(
  on: postgres.TransactionSql,
  { institution, role, account = '' }: Asker,
): postgres.PendingQuery<postgres.Row[]> {
  return on.unsafe(SET_ASKER, [role, institution, account], { prepare: true });
}

const ABOUT_GUARDED = new RegExp(`\\b(${GUARDED.join('|')})\\b`);
/** Changes of what the log keeps with whoever made them; reading such tables needs nothing said. */
const CHANGES_LOGGED = new RegExp(
  `^\\s*(insert|update|delete|with)\\b[^]*\\b(${LOGGED.join('|')})\\b`,
  'i',
);

/**
 * The pool as one asker may use it, in the shape Drizzle takes. A question about a guarded table, or a change the log keeps,
 * runs in a transaction that says who asks, sent in one go with it; others go as they are, and would find every guarded table
 * empty.
 */
export function boundTo(pool: postgres.Sql, asker: Asker): postgres.Sql {
  const say = (on: postgres.TransactionSql) => sayAsker(on, asker);

  const unsafe = (
    text: string,
    parameters?: postgres.ParameterOrJSON<never>[],
    options?: postgres.UnsafeQueryOptions,
  ): unknown => {
    const how = isOften(text) ? { ...options, prepare: true } : options;
    if (!needsAsker(text)) return pool.unsafe(text, parameters, how);
    const run = async (asValues: boolean): Promise<unknown> => {
      const [, rows] = await pool.begin((tx) => {
        const question = tx.unsafe(text, parameters, how);
        return [say(tx), asValues ? question.values() : question];
      });
      return rows;
    };
    // It stands for the driver's own pending query: Drizzle awaits it, or asks for rows as lists. Nothing is sent before.
    return {
      then: (done?: (rows: unknown) => unknown, failed?: (error: unknown) => unknown) =>
        run(false).then(done, failed),
      values: () => run(true),
    };
  };

  const begin = (work: (tx: postgres.TransactionSql) => unknown) =>
    pool.begin(async (tx) => {
      await say(tx);
      return work(tx);
    });

  return { unsafe, begin, options: pool.options } as unknown as postgres.Sql;
}

const known = new Map<string, boolean>();

function needsAsker(text: string): boolean {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const found = ABOUT_GUARDED.test(text) || CHANGES_LOGGED.test(text);
  // Texts come from the program alone; the limit is for lists of parameters that differ in length.
  if (known.size < 5000) known.set(text, found);
  return found;
}

const OFTEN = 3;
const MOST_KEPT = 300;
const times = new Map<string, number>();
let kept = 0;

/**
 * Whether a text is asked so often that the server should keep it read and planned: that spares each request the planning
 * and one way there and back. Every connection keeps its own, so they are limited; later ones are asked as before.
 */
function isOften(text: string): boolean {
  const before = times.get(text) ?? 0;
  if (before >= OFTEN) return true;
  if (times.size >= 5000) return false;
  if (before === OFTEN - 1 && kept >= MOST_KEPT) return false;
  if (before === OFTEN - 1) kept += 1;
  times.set(text, before + 1);
  return before + 1 >= OFTEN;
}
