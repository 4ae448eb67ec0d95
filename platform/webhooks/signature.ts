import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A new secret of 256 bits in the form receivers' libraries read. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * The headers that let a receiver know a call is ours and fresh: id, second, and one signature for each secret, so that
 * the old one is good while the new one is being put in place. `at` is epoch milliseconds.
 */
export function signatureHeaders(
  call: { readonly id: string; readonly at: number; readonly body: string },
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const at = new Date(call.at);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(call.id, at, call.body));
  return {
    'webhook-id': call.id,
    'webhook-timestamp': String(Math.floor(call.at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
