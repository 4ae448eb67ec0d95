import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

const LEAD = 'invented-home-library/case-lead';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function reassign(run: string, role: string, body: object, as = LEAD, key = freshKey()) {
  return api.call<{ code: string; receipt: { replayed: boolean }; run?: object }>(
    'POST',
    `/v1/runs/${run}/roles/${role}`,
    { as, key, body: { reason: 'place-changed', ...body } },
  );
}

describe('giving a role to another institution', () => {
  it('moves its open steps and closes the run to the one before', async () => {
    const run = await api.startLoan();
    await api.answer(run, 'home-library', 'request', 'accepted');
    const { status } = await reassign(run, 'far-library', { institution: FOREIGN });
    expect(status).toBe(200);
    const before = await api.call('GET', `/v1/runs/${run}`, { as: 'invented-far-library/officer' });
    const after = await api.call('GET', `/v1/runs/${run}/steps/permit`, {
      as: `${FOREIGN}/officer`,
    });
    expect([before.status, after.status]).toEqual([404, 200]);
    const history = await api.call<{ items: { words: string }[] }>(
      'GET',
      `/v1/runs/${run}/history`,
      {
        as: LEAD,
      },
    );
    expect(history.body.items.at(-1)!.words).toMatch(/^Biblioteca lejana: pasó a /);
    const [row] = await api.database.db.sql<{ act: string }[]>`
      select act::text from history where run_id = ${run} order by seq desc limit 1`;
    expect(JSON.parse(row!.act)).toMatchObject({ reason: 'place-changed' });
  });

  it('is entered once under one key', async () => {
    const run = await api.startLoan();
    const key = freshKey();
    const first = await reassign(run, 'far-library', { institution: FOREIGN }, LEAD, key);
    const second = await reassign(run, 'far-library', { institution: FOREIGN }, LEAD, key);
    expect([first.body.receipt.replayed, second.body.receipt.replayed]).toEqual([false, true]);
  });

  it.each([
    ['captain', { institution: FOREIGN }, 422, 'role-unknown'],
    ['courier', { institution: FOREIGN }, 422, 'role-mismatch'],
    ['far-library', { institution: 'nobody' }, 422, 'institution-unknown'],
    ['far-library', { institution: FOREIGN, reason: 'whim' }, 422, 'body-invalid'],
    ['far-library', {}, 422, 'body-invalid'],
  ])('refuses %s %j and writes nothing', async (role, body, status, code) => {
    const run = await api.startLoan();
    const before = await api.database.countRows();
    const refused = await reassign(run, role, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await api.database.countRows()).toEqual(before);
  });
});

describe('who may reassign', () => {
  it('case leads of the institution that leads or started the run', async () => {
    const run = await api.startLoan();
    const url = `/v1/runs/${run}/roles/courier`;
    const call = { key: freshKey(), body: { institution: 'nobody', reason: 'no-capacity' } };
    expect(await matrixOf(api, 'POST', url, call)).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '422 403 404 404',
      monitor: '403 403 403 403',
      admin: '403 403 403 403',
    });
    const stranger = { as: `${FOREIGN}/case-lead`, ...call };
    expect(
      await isLikeUnknown(api, 'POST', (id) => `/v1/runs/${id}/roles/courier`, run, stranger),
    ).toBe(true);
  });

  it('the starter after it gave the lead away', async () => {
    const run = await api.startLoan();
    expect((await reassign(run, 'home-library', { institution: FOREIGN })).status).toBe(200);
    const starter = await reassign(run, 'far-library', { institution: FOREIGN });
    const lead = await reassign(
      run,
      'far-library',
      { institution: 'invented-far-library' },
      `${FOREIGN}/case-lead`,
    );
    expect([starter.status, lead.status]).toEqual([200, 200]);
    const officer = await api.call('GET', `/v1/runs/${run}`, {
      as: 'invented-home-library/officer',
    });
    expect(officer.status).toBe(404);
  });
});
