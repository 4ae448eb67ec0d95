import type { Api, ApiContext } from '../../context.js';
import { addWebhookRoute } from './add-webhook.js';
import { approveHostRoute } from './approve-host.js';
import { listCallsRoute } from './list-calls.js';
import { listWebhooks } from './list-webhooks.js';
import { removeHostRoute } from './remove-host.js';
import { replayCallRoute } from './replay-call.js';
import { requestHostRoute } from './request-host.js';
import { rotateSecretRoute } from './rotate-secret.js';
import { setCallsRoute } from './set-calls.js';

/** Addresses of institutions' own systems. */
export function registerWebhookRoutes(app: Api, context: ApiContext): void {
  listWebhooks(app, context);
  requestHostRoute(app, context);
  approveHostRoute(app, context);
  removeHostRoute(app, context);
  addWebhookRoute(app, context);
  rotateSecretRoute(app, context);
  setCallsRoute(app, context);
  listCallsRoute(app, context);
  replayCallRoute(app, context);
}
