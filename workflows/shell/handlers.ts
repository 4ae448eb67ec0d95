import { defineQuery, log, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import { type FollowMessage, type FollowState, STANDING_QUERY } from '../../protocols/messages.js';

const standingQuery = defineQuery<FollowState>(STANDING_QUERY);

/**
 * Takes signals of every name, since a signal is named for what happened, and answers where the run stands. Called
 * before the first wait, so that nothing that came with the start is missed.
 */
export function registerHandlers(inbox: FollowMessage[], standing: () => FollowState): void {
  setHandler(standingQuery, standing);
  setDefaultSignalHandler((name: string, ...[messages]: unknown[]) => {
    if (Array.isArray(messages) && messages.every(isMessage)) inbox.push(...messages);
    else log.warn('A signal without acts was ignored', { signal: name });
  });
}

function isMessage(value: unknown): value is FollowMessage {
  return (
    typeof value === 'object' && value !== null && Number.isInteger((value as FollowMessage).seq)
  );
}
