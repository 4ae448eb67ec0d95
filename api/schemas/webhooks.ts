import { z } from 'zod';
import { CALL_STATES, ENDPOINT_STATES } from '../../db/queries/webhooks.js';
import { code, cursor, instant } from './common.js';

const id = z.string().regex(/^[0-9a-v]{26}$/);
const deliveryId = z.string().regex(/^msg_[0-9a-f]{32}$/);

export const forInstitution = z.object({
  institution: code.optional().describe('Administrators may name one; else the own one'),
});
export const webhookParams = z.object({ webhook: id });
export const hostParams = z.object({ host: id });
export const deliveryParams = z.object({ webhook: id, delivery: deliveryId });

export const webhookHost = z
  .object({
    id,
    host: z.string(),
    requestedAt: instant,
    approvedAt: instant.optional().describe('Absent while it waits for a second person'),
    isOwnRequest: z.boolean().describe('You asked for it, so somebody else must approve it'),
  })
  .meta({ id: 'WebhookHost' });

export const webhook = z
  .object({
    id,
    url: z.string(),
    state: z
      .enum(ENDPOINT_STATES)
      .describe('`gone`: the other side answered 410; `failing`: a call was not taken for days'),
    createdAt: instant,
    previousUntil: instant.optional().describe('Until when the earlier secret signs too'),
  })
  .meta({ id: 'Webhook' });

export const webhookList = z
  .object({ hosts: z.array(webhookHost), webhooks: z.array(webhook) })
  .meta({ id: 'WebhookList' });

export const secretOnce = z
  .object({ id, secret: z.string().describe('Shown this once') })
  .meta({ id: 'WebhookSecret' });

export const webhookCall = z
  .object({
    id: deliveryId.describe('The header `webhook-id`, the same at every attempt'),
    event: z.string(),
    reference: z.string(),
    state: z.enum(CALL_STATES),
    attempts: z.int(),
    lastStatus: z.int().optional().describe('Status of the last answer'),
    lastFailure: z.string().optional().describe('Why there was no answer'),
    createdAt: instant,
    nextAt: instant.optional().describe('Next attempt'),
    deliveredAt: instant.optional(),
  })
  .meta({ id: 'WebhookCall' });

export const callsPage = z.object({ items: z.array(webhookCall), next: z.string().optional() });

export const callsQuery = forInstitution.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor,
});
