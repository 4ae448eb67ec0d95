import { eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { attempts } from '../schema/attempts.js';

/** Attempts without any wait; from then on the wait doubles from one second up to `LONGEST`. */
const FREE = 5;
/** Longest wait between two attempts, in seconds. Five minutes leave a guesser fewer than 300 a day, and a person not locked out. */
const LONGEST = 300;

/**
 * Takes one attempt at proving something, e.g. `password/<address>`, before it is looked at, so that many at once gain
 * nothing. Undefined when it may go on, else the seconds to wait. A day without attempts forgets them.
 */
export async function takeAttempt(db: Database, what: string): Promise<number | undefined> {
  const key = keyOf(what);
  const [row] = await db.orm.execute<{ taken: boolean; wait: number | null }>(sql`
    WITH taken AS (
      INSERT INTO attempts AS a (key, count, last_at, retry_at) VALUES (${key}, 1, clock_timestamp(), clock_timestamp())
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN a.last_at < clock_timestamp() - interval '1 day' THEN 1 ELSE a.count + 1 END,
        last_at = clock_timestamp(),
        retry_at = clock_timestamp() + CASE
          WHEN a.last_at < clock_timestamp() - interval '1 day' OR a.count + 1 < ${FREE} THEN interval '0'
          ELSE least(power(2, least(a.count + 1 - ${FREE}, 20)), ${LONGEST}) * interval '1 second' END
      WHERE a.retry_at <= clock_timestamp()
      RETURNING 1
    )
    SELECT EXISTS (SELECT 1 FROM taken) AS taken,
      (SELECT greatest(1, ceil(extract(epoch FROM retry_at - clock_timestamp())))::int FROM attempts WHERE key = ${key}) AS wait`);
  // A row that others made after this question began is not seen by it: refused all the same, for the shortest wait.
  return row?.taken ? undefined : (row?.wait ?? 1);
}

/** The attempt succeeded: nothing is held against the next one. Removes what no longer counts for anybody. */
export async function forgetAttempts(db: Database, what: string): Promise<void> {
  const isOld = lt(attempts.lastAt, sql`now() - interval '1 day'`);
  await db.orm.delete(attempts).where(or(eq(attempts.key, keyOf(what)), isOld));
}

/**
 * Made by the database, whose own idea of small letters also finds the account: what it takes for one address is counted as
 * one, e.g. `İ` for `i`, where another idea would give each way of writing it attempts of its own.
 */
function keyOf(what: string): SQL<string> {
  return sql<string>`encode(sha256(convert_to(lower(${what}::text), 'UTF8')), 'hex')`;
}
