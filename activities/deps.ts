import type { Retention } from '../db/queries/expired-keys.js';
import type { Door } from '../door/door.js';
import type { MailTransport } from '../platform/mail/transport.js';
import type { ReconcileReport } from '../protocols/ports.js';

/** What the activities work with. One per worker process. */
export interface ActivityDeps {
  readonly door: Door;
  readonly mail: MailTransport;
  /** Mail goes to the catcher and is delivered to nobody. Where it is not so, rehearsals send none. */
  readonly mailIsCaught: boolean;
  /** Address of the pages, without a slash at the end; links in mails begin with it. */
  readonly publicUrl: string;
  /** Makes message ids that are stable and tell nothing; 32 bytes. */
  readonly messageIdKey: Buffer;
  /** Calls to institutions' own systems may go to this machine, unencrypted. Only for tests and demos. */
  readonly webhooksToLoopback?: boolean;
  /** How many days data is kept after the end of a person's last run. */
  readonly retention: Retention;
  /** Aborted when the worker begins to stop, before it waits for activities under way. */
  readonly stopping: AbortSignal;
  /** Compares runs, outbox and workflows and repairs what differs. */
  reconcile(): Promise<ReconcileReport>;
}
