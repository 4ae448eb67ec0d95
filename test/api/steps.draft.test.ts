import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

const HOME = 'invented-home-library/officer';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function save(run: string, answers: object, more: object = {}) {
  return api.call('PUT', `/v1/runs/${run}/steps/request/draft`, {
    as: HOME,
    body: { opening: 1, answers, ...more },
  });
}

function step(run: string, as = HOME) {
  return api.call<{ draft?: { answers: object } }>('GET', `/v1/runs/${run}/steps/request`, { as });
}

describe('a draft', () => {
  it('comes back to the whole institution, half-typed as it is, and is stored sealed', async () => {
    const run = await api.startLoan();
    const answers = { reason: 'Persona Inventada dijo', route: 'no such ro' };
    expect((await save(run, answers)).status).toBe(200);
    const colleague = await step(run, 'invented-home-library/supervisor');
    expect(colleague.body.draft?.answers).toEqual(answers);
    const [row] = await api.database.db.sql<
      { ciphertext: Buffer }[]
    >`select ciphertext from drafts`;
    expect(row!.ciphertext.toString('latin1')).not.toContain('Inventada');
  });

  it('is replaced by the next one and gone when thrown away', async () => {
    const run = await api.startLoan();
    await save(run, { reason: 'uno' });
    await save(run, { reason: 'dos' });
    expect((await step(run)).body.draft?.answers).toEqual({ reason: 'dos' });
    const url = `/v1/runs/${run}/steps/request/draft?opening=1`;
    expect((await api.call('DELETE', url, { as: HOME })).status).toBe(204);
    expect((await api.call('DELETE', url, { as: HOME })).status).toBe(204);
    expect((await step(run)).body.draft).toBeUndefined();
  });

  it('is gone once the step is answered, and no longer taken', async () => {
    const run = await api.startLoan();
    await save(run, { reason: 'uno' });
    await api.answer(run, 'home-library', 'request', 'accepted');
    const rows = await api.database.db.sql`select 1 from drafts where run_id = ${run}`;
    expect(rows).toHaveLength(0);
    const late = await save(run, { reason: 'tarde' });
    expect([late.status, late.body.code]).toEqual([409, 'step-not-open']);
  });

  it.each([
    ['an unknown field', { colour: 'red' }],
    ['a huge value', { reason: 'x'.repeat(10_001) }],
  ])('refuses %s and writes nothing', async (_, answers) => {
    const run = await api.startLoan();
    const before = await api.database.countRows();
    const { status, body } = await save(run, answers);
    expect([status, body.code]).toEqual([422, 'form-invalid']);
    expect(await api.database.countRows()).toEqual(before);
  });

  it('answers 410 once the person was erased', async () => {
    const run = await api.startLoan();
    await save(run, { reason: 'uno' });
    await api.database.db
      .sql`delete from person_keys where person_id = (select person_id from runs where id = ${run})`;
    expect((await save(run, { reason: 'dos' })).body.code).toBe('data-erased');
    expect((await step(run)).status).toBe(410);
    const { status } = await api.call('POST', `/v1/runs/${run}/steps/request/complete`, {
      as: HOME,
      key: freshKey(),
      body: { opening: 1, outcome: 'accepted', answers: { reason: 'x' } },
    });
    expect(status).toBe(410);
  });
});
