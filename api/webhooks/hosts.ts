import {
  approveWebhookHost,
  removeWebhookHost,
  requestWebhookHost,
} from '../../db/queries/webhooks.js';
import { readHost } from '../../platform/webhooks/target.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';

/** Whose host, and the account that acts on it. */
export interface HostAct {
  readonly institution: string;
  readonly by: string;
}

/** Asks that an institution's system may be called at a host; its id. Throws `webhook-host-refused`, `webhook-host-known`. */
export async function askForHost(
  { door, settings }: ApiContext,
  { institution, by }: HostAct,
  given: string,
): Promise<string> {
  const read = readHost(given, { allowLoopback: settings.webhooksToLoopback });
  if ('fault' in read) throw new ProblemError('webhook-host-refused');
  const id = await requestWebhookHost(door.db, { institution, by, host: read.host });
  if (id === undefined) throw new ProblemError('webhook-host-known');
  return id;
}

/** The second person's yes. Throws `webhook-own-request` for whoever asked, `webhook-unknown` when there is none to approve. */
export async function approveHost({ door }: ApiContext, act: HostAct, id: string): Promise<void> {
  const done = await approveWebhookHost(door.db, { ...act, id });
  if (done === 'own') throw new ProblemError('webhook-own-request');
  if (done === 'unknown') throw new ProblemError('webhook-unknown');
}

/** Nobody is called there from now on; one person is enough. Throws `webhook-unknown`. */
export async function removeHost({ door }: ApiContext, act: HostAct, id: string): Promise<void> {
  if (!(await removeWebhookHost(door.db, { ...act, id })))
    throw new ProblemError('webhook-unknown');
}
