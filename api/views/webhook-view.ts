import type { z } from 'zod';
import type { WebhookDelivery, WebhookEndpoint, WebhookHost } from '../../db/queries/webhooks.js';
import type { webhook, webhookCall, webhookHost } from '../schemas/webhooks.js';

/** A host as `account` sees it: whoever asked for it is not named, only whether it was them. */
export function hostView(row: WebhookHost, account: string): z.infer<typeof webhookHost> {
  const { id, host, requestedAt, approvedAt, requestedBy } = row;
  return {
    id,
    host,
    requestedAt: requestedAt.toISOString(),
    ...(approvedAt ? { approvedAt: approvedAt.toISOString() } : {}),
    isOwnRequest: requestedBy === account,
  };
}

/** An address; `now` is epoch milliseconds. */
export function endpointView(row: WebhookEndpoint, now: number): z.infer<typeof webhook> {
  const { id, url, state, createdAt, previousUntil } = row;
  const both = previousUntil && previousUntil.getTime() > now;
  return {
    id,
    url,
    state,
    createdAt: createdAt.toISOString(),
    ...(both ? { previousUntil: previousUntil.toISOString() } : {}),
  };
}

export function callView(row: WebhookDelivery): z.infer<typeof webhookCall> {
  const { id, event, reference, state, attempts, lastStatus, lastFailure } = row;
  return {
    ...{ id, event, reference, state, attempts },
    ...(lastStatus === null ? {} : { lastStatus }),
    ...(lastFailure === null ? {} : { lastFailure }),
    createdAt: row.createdAt.toISOString(),
    ...(state === 'pending' ? { nextAt: row.nextAt.toISOString() } : {}),
    ...(row.deliveredAt ? { deliveredAt: row.deliveredAt.toISOString() } : {}),
  };
}
