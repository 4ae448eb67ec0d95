import type { FollowInput, FollowResult } from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

/** Reception of an adult returned by a State, from identification to the end of support. */
export async function adultDeportee(input: FollowInput): Promise<FollowResult> {
  return followRun(input);
}
