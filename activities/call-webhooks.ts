import { cancellationSignal, log } from '@temporalio/activity';
import {
  type CallEnd,
  type ClaimedCall,
  claimCalls,
  finishCall,
  stopCalls,
} from '../db/queries/webhook-calls.js';
import { type CallResult, callWebhook } from '../platform/webhooks/call.js';
import { signatureHeaders } from '../platform/webhooks/signature.js';
import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { keepAlive } from './keep-alive.js';
import { pauseFor } from './pause-for.js';

/** One call may take this long in all. */
export const LONGEST_CALL = 15_000;
const LEASE = LONGEST_CALL + 15_000;
/** Calls under way at once, and of them to one address: a slow system holds up itself only. */
const AT_ONCE = 32;
const EACH = 2;
const BETWEEN_LOOKS = 500;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Waits before the next attempts; after the last, three days from the first, calls to the address rest. */
export const WAITS: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  28 * HOUR,
];

/**
 * Tells institutions' own systems of their notices: a type, a reference, an instant, signed. Each call waits in its row
 * until it was taken. Works until the time is up or the worker stops; calls under way are let end.
 */
export function createCallWebhooks(deps: ActivityDeps): SystemActivities['callWebhooks'] {
  return ({ forMs }) =>
    keepAlive(async () => ({
      made: await work(deps, forMs, AbortSignal.any([cancellationSignal(), deps.stopping])),
    }));
}

async function work(deps: ActivityDeps, forMs: number, signal: AbortSignal): Promise<number> {
  const { sql } = deps.door.db;
  const end = performance.now() + forMs;
  const underWay = new Map<string, Promise<void>>();
  const perEndpoint = new Map<string, number>();
  const count = (endpoint: string, by: number) =>
    perEndpoint.set(endpoint, (perEndpoint.get(endpoint) ?? 0) + by);
  let made = 0;
  while (!signal.aborted && performance.now() < end) {
    const busy = [...perEndpoint].filter(([, n]) => n > 0).map(([endpoint]) => endpoint);
    const limit = AT_ONCE - underWay.size;
    const claimed =
      limit > 0 ? await claimCalls(sql, { busy, each: EACH, limit, lease: LEASE }) : [];
    for (const call of claimed) {
      count(call.endpoint, 1);
      made += 1;
      const done = deliver(deps, call).finally(() => {
        underWay.delete(call.id);
        count(call.endpoint, -1);
      });
      underWay.set(call.id, done);
    }
    // Whatever ends first makes room; with nothing found there is time.
    const rest = pauseFor(Math.min(BETWEEN_LOOKS, end - performance.now()), signal);
    await (claimed.length > 0 ? Promise.race([rest, ...underWay.values()]) : rest);
  }
  await Promise.all(underWay.values());
  return made;
}

async function deliver(deps: ActivityDeps, call: ClaimedCall): Promise<void> {
  const { sql } = deps.door.db;
  try {
    if (call.rehearsal) return await finishCall(sql, call, 'obsolete');
    const began = performance.now();
    const result = await make(deps, call);
    const ms = Math.round(performance.now() - began);
    await conclude(deps, call, result, ms);
  } catch (error) {
    // The row stays in hand until its lease is over, and is tried again then.
    log.error('A call to an institution’s system cannot be made', { err: error });
  }
}

async function make(deps: ActivityDeps, call: ClaimedCall): Promise<CallResult> {
  const { vault, clock } = deps.door;
  const { id, endpoint, event, reference, dueAt, createdAt, previousSecret } = call;
  const secrets = [vault.reveal(call.secret, `webhook/${endpoint}`)];
  if (previousSecret !== null) {
    secrets.push(vault.reveal(previousSecret, `webhook-previous/${endpoint}`));
  }
  // The same bytes at every attempt: what happened, not when it was told.
  const body = JSON.stringify({
    type: event,
    timestamp: new Date(createdAt).toISOString(),
    data: { reference, ...(dueAt === null ? {} : { due_at: new Date(dueAt).toISOString() }) },
  });
  const headers = signatureHeaders({ id, at: clock.now(), body }, secrets);
  return callWebhook(
    { url: call.url, headers, body },
    { forMs: LONGEST_CALL, allowLoopback: deps.webhooksToLoopback ?? false },
  );
}

async function conclude(
  { door }: ActivityDeps,
  call: ClaimedCall,
  result: CallResult,
  ms: number,
): Promise<void> {
  const { sql } = door.db;
  const status = 'status' in result ? result.status : 0;
  const wait = WAITS[call.attempt - 1];
  const isTaken = status >= 200 && status < 300;
  const isGone = status === 410;
  const end: CallEnd = isTaken
    ? 'delivered'
    : isGone || wait === undefined
      ? 'failed'
      : { again: wait };
  if (end === 'failed') await stopCalls(sql, call, isGone ? 'gone' : 'failing');
  await finishCall(sql, call, end, { ...result, ms });
}
