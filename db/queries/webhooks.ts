import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import {
  type CallState,
  type EndpointState,
  webhookDeliveries,
  webhookEndpoints,
  webhookHosts,
} from '../schema/webhooks.js';
import { randomCode } from './random-code.js';
import { isUniqueViolation } from './unique-violation.js';

export { CALL_STATES, ENDPOINT_STATES } from '../schema/webhooks.js';

/** A host an institution's system may be called at, once approved. */
export type WebhookHost = typeof webhookHosts.$inferSelect;

/** An address of an institution's own system, without its secrets. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly institutionId: string;
  readonly url: string;
  readonly host: string;
  readonly state: EndpointState;
  readonly createdAt: Date;
  /** Until when the secret before the present one is good too. */
  readonly previousUntil: Date | null;
}

const { id, institutionId, url, host, state, createdAt, previousUntil } = webhookEndpoints;
const ENDPOINT = { id, institutionId, url, host, state, createdAt, previousUntil };

/** Hosts of an institution that were not removed, in the order they were asked for. */
export async function listWebhookHosts(db: Database, institution: string): Promise<WebhookHost[]> {
  return db.orm
    .select()
    .from(webhookHosts)
    .where(and(eq(webhookHosts.institutionId, institution), isNull(webhookHosts.removedAt)))
    .orderBy(webhookHosts.requestedAt, webhookHosts.id);
}

/** Asks for a host; its id. Undefined when the institution has it, asked for or approved. */
export async function requestWebhookHost(
  db: Database,
  of: { institution: string; host: string; by: string },
): Promise<string | undefined> {
  try {
    const row = { institutionId: of.institution, host: of.host, requestedBy: of.by };
    const made = randomCode(16);
    await db.orm.insert(webhookHosts).values({ id: made, ...row });
    return made;
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/** Whether there is such a host and this person's word approves it: never whoever asked for it, and only once. */
export async function approveWebhookHost(
  db: Database,
  of: { institution: string; id: string; by: string },
): Promise<'approved' | 'own' | 'unknown'> {
  const which = and(
    eq(webhookHosts.id, of.id),
    eq(webhookHosts.institutionId, of.institution),
    isNull(webhookHosts.removedAt),
    isNull(webhookHosts.approvedAt),
  );
  const rows = await db.orm
    .update(webhookHosts)
    .set({ approvedBy: of.by, approvedAt: sql`now()` })
    .where(and(which, sql`${webhookHosts.requestedBy} <> ${of.by}`))
    .returning({ id: webhookHosts.id });
  if (rows.length > 0) return 'approved';
  const [own] = await db.orm.select({ id: webhookHosts.id }).from(webhookHosts).where(which);
  return own ? 'own' : 'unknown';
}

/** Takes a host away: from now on nobody is called there. False when there is none. */
export async function removeWebhookHost(
  db: Database,
  of: { institution: string; id: string; by: string },
): Promise<boolean> {
  const rows = await db.orm
    .update(webhookHosts)
    .set({ removedBy: of.by, removedAt: sql`now()` })
    .where(
      and(
        eq(webhookHosts.id, of.id),
        eq(webhookHosts.institutionId, of.institution),
        isNull(webhookHosts.removedAt),
      ),
    )
    .returning({ id: webhookHosts.id });
  return rows.length > 0;
}

/** Addresses of an institution's own system, oldest first. */
export async function listWebhookEndpoints(
  db: Database,
  institution: string,
): Promise<WebhookEndpoint[]> {
  return db.orm
    .select(ENDPOINT)
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.institutionId, institution))
    .orderBy(webhookEndpoints.createdAt, webhookEndpoints.id);
}

export interface EndpointOf {
  readonly institution: string;
  readonly id: string;
}

const isThat = (of: EndpointOf) =>
  and(eq(webhookEndpoints.id, of.id), eq(webhookEndpoints.institutionId, of.institution));

/** One address of an institution. */
export async function findWebhookEndpoint(
  db: Database,
  of: EndpointOf,
): Promise<WebhookEndpoint | undefined> {
  const [row] = await db.orm.select(ENDPOINT).from(webhookEndpoints).where(isThat(of));
  return row;
}

/** Adds an address. False, and nothing is added, when its host is not approved for the institution. */
export async function addWebhookEndpoint(
  db: Database,
  of: EndpointOf & { url: string; host: string; secret: string; by: string },
): Promise<boolean> {
  const rows = await db.orm.execute(sql`
    INSERT INTO webhook_endpoints (id, institution_id, url, host, secret, created_by)
    SELECT ${of.id}, h.institution_id, ${of.url}, h.host, ${of.secret}, ${of.by} FROM webhook_hosts h
    WHERE h.institution_id = ${of.institution} AND h.host = ${of.host} AND h.approved_at IS NOT NULL AND h.removed_at IS NULL
    RETURNING id`);
  return rows.length > 0;
}

/** The sealed secret of an address. */
export async function findWebhookSecret(db: Database, of: EndpointOf): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ secret: webhookEndpoints.secret })
    .from(webhookEndpoints)
    .where(isThat(of));
  return row?.secret;
}

/** Puts a new secret in place of `was`, which stays good for `overlap` milliseconds. False when somebody was faster. */
export async function rotateWebhookSecret(
  db: Database,
  of: EndpointOf & { was: string; previous: string; secret: string; overlap: number },
): Promise<boolean> {
  const rows = await db.orm
    .update(webhookEndpoints)
    .set({
      secret: of.secret,
      previousSecret: of.previous,
      previousUntil: sql`now() + ${of.overlap} * interval '1 millisecond'`,
      changedAt: sql`now()`,
    })
    .where(and(isThat(of), eq(webhookEndpoints.secret, of.was)))
    .returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

/** Lets calls to an address rest, or go on. False when there is no such address, or it stands so already. */
export async function setEndpointState(
  db: Database,
  of: EndpointOf,
  to: 'active' | 'stopped',
): Promise<boolean> {
  const from: EndpointState[] = to === 'active' ? ['stopped', 'gone', 'failing'] : ['active'];
  const rows = await db.orm
    .update(webhookEndpoints)
    .set({ state: to, changedAt: sql`now()` })
    .where(and(isThat(of), inArray(webhookEndpoints.state, from)))
    .returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

/** One call and what became of it. */
export interface WebhookDelivery {
  readonly id: string;
  readonly event: string;
  readonly reference: string;
  readonly state: CallState;
  /** Attempts made so far, replays included. */
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastFailure: string | null;
  readonly createdAt: Date;
  readonly nextAt: Date;
  readonly deliveredAt: Date | null;
}

/** Calls to an address, newest first; `before` is an id of the page before. */
export async function listWebhookDeliveries(
  db: Database,
  of: { endpoint: string; limit: number; before?: string },
): Promise<WebhookDelivery[]> {
  const last = (column: 'status' | 'failure') =>
    sql.raw(
      `(SELECT a.${column} FROM webhook_attempts a WHERE a.delivery_id = webhook_deliveries.id ORDER BY a.n DESC LIMIT 1)`,
    );
  const d = webhookDeliveries;
  return db.orm
    .select({
      id: d.id,
      event: d.event,
      reference: d.reference,
      state: d.state,
      attempts: sql<number>`(SELECT count(*)::int FROM webhook_attempts a WHERE a.delivery_id = ${d}.id)`,
      lastStatus: sql<number | null>`${last('status')}`,
      lastFailure: sql<string | null>`${last('failure')}`,
      createdAt: d.createdAt,
      nextAt: d.nextAt,
      deliveredAt: d.deliveredAt,
    })
    .from(d)
    .where(
      and(
        eq(d.endpointId, of.endpoint),
        of.before === undefined
          ? undefined
          : sql`(${d.createdAt}, ${d.id}) < (SELECT b.created_at, b.id FROM webhook_deliveries b WHERE b.id = ${of.before})`,
      ),
    )
    .orderBy(desc(d.createdAt), desc(d.id))
    .limit(of.limit);
}

/** Has a call made again, under the same id, from the first attempt on. False for one that is under way or not there. */
export async function replayDelivery(
  db: Database,
  of: { endpoint: string; id: string },
): Promise<boolean> {
  const rows = await db.orm
    .update(webhookDeliveries)
    .set({ state: 'pending', attempts: 0, nextAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(webhookDeliveries.id, of.id),
        eq(webhookDeliveries.endpointId, of.endpoint),
        inArray(webhookDeliveries.state, ['pending', 'delivered', 'failed']),
      ),
    )
    .returning({ id: webhookDeliveries.id });
  return rows.length > 0;
}
