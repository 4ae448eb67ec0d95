import { createHmac } from 'node:crypto';
import type { WebContext } from '../context.js';

/**
 * The key under which a browser keeps what was typed and not yet saved. It is the person's own and comes with each of
 * their pages, so that nothing of it is stored on the machine: what was left there opens only where the same person has
 * signed in again.
 */
export function draftKeyOf({ door }: WebContext, userId: string): string {
  const key = door.vault.derive('drafts in browsers');
  return createHmac('sha256', key).update(userId).digest('base64url');
}
