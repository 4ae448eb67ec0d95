import { defineSearchAttributeKey } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { type FollowState, STAGE_ATTRIBUTE } from '../../protocols/messages.js';
import { openWords } from './words.js';

const stageKey = defineSearchAttributeKey(STAGE_ATTRIBUTE, 'KEYWORD');

/** Shows in the engine where the run stands; the stage is written only when it changes, since that costs an event. */
export function showStanding(state: FollowState): void {
  const { seq, stage, open, ended } = state;
  const head = ended ? `ended: ${ended}` : `act ${seq}${stage ? `, stage ${stage}` : ''}`;
  setCurrentDetails([head, ...open.map((note) => `- ${openWords(note)}`)].join('\n'));
  if (stage && workflowInfo().typedSearchAttributes.get(stageKey) !== stage) {
    upsertSearchAttributes([{ key: stageKey, value: stage }]);
  }
}
