import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { keepAlive } from './keep-alive.js';

/** Compares runs, outbox and workflows and repairs what differs. */
export function createReconcile({ reconcile }: ActivityDeps): SystemActivities['reconcile'] {
  return () => keepAlive(reconcile);
}
