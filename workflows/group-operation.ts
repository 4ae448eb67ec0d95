import type { FollowInput, FollowResult } from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

/**
 * A bus or a flight many people share, from its draft to its report. It decides nothing about anybody: when it falls or
 * moves, each seated person's own run is told by an activity of this workflow.
 */
export async function groupOperation(input: FollowInput): Promise<FollowResult> {
  return followRun(input);
}
