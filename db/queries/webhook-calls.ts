import type postgres from 'postgres';
import type { CallState } from '../schema/webhooks.js';

/**
 * The part of a statement that enters a call for each notice of `told` whose institution has addresses of its own. Where
 * there is none it costs one look at an index.
 */
export const enterCalls = (told: string) => `
  INSERT INTO webhook_deliveries (id, endpoint_id, event, reference, due_at, run_id)
  SELECT 'msg_' || replace(gen_random_uuid()::text, '-', ''), e.id, 'notice.' || t.kind, t.reference, t.due_at, t.run_id
  FROM ${told} t JOIN webhook_endpoints e ON e.institution_id = t.institution_id`;

/** A call in the hands of one attempt. Instants are epoch milliseconds. */
export interface ClaimedCall {
  readonly id: string;
  /** Only the attempt with this number may say what became of it. */
  readonly attempt: number;
  readonly endpoint: string;
  readonly institution: string;
  readonly url: string;
  /** Sealed; the earlier one while it is still good. */
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly event: string;
  readonly reference: string;
  readonly dueAt: number | null;
  readonly createdAt: number;
  readonly rehearsal: boolean;
}

const CLAIM = `
WITH due AS (
  SELECT d.id FROM webhook_endpoints e
    JOIN webhook_hosts h ON h.institution_id = e.institution_id AND h.host = e.host AND h.approved_at IS NOT NULL AND h.removed_at IS NULL
    CROSS JOIN LATERAL (
      SELECT w.id FROM webhook_deliveries w WHERE w.endpoint_id = e.id AND w.state IN ('pending', 'sending')
        AND w.next_at <= clock_timestamp()
        AND (w.state = 'pending' OR w.claimed_at < clock_timestamp() - $4 * interval '1 millisecond')
      ORDER BY w.next_at LIMIT $2 FOR UPDATE SKIP LOCKED) d
  WHERE e.state = 'active' AND e.id <> ALL($1) LIMIT $3
), claimed AS (
  UPDATE webhook_deliveries w SET state = 'sending', attempts = w.attempts + 1, claimed_at = clock_timestamp()
  FROM due WHERE w.id = due.id RETURNING w.*
)
SELECT c.id, c.attempts AS attempt, e.id AS endpoint, e.institution_id AS institution, e.url, e.secret,
  CASE WHEN e.previous_until > clock_timestamp() THEN e.previous_secret END AS "previousSecret", c.event, c.reference,
  (extract(epoch FROM c.due_at) * 1000)::float8 AS "dueAt", (extract(epoch FROM c.created_at) * 1000)::float8 AS "createdAt",
  coalesce((SELECT r.rehearsal FROM runs r WHERE r.id = c.run_id), true) AS rehearsal
FROM claimed c JOIN webhook_endpoints e ON e.id = c.endpoint_id`;

/**
 * Takes calls in hand that are due, at most `each` of an address and none of the `busy` ones; also those whose attempt was
 * cut off more than `lease` milliseconds ago.
 */
export async function claimCalls(
  sql: postgres.Sql,
  of: { busy: readonly string[]; each: number; limit: number; lease: number },
): Promise<ClaimedCall[]> {
  return sql.unsafe<ClaimedCall[]>(CLAIM, [of.busy as string[], of.each, of.limit, of.lease], {
    prepare: true,
  });
}

/** What an attempt came to. */
export interface AttemptMade {
  readonly status?: number;
  readonly failure?: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** Milliseconds until the next attempt, or the state in which the call ends. */
export type CallEnd = { readonly again: number } | Exclude<CallState, 'pending' | 'sending'>;

/** Notes an attempt and what becomes of the call. Nothing is written when a later attempt has it. */
export async function finishCall(
  sql: postgres.Sql,
  { id, attempt }: Pick<ClaimedCall, 'id' | 'attempt'>,
  end: CallEnd,
  made?: AttemptMade,
): Promise<void> {
  const [state, again] = typeof end === 'object' ? ['pending', end.again] : [end, 0];
  await sql.unsafe(
    `WITH done AS (
       UPDATE webhook_deliveries SET state = $3, next_at = clock_timestamp() + $4 * interval '1 millisecond',
         delivered_at = CASE WHEN $3 = 'delivered' THEN clock_timestamp() END
       WHERE id = $1 AND attempts = $2 AND state = 'sending' RETURNING id
     )
     INSERT INTO webhook_attempts (delivery_id, n, status, failure, ms)
     SELECT id, (SELECT count(*) + 1 FROM webhook_attempts a WHERE a.delivery_id = done.id), $5::int, $6::text, $7::int
     FROM done WHERE $7::int IS NOT NULL`,
    [id, attempt, state!, again!, made?.status ?? null, made?.failure ?? null, made?.ms ?? null],
    { prepare: true },
  );
}

/** Lets calls to an address rest, if they went on until now, and enters a mail that tells its institution. */
export async function stopCalls(
  sql: postgres.Sql,
  { endpoint, institution }: Pick<ClaimedCall, 'endpoint' | 'institution'>,
  why: 'gone' | 'failing',
): Promise<void> {
  await sql.unsafe(
    `WITH stopped AS (
       UPDATE webhook_endpoints SET state = $2, changed_at = now() WHERE id = $1 AND state = 'active' RETURNING id
     )
     INSERT INTO mails (id, kind, about, institution_id, mailbox)
     SELECT replace(gen_random_uuid()::text, '-', ''), 'webhook-gone', id, $3, 'supervisor' FROM stopped ON CONFLICT DO NOTHING`,
    [endpoint, why, institution],
    { prepare: true },
  );
}
