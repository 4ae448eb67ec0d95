import type { FollowInput, FollowResult } from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

/** A return at the person's own wish, which may be taken back until the arrival, and a year of support. */
export async function voluntaryReturn(input: FollowInput): Promise<FollowResult> {
  return followRun(input);
}
