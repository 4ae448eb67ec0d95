import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { commitAct } from '../../door/commit-act.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { inventedInstitutions } from '../support/door.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

const LEAD = 'invented-home-library/case-lead';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const far = inventedInstitutions(bookLoan).find(({ id }) => id === 'invented-far-library')!;
  await saveInstitutions(api.database.db, [{ ...far, id: 'invented-other-library' }]);
});
afterAll(() => api.close());

function reassign(run: string, role: string, body: object, as = LEAD, key = freshKey()) {
  return api.call<{ code: string; detail: string; receipt: { replayed: boolean }; run?: object }>(
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

describe('the two States of a run', () => {
  it.each([
    ['far-library', 'invented-home-library', 'MX', 'home-library'],
    ['home-library', 'invented-far-library', 'CR', 'far-library'],
  ])(
    '%s does not go to an institution of the other State',
    async (role, institution, country, other) => {
      const run = await api.startLoan();
      const before = await api.database.countRows();
      const refused = await reassign(run, role, { institution });
      expect(refused.status).toBe(422);
      expect(refused.body.code).toBe('role-of-other-state');
      for (const told of [institution, country, role, other]) {
        expect(refused.body.detail).toContain(told);
      }
      expect(await api.database.countRows()).toEqual(before);
    },
  );

  it('are put right where they are one: whoever stands across gives way to its own State', async () => {
    const run = await api.startLoan();
    // As a run could be bound before the States were looked at.
    const binding = {
      institution: 'invented-far-library',
      country: 'MX',
      timeZone: 'America/Mexico_City',
    };
    const bound = await commitAct(api.door, {
      runId: run,
      actId: 'as-it-was',
      actor: { institution: 'invented-home-library', access: 'case-lead', account: 'a' },
      act: { type: 'role-reassigned', role: 'far-library', binding },
    });
    expect(bound).toMatchObject({ ok: true });
    const stays = await reassign(run, 'far-library', { institution: 'invented-home-library' });
    const corrected = await reassign(run, 'far-library', { institution: 'invented-far-library' });
    expect([stays.status, corrected.status]).toEqual([422, 200]);
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

  it('not the starter after it gave its last role away, which reads nothing any more either', async () => {
    const run = await api.startLoan();
    await api.answer(run, 'home-library', 'request', 'accepted');
    expect((await reassign(run, 'home-library', { institution: FOREIGN })).status).toBe(200);
    for (const role of ['case-lead', 'supervisor', 'officer']) {
      const as = `invented-home-library/${role}`;
      for (const rest of ['', '/history', '/consents', '/steps/request', '/reads']) {
        const read = await api.call('GET', `/v1/runs/${run}${rest}`, { as });
        expect([role, rest, [403, 404].includes(read.status)]).toEqual([role, rest, true]);
      }
      const listed = await api.call('GET', '/v1/runs', { as });
      expect(JSON.stringify(listed.body)).not.toContain(run);
    }
    const taken = await reassign(run, 'home-library', { institution: 'invented-home-library' });
    const report = await api.call('POST', `/v1/runs/${run}/origin-stop`, {
      as: LEAD,
      key: freshKey(),
      body: { reason: 'asked', why: 'Motivo inventado' },
    });
    expect([taken.status, report.status]).toEqual([404, 404]);
  });

  it('the institution that leads now, which can give the lead back', async () => {
    const run = await api.startLoan();
    expect((await reassign(run, 'home-library', { institution: FOREIGN })).status).toBe(200);
    const back = { institution: 'invented-home-library' };
    const given = await reassign(run, 'home-library', back, `${FOREIGN}/case-lead`);
    const read = await api.call('GET', `/v1/runs/${run}`, { as: LEAD });
    expect([given.status, read.status]).toEqual([200, 200]);
  });
});
