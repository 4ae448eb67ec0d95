import { type FollowMessage, RECONCILED } from '../../protocols/messages.js';

/** Messages that follow without a gap, and those that show that something in between was missed. */
export interface InOrder {
  readonly next: readonly FollowMessage[];
  readonly behind: readonly FollowMessage[];
}

/** Puts messages into the order of their acts after `seq`, each once; what was followed before is left out. */
export function inOrder(received: readonly FollowMessage[], seq: number): InOrder {
  const next: FollowMessage[] = [];
  const behind: FollowMessage[] = [];
  let last = seq;
  for (const message of [...received].sort((a, b) => a.seq - b.seq)) {
    if (message.seq <= last) continue;
    if (message.seq === last + 1 && message.name !== RECONCILED) {
      next.push(message);
      last = message.seq;
    } else behind.push(message);
  }
  return { next, behind: behind.filter((message) => message.seq > last) };
}
