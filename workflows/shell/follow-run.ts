import { condition } from '@temporalio/workflow';
import type {
  FollowInput,
  FollowMessage,
  FollowResult,
  FollowState,
} from '../../protocols/messages.js';
import { facts } from './activities.js';
import { createClock } from './clock.js';
import { continueHistory, isHistoryLong } from './continue-as-new.js';
import { showStanding } from './details.js';
import { createEffects } from './effects.js';
import { registerHandlers } from './handlers.js';
import { inOrder } from './in-order.js';

/**
 * Follows one run to its end: hears of each committed act, has its effects carried out, keeps the clock of the next due
 * instant. What is open and what happens next was decided when the act was committed; nothing is decided here.
 */
export async function followRun(input: FollowInput): Promise<FollowResult> {
  let seen: FollowState = input.carried ?? { seq: 0, open: [] };
  let followed = 0;
  const inbox: FollowMessage[] = [];
  const clock = createClock(input);
  const effects = createEffects(input.runId);
  const standing = (): FollowState => {
    const { effects: _, nextDueAt: __, ...rest } = seen;
    const [nextDueAt, underWay] = [clock.nextDueAt(), effects.underWay()];
    return {
      ...rest,
      ...(nextDueAt === undefined ? {} : { nextDueAt }),
      ...(underWay.length === 0 ? {} : { effects: underWay }),
    };
  };
  registerHandlers(inbox, standing);

  const follow = (acts: readonly FollowMessage[]): void => {
    const last = acts.at(-1);
    if (!last) return;
    const { seq, open, stage, ended } = last;
    seen = { seq, open, ...(stage ? { stage } : {}), ...(ended ? { ended } : {}) };
    followed += acts.length;
    effects.begin(acts);
    clock.set(last.nextDueAt);
    showStanding(seen);
  };

  clock.set(input.carried?.nextDueAt);
  effects.resume(input.carried?.effects ?? []);
  if (input.carried) showStanding(seen);

  const isOver = () => seen.ended !== undefined && effects.underWay().length === 0;
  const mayRenew = () => isHistoryLong(followed, effects.underWay().length > 0, input.renewAfter);
  while (true) {
    await condition(() => inbox.length > 0 || isOver() || mayRenew());
    const { next, behind } = inOrder(inbox.splice(0), seen.seq);
    follow(next);
    if (behind.length > 0) {
      const { runId } = input;
      const missed = await facts.loadActs({ runId, afterSeq: seen.seq });
      inbox.unshift(...missed, ...behind);
    }
    if (inbox.length > 0) continue;
    if (isOver()) return { seq: seen.seq, ending: seen.ended ?? '' };
    if (mayRenew()) await continueHistory(input, standing());
  }
}
