import type { FollowInput, FollowResult } from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

/** Protection of an unaccompanied child, up to a stay or an escorted return and a year of visits. */
export async function unaccompaniedMinor(input: FollowInput): Promise<FollowResult> {
  return followRun(input);
}
