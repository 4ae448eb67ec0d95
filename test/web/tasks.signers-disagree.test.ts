import { afterAll, beforeAll, expect, it } from 'vitest';
import { tiny } from '../fixtures/tiny.js';
import { freshKey } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const words = { es: 'Inventado', en: 'Invented' };
const definition = tiny([{ id: 'sign', by: ['office', 'court'], outcomes: ['yes', 'later'] }], {
  roles: [
    { id: 'office', kind: 'OFF', side: 'sending', title: words },
    { id: 'court', kind: 'CRT', side: 'sending', title: words },
  ],
});
const LEAD = 'invented-office/case-lead';
const COURT = 'invented-court/officer';
const DISAGREE = 'Dieron respuestas distintas';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [definition] });
});
afterAll(() => web.close());

it('signers who gave different answers are told so, and that the task waits for them', async () => {
  const { body } = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: definition.id, bindings: bindingsOf(definition) },
  });
  const { run } = body.run;
  const sign = async (as: string, outcome: string) => {
    const url = `/v1/runs/${run}/steps/sign/complete`;
    const sent = await web.call('POST', url, {
      as,
      key: freshKey(),
      body: { opening: 1, outcome },
    });
    expect(sent.status).toBe(200);
  };
  const pages = async () => {
    const said: string[] = [];
    for (const [address, as] of [
      [`/tareas/${run}/sign?vez=1&funcion=office`, LEAD],
      [`/tareas/${run}/sign?vez=1&funcion=court`, COURT],
      [`/casos/${run}/pasos/sign`, LEAD],
    ] as const) {
      const { status, html } = await web.open(address, as);
      expect(status, address).toBe(200);
      said.push(html);
    }
    return said;
  };
  const step = async () => {
    const shown = await web.call<{ steps: { signers: { signed: boolean }[]; disagree?: true }[] }>(
      'GET',
      `/v1/runs/${run}`,
      { as: COURT },
    );
    return shown.body.steps[0]!;
  };
  await sign(LEAD, 'yes');
  for (const html of await pages()) expect(html).not.toContain(DISAGREE);
  expect(await step()).not.toHaveProperty('disagree');
  await sign(COURT, 'later');
  const [office, court, lead] = await pages();
  for (const html of [office, court, lead]) expect(html).toContain(DISAGREE);
  // Each can answer again, and neither reads what the other said.
  expect(court).toContain('value="revisar"');
  expect(office).toContain('value="revisar"');
  const { signers, disagree } = await step();
  expect([signers.map(({ signed }) => signed), disagree]).toEqual([[false, false], true]);
  await sign(COURT, 'yes');
  expect((await web.open(`/casos/${run}/pasos/sign`, LEAD)).html).not.toContain(DISAGREE);
});
