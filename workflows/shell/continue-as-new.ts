import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { FollowInput, FollowState } from '../../protocols/messages.js';

/** Acts followed in one history. With the events of an act this stays below what the server suggests. */
const RENEW_AFTER = 400;

/**
 * Whether the history should begin anew. With effects under way it waits for a quiet moment until the history is twice
 * as long; then they are handed over, for a mail server may be down for weeks.
 */
export function isHistoryLong(followed: number, busy: boolean, renewAfter = RENEW_AFTER): boolean {
  if (busy) return followed >= 2 * renewAfter;
  return followed >= renewAfter || (followed > 0 && workflowInfo().continueAsNewSuggested);
}

/** Goes on in a new history of the same run. Does not return. */
export async function continueHistory(input: FollowInput, carried: FollowState): Promise<never> {
  const again = makeContinueAsNewFunc<(next: FollowInput) => Promise<unknown>>();
  return again({ ...input, carried });
}
