import { ApplicationFailure } from '@temporalio/common';
import { findUnfinishedEffects, listActs } from '../db/queries/unfinished-effects.js';
import { getDefinition, rememberRun } from '../door/commit-act.js';
import { messageOf } from '../door/message-of.js';
import { project } from '../door/project.js';
import { apply } from '../protocols/core/apply.js';
import type { RunState } from '../protocols/core/state.js';
import type { FollowMessage } from '../protocols/messages.js';
import { ACTIVITY_FAILURES, type RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/** Messages in one answer; a payload of the engine must stay small. */
const MOST_MESSAGES = 200;

/** Every notice counts as mailed here; which of them still are to be is asked of the facts. */
const EVERYTHING_MAILED = { hasMail: () => true, reference: () => '' };

/** The messages after an act, made again from the history: what the relay would have told. */
export function createLoadActs({ door }: ActivityDeps): RunActivities['loadActs'] {
  return async ({ runId, afterSeq }) => {
    const run = await rememberRun(door, runId);
    if (!run) throw ApplicationFailure.nonRetryable('no such run', ACTIVITY_FAILURES.runUnknown);
    const definition = await getDefinition(door, run);
    const unfinished = await findUnfinishedEffects(door.db.sql, runId, afterSeq);
    const isPending = (seq: number, n: number) =>
      unfinished.notices.some((notice) => notice.seq === seq && notice.n === n);
    const messages: FollowMessage[] = [];
    let state: RunState | undefined;
    for (const act of await listActs(door.db.sql, runId)) {
      const applied = apply(definition, state, act);
      if (!applied.ok) throw new Error('An entered act is refused now');
      state = applied.state;
      const { seq } = state;
      if (seq <= afterSeq) continue;
      if (messages.length === MOST_MESSAGES) break;
      const rows = project(definition, state, act, applied.effects, EVERYTHING_MAILED);
      const message = messageOf(definition, state, act, rows, applied.effects);
      messages.push({
        ...message,
        notices: message.notices.filter((notice) => isPending(seq, notice.n)),
        releases: message.releases.filter(({ share }) => unfinished.shares.includes(share)),
      });
    }
    if (messages.length > 0) return messages;
    throw ApplicationFailure.retryable('no later act', ACTIVITY_FAILURES.actsMissing);
  };
}
