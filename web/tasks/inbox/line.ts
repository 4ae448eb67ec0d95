import type { InboxItemView } from '../../../api/schemas/inbox.js';
import type { InboxItem } from '../../../db/queries/find-inbox.js';

/** One line of the inbox: what the API says of a task, and who holds it. */
export interface Line {
  readonly view: InboxItemView;
  readonly item: InboxItem;
  /** Whoever holds it is away, and the reader answers for them. */
  readonly standIn: boolean;
}
