import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { adult, MEXICO_HONDURAS } from '../packs/corridor.js';
import { bindingsOf, institutionsOf } from '../protocols/two-states.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [bookLoan, adult] });
  await saveInstitutions(api.database.db, institutionsOf(adult, MEXICO_HONDURAS));
  await api.door.directory.reload();
  await api.door.packs.publishShipped(SHIPPED_PACKS);
});
afterAll(() => api.close());

const ADMIN = 'invented-home-library/admin';
const LEAD = 'inventada-rector/case-lead';
const bindings = Object.fromEntries(
  Object.entries(bindingsOf(adult)).map(([role, { institution }]) => [role, institution]),
);
const dayOff = { kind: 'day', country: 'MX', on: '2030-12-24', works: false };
const source = { mark: 'proposal', ref: 'Invented decree' };
const EVERYBODY = {
  officer: '200 200 200 200',
  supervisor: '200 200 200 200',
  'case-lead': '200 200 200 200',
  monitor: '200 200 200 200',
  admin: '200 200 200 200',
};

interface Started {
  readonly run: { readonly run: string; readonly pack?: { readonly id: string } };
}

const start = (more: object = {}) =>
  api.call<Started>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: adult.id, bindings, attributes: { ageBand: 'adult' }, ...more },
  });

describe('packs', () => {
  it('are listed for everybody signed in, with sources and agreements as they stand', async () => {
    expect(await matrixOf(api, 'GET', '/v1/packs')).toEqual(EVERYBODY);
    expect((await api.call('GET', '/v1/packs')).status).toBe(401);
    const { body } = await api.call<{
      items: { id: string; norms: object[]; agreements: object[] }[];
    }>('GET', '/v1/packs', { as: LEAD, language: 'en' });
    expect(body.items.map(({ id }) => id)).toEqual(SHIPPED_PACKS.map(({ id }) => id));
    const corridor = body.items.find(({ id }) => id === 'mexico-central-america');
    expect(corridor?.norms).toContainEqual(
      expect.objectContaining({
        id: 'T3',
        length: 15,
        unit: 'working-days',
        source: { mark: 'source', ref: 'MX LM art. 111' },
      }),
    );
    expect(corridor?.agreements[0]).toMatchObject({
      id: 'memorandum-2006',
      until: '2012-05-31',
      inForce: false,
      endsInDays: expect.any(Number),
    });
  });

  it('are read whole by version', async () => {
    const whole = await api.call('GET', '/v1/packs/mexico/versions/1', { as: LEAD });
    expect(whole.body).toMatchObject({
      id: 'mexico',
      version: 1,
      corridors: [{ sending: ['MX'] }],
    });
    const none = await api.call('GET', '/v1/packs/mexico/versions/9', { as: LEAD });
    expect(none).toMatchObject({ status: 404, body: { code: 'pack-unknown' } });
  });
});

describe('a run', () => {
  it('is put under the one pack for its countries, and says so', async () => {
    const { status, body } = await start();
    expect(status).toBe(201);
    expect(body.run.pack?.id).toBe('mexico-central-america@1');
  });

  it('is put under the pack named, or refused when that is for other countries', async () => {
    expect((await start({ pack: 'mexico' })).body.run.pack?.id).toBe('mexico@1');
    expect(await start({ pack: 'dominican-republic-haiti' })).toMatchObject({
      status: 422,
      body: { code: 'pack-unfit' },
    });
  });

  it('shows where the deadline of a step comes from and how sure that is', async () => {
    const { body } = await start({ pack: 'mexico' });
    const step = await api.call('GET', `/v1/runs/${body.run.run}/steps/apprehension-record`, {
      as: 'inventada-mig-s/officer',
    });
    expect(step.body).toMatchObject({
      deadline: { length: 24, unit: 'hours', source: { mark: 'source', ref: 'MX LM art. 100' } },
    });
  });

  it('cannot claim an agreement it does not have', async () => {
    const attributes = { ageBand: 'adult', agreementSilence: 'acceptance' };
    expect(await start({ attributes })).toMatchObject({
      status: 422,
      body: { code: 'attribute-agreed' },
    });
  });
});

describe('the register', () => {
  it('is read by everybody signed in and written by administrators only', async () => {
    expect(await matrixOf(api, 'GET', '/v1/register')).toEqual(EVERYBODY);
    const body = { change: { ...dayOff, country: 'XX' }, source };
    // 422: allowed, and then refused for a country nobody knows, so that nothing is written.
    expect(await matrixOf(api, 'POST', '/v1/register', { body })).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '403 403 403 403',
      monitor: '403 403 403 403',
      admin: '422 422 422 422',
    });
  });

  it('takes a decree with its source and says it in words', async () => {
    const added = await api.call('POST', '/v1/register', {
      as: ADMIN,
      body: { change: dayOff, source, note: 'Invented' },
      language: 'en',
    });
    expect(added).toMatchObject({
      status: 201,
      body: { id: 1, words: 'MX: 2030-12-24 is a day off', source, note: 'Invented' },
    });
    const { body } = await api.call<{ items: { words: string }[] }>('GET', '/v1/register', {
      as: LEAD,
    });
    expect(body.items.map(({ words }) => words)).toEqual(['MX: el 2030-12-24 es inhábil']);
  });

  it.each([
    [
      'an agreement nobody knows',
      { kind: 'agreement', agreement: 'atlantis', until: '2030-01-01' },
    ],
    ['a point nobody knows', { kind: 'closure', point: 'atlantis', from: '2030-01-01' }],
    ['a day outside the calendar', { ...dayOff, on: '2050-01-01' }],
    ['a day that does not exist', { ...dayOff, on: '2030-02-30' }],
    ['a kind nobody knows', { kind: 'weather', on: '2030-01-01' }],
    ['an unknown field', { ...dayOff, surprise: true }],
  ])('refuses %s', async (_what, change) => {
    const refused = await api.call('POST', '/v1/register', { as: ADMIN, body: { change, source } });
    expect(refused.status).toBe(422);
  });

  it('lets a renewal that was recorded show in the pack', async () => {
    const change = { kind: 'agreement', agreement: 'memorandum-2006', until: '2031-12-31' };
    await api.call('POST', '/v1/register', { as: ADMIN, body: { change, source } });
    const { body } = await api.call<{ items: { id: string; agreements: object[] }[] }>(
      'GET',
      '/v1/packs',
      { as: LEAD },
    );
    const corridor = body.items.find(({ id }) => id === 'mexico-central-america');
    expect(corridor?.agreements[0]).toMatchObject({ until: '2031-12-31', inForce: true });
  });
});
