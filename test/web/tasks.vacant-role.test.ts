import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstPath, hiddenPath, secondPath } from '../fixtures/two-protocols.js';
import { freshKey } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const LEAD = 'invented-office/case-lead';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [firstPath, secondPath, hiddenPath] });
  await web.database.db.sql`update institutions set active = false where id = 'invented-bench'`;
  await web.door.directory.reload();
});
afterAll(() => web.close());

it('the task of a role nobody fills says that the lead does not decide it, and asks for no answer', async () => {
  const started = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: 'first-path', bindings: bindingsOf(firstPath) },
  });
  const moved = await web.call<{ run: { continuedBy: { run: string } } }>(
    'POST',
    `/v1/runs/${started.body.run.run}/steps/look/complete`,
    {
      as: LEAD,
      key: freshKey(),
      body: { opening: 1, outcome: 'other-path', role: 'office' },
    },
  );
  const next = moved.body.run.continuedBy.run;
  const { status, html } = await web.open(`/tareas/${next}/hearing?vez=1&funcion=bench`, LEAD);
  expect(status).toBe(200);
  expect(html).toContain('quien conduce no decide en su lugar');
  expect(html).not.toContain('value="revisar"');
});
