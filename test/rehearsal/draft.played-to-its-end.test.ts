import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRun } from '../../db/queries/find-run.js';
import { readTimeline } from '../../db/queries/timeline.js';
import type { Definition } from '../../protocols/language/definition.js';
import { enterDraft } from '../../rehearsal/enter-draft.js';
import { improvise } from '../../rehearsal/improvise.js';
import { bindingsOf, institutionsOf } from '../../rehearsal/invented-institutions.js';
import { play } from '../../rehearsal/player.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { tiny } from '../fixtures/tiny.js';
import { type Stage, setStage } from '../support/stage.js';

const draft: Definition = {
  ...tiny([
    { id: 'ask', deadline: { length: 48, unit: 'hours' }, outcomes: ['told', 'unclear'] },
    { id: 'clear-up', when: 'ask:unclear', outcomes: ['cleared'] },
    {
      id: 'reply',
      by: 'other',
      when: { any: ['ask:told', 'clear-up:cleared'] },
      deadline: { length: 5, unit: 'working-days' },
      outcomes: ['done'],
    },
    {
      id: 'visit',
      when: { any: ['reply:done', 'visit:again'] },
      series: {
        after: 'reply:done',
        at: [3, 6].map((length) => ({ length, unit: 'months' as const })),
      },
      outcomes: [{ id: 'fine' }],
    },
    { id: 'close', when: 'finished:visit', outcomes: [{ id: 'closed', ends: 'over' }] },
  ]),
  id: 'never-published',
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ definitions: [], institutions: institutionsOf(draft) });
});
afterAll(() => stage?.stop());

test('a draft is lived on the real engine by chance, half a year of it, and tells its story', async () => {
  const protocol = await enterDraft(stage.door.definitions, draft);
  const bindings = Object.fromEntries(
    Object.entries(bindingsOf(draft)).map(([role, { institution }]) => [role, institution]),
  );
  const player = await play(stage, { protocol, bindings });
  const beats = await improvise(player, draft, 4);
  expect(beats.length).toBeGreaterThan(5);

  const { ending, startedAt, lastAt } = await player.state();
  expect(ending?.id).toBe('over');
  expect(lastAt - startedAt).toBeGreaterThan(180 * 86_400_000);
  const run = await findRun(stage.database.db.sql, player.runId);
  expect(run).toMatchObject({ rehearsal: true, protocol: 'draft:never-published', version: 1 });
  const entries = await readTimeline(stage.database.db.sql, player.runId);
  const story = tellTimeline(player.definition, entries, {
    language: 'en',
    timeZone: 'America/Mexico_City',
    nameOf: (id) => id,
  });
  expect(story.split('\n').length).toBeGreaterThan(entries.length);
  expect(story).toContain('Its time has come');

  const workflows = stage.client.workflow.list({ query: `WorkflowType = 'protocol:${protocol}'` });
  const found = [];
  for await (const { workflowId } of workflows) found.push(workflowId);
  expect(found).toEqual([`retorno/${protocol}/${player.runId}`]);
}, 120_000);
