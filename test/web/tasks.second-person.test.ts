import { afterAll, beforeAll, expect, it } from 'vitest';
import { pairs } from '../fixtures/pairs.js';
import { freshKey } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf, wordsOf } from './task-play.js';

const FIRST = 'invented-office/officer';
const SECOND = 'invented-office/supervisor';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [pairs] });
});
afterAll(() => web.close());

async function answer(run: string, outcome: string, way: string): Promise<string> {
  const { status, body } = await web.call<{ receipt: { folio: string } }>(
    'POST',
    `/v1/runs/${run}/steps/find/complete`,
    {
      as: FIRST,
      key: freshKey(),
      body: { opening: 1, outcome, answers: { who: 'Persona Inventada', way } },
    },
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.receipt.folio;
}

it('the page confirms the answer it showed: changed since, nothing is confirmed and the new one is shown', async () => {
  const started = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: 'invented-office/case-lead',
    key: freshKey(),
    body: { protocol: 'pairs', bindings: bindingsOf(pairs) },
  });
  const { run } = started.body.run;
  const [task, review] = [`/tareas/${run}/find`, `/tareas/${run}/find/revisar`];
  const linkTo = (folio: string) => new RegExp(`href="/tareas/${run}/find/enviada[^"]*${folio}"`);
  const read = await answer(run, 'found', 'left');
  const { html } = await web.open(task, SECOND);
  expect(html).toMatch(linkTo(read));
  const shown = fieldsOf(html, review);
  await answer(run, 'nothing', 'right');
  const changed = await answer(run, 'found', 'right');

  const refused = await web.send(review, SECOND, shown);
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.html)).toContain('No se confirmó nada');
  expect(wordsOf(refused.html)).toContain(`Abrir la respuesta que espera (folio ${changed})`);
  const acts = await web.database.db.sql`
    select 1 from history where run_id = ${run} and act->>'type' = 'step-completed'`;
  expect(acts).toHaveLength(3);

  const now = await web.send(review, SECOND, fieldsOf(refused.html, review));
  expect(now.status).toBe(303);
  const receipt = await web.open(now.location, SECOND);
  expect(receipt.status).toBe(200);
});
