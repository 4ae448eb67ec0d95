import { positiveAtoms } from '../../../protocols/language/condition.js';
import {
  type Definition,
  isWithdrawal,
  type ProtocolEvent,
} from '../../../protocols/language/definition.js';
import type { EventGroup } from './words.js';

export const EVENT_GROUPS: readonly EventGroup[] = [
  'stop',
  'consent',
  'extra',
  'reroute',
  'end',
  'note',
];

/** What kind of action reporting an event is, by what the protocol says it does. */
export function groupOf({ steps }: Definition, event: ProtocolEvent): EventGroup {
  // Whatever else it does, and also when the case has ended, it is looked for as what it is.
  if (isWithdrawal(event)) return 'consent';
  if (event.continues) return 'reroute';
  if (event.ends) return 'end';
  if (event.clears?.length || event.withdraws?.length) return 'stop';
  const opens = steps.some(({ when }) => positiveAtoms(when).includes(`event:${event.id}`));
  return opens ? 'extra' : 'note';
}
