import { afterAll, beforeAll, expect, it } from 'vitest';
import { tiny } from '../fixtures/tiny.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const text = { es: 'Fecha inventada', en: 'Invented date' };

/** A planned date from which working days are counted back, so that the calendars are asked about it. */
const planned = tiny(
  [
    {
      id: 'plan',
      form: [{ id: 'when', type: 'instant', category: 'D10', label: text, plans: 'meeting' }],
      deadline: { length: 5, unit: 'working-days', from: { before: 'meeting' } },
    },
    {
      id: 'prepare',
      when: 'plan:done',
      deadline: { length: 5, unit: 'working-days', from: { before: 'meeting' } },
    },
  ],
  { dates: [{ id: 'meeting', title: text }] },
);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [planned] });
});
afterAll(() => api.close());

function start(meeting?: string) {
  return api.call<{ code: string; run: { run: string } }>('POST', '/v1/runs', {
    as: 'invented-office/case-lead',
    key: freshKey(),
    body: {
      protocol: 'tiny',
      bindings: bindingsOf(planned),
      ...(meeting ? { dates: { meeting } } : {}),
    },
  });
}

it('refuses a planned date the calendars do not reach, and writes nothing', async () => {
  expect((await start('2027-06-01T15:00:00Z')).status).toBe(201);
  const run = (await start()).body.run.run;
  const as = 'invented-office/officer';
  await api.tokenOf(as);
  const before = await api.database.countRows();
  const late = await start('2099-12-31T15:00:00Z');
  expect([late.status, late.body.code]).toEqual([422, 'date-invalid']);
  const answered = await api.call('POST', `/v1/runs/${run}/steps/plan/complete`, {
    as,
    key: freshKey(),
    body: { opening: 1, outcome: 'done', answers: { when: '2099-12-31T15:00:00Z' } },
  });
  expect([answered.status, answered.body.code]).toEqual([422, 'date-invalid']);
  expect(await api.database.countRows()).toEqual(before);
});
