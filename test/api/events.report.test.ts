import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunView } from '../../api/schemas/runs.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function report(run: string, event: string, as: string, body: object = {}, key = freshKey()) {
  return api.call<{ code: string; run: RunView; receipt: { replayed: boolean } }>(
    'POST',
    `/v1/runs/${run}/events/${event}`,
    { as, key, body },
  );
}

describe('reporting an event', () => {
  it('takes effect at once', async () => {
    const run = await api.startLoan();
    const { status, body } = await report(run, 'reader-withdraws', 'invented-courier/officer');
    expect(status).toBe(200);
    expect(body.run.ending).toEqual({ id: 'withdrawn', title: 'Solicitud retirada' });
    const open = await api.database.db
      .sql`select 1 from steps where run_id = ${run} and status = 'open'`;
    expect(open).toHaveLength(0);
  });

  it('is entered once under one key', async () => {
    const run = await api.startLoan();
    const key = freshKey();
    const before = await api.database.countRows();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        report(run, 'claim-filed', 'invented-courier/officer', {}, key),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(answers.filter((answer) => !answer.body.receipt.replayed)).toHaveLength(1);
    const after = await api.database.countRows();
    expect(after.history! - before.history!).toBe(1);
  });

  it.each([
    ['no-such', 'invented-courier/officer', {}, 404, 'event-unknown'],
    ['claim-dropped', 'invented-courier/officer', {}, 403, 'event-not-allowed'],
    ['claim-filed', 'invented-courier/officer', { role: 'home-library' }, 403, 'event-not-allowed'],
    ['start-over', 'invented-home-library/officer', {}, 409, 'event-too-late'],
    ['claim-filed', 'invented-courier/officer', { answers: { x: 1 } }, 422, 'form-invalid'],
  ])('refuses %s of %s with %j and writes nothing', async (event, as, body, status, code) => {
    const run = await api.startLoan();
    await api.tokenOf(as);
    const before = await api.database.countRows();
    const refused = await report(run, event, as, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await api.database.countRows()).toEqual(before);
  });
});

describe('who may report', () => {
  it('the staff of parties', async () => {
    const run = await api.startLoan();
    const url = `/v1/runs/${run}/events/claim-filed`;
    const call = { key: freshKey(), body: { answers: { unknown: 1 } } };
    const staff = '422 422 404 404';
    expect(await matrixOf(api, 'POST', url, call)).toEqual({
      officer: staff,
      supervisor: staff,
      'case-lead': staff,
      monitor: '403 403 403 403',
      admin: '403 403 403 403',
    });
    const stranger = { as: `${FOREIGN}/officer`, ...call };
    const address = (id: string) => `/v1/runs/${id}/events/claim-filed`;
    expect(await isLikeUnknown(api, 'POST', address, run, stranger)).toBe(true);
  });
});
