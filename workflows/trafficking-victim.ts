import type { FollowInput, FollowResult } from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

/** Protected handling of a person, up to a stay or a safe return and a year of discreet contact. */
export async function traffickingVictim(input: FollowInput): Promise<FollowResult> {
  return followRun(input);
}
