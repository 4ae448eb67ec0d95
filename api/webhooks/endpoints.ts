import { randomCode } from '../../db/queries/random-code.js';
import {
  addWebhookEndpoint,
  findWebhookEndpoint,
  findWebhookSecret,
  listWebhookDeliveries,
  replayDelivery,
  rotateWebhookSecret,
  setEndpointState,
  type WebhookDelivery,
  type WebhookEndpoint,
} from '../../db/queries/webhooks.js';
import { newWebhookSecret } from '../../platform/webhooks/signature.js';
import { readTarget } from '../../platform/webhooks/target.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import type { HostAct } from './hosts.js';

/** How long the secret before the present one stays good; milliseconds. */
export const SECRETS_OVERLAP = 24 * 60 * 60_000;

/** An address and the secret its calls are signed with, which is shown once. */
export interface WithSecret {
  readonly id: string;
  readonly secret: string;
}

/** Adds an address on an approved host; the secret is made unless given. Throws `webhook-url-refused`, `webhook-host-unapproved`. */
export async function addEndpoint(
  { door, settings }: ApiContext,
  { institution, by }: HostAct,
  given: string,
  secret = newWebhookSecret(),
): Promise<WithSecret> {
  const read = readTarget(given, { allowLoopback: settings.webhooksToLoopback });
  if ('fault' in read) throw new ProblemError('webhook-url-refused');
  const { href, host } = read.url;
  const id = randomCode(16);
  const sealed = door.vault.protect(secret, `webhook/${id}`);
  const added = await addWebhookEndpoint(door.db, {
    ...{ institution, id, by, host },
    url: href,
    secret: sealed,
  });
  if (!added) throw new ProblemError('webhook-host-unapproved');
  return { id, secret };
}

/** A new secret, made unless given; the one before stays good for a day. Throws `webhook-unknown`, `webhook-changed`. */
export async function rotateSecret(
  { door }: ApiContext,
  of: { institution: string; id: string },
  secret = newWebhookSecret(),
): Promise<WithSecret> {
  const { db, vault } = door;
  const was = await findWebhookSecret(db, of);
  if (was === undefined) throw new ProblemError('webhook-unknown');
  const rotated = await rotateWebhookSecret(db, {
    ...of,
    was,
    previous: vault.protect(vault.reveal(was, `webhook/${of.id}`), `webhook-previous/${of.id}`),
    secret: vault.protect(secret, `webhook/${of.id}`),
    overlap: SECRETS_OVERLAP,
  });
  if (!rotated) throw new ProblemError('webhook-changed');
  return { id: of.id, secret };
}

/** Lets calls rest or go on. Throws `webhook-unknown`, and `webhook-changed` where it stands so already. */
export async function setCalls(
  context: ApiContext,
  of: { institution: string; id: string },
  to: 'active' | 'stopped',
): Promise<void> {
  await getEndpoint(context, of);
  if (!(await setEndpointState(context.door.db, of, to))) throw new ProblemError('webhook-changed');
}

/** An address of the institution. Throws `webhook-unknown`, also for one of another institution. */
export async function getEndpoint(
  { door }: ApiContext,
  of: { institution: string; id: string },
): Promise<WebhookEndpoint> {
  const found = await findWebhookEndpoint(door.db, of);
  if (!found) throw new ProblemError('webhook-unknown');
  return found;
}

/** Calls to an address, newest first, and where the next page begins. Throws `webhook-unknown`. */
export async function pageOfCalls(
  context: ApiContext,
  of: { institution: string; id: string },
  { limit, before }: { limit: number; before?: string },
): Promise<{ items: WebhookDelivery[]; next?: string }> {
  await getEndpoint(context, of);
  const at = before === undefined ? {} : { before };
  const found = await listWebhookDeliveries(context.door.db, {
    endpoint: of.id,
    limit: limit + 1,
    ...at,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last ? { next: last.id } : {}) };
}

/** Has a call made again under the same id. Throws `webhook-unknown`, and `webhook-changed` for one under way. */
export async function replayCall(
  context: ApiContext,
  of: { institution: string; id: string; delivery: string },
): Promise<void> {
  await getEndpoint(context, of);
  const again = await replayDelivery(context.door.db, { endpoint: of.id, id: of.delivery });
  if (!again) throw new ProblemError('webhook-changed');
}
