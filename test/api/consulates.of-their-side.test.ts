import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions, setInstitutionState } from '../../db/queries/institutions.js';
import { consular } from '../fixtures/consular.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf, inventedInstitutions } from '../support/door.js';

/** The shelter and the border are in Mexico, the authorities of origin in Costa Rica. */
const LEAD = 'invented-office/case-lead';
const OWN = 'invented-consulate';
/** Consulates that sit in Mexico, by the State whose authority they are; of one nobody has said. */
const CONSULATES = {
  'invented-second-consulate': 'CR',
  'invented-third-consulate': 'PA',
  'invented-sending-consulate': 'MX',
  'invented-unsaid-consulate': null,
} as const;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [consular] });
  const consulate = inventedInstitutions(consular).find(({ kind }) => kind === 'CON')!;
  await saveInstitutions(api.database.db, [
    { ...consulate, country: 'MX', ofState: 'CR' },
    ...Object.entries(CONSULATES).map(([id, ofState]) => ({
      ...{ ...consulate, id, country: 'MX' },
      ofState,
    })),
  ]);
});
afterAll(() => api.close());

interface Said {
  readonly code: string;
  readonly detail: string;
  readonly run: {
    readonly run: string;
    readonly unsureState?: readonly { readonly id: string }[];
  };
}

const start = (consulate: string, more: object = {}) =>
  api.call<Said>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: 'consular', bindings: { ...bindingsOf(consular), consulate, ...more } },
  });

const reassign = (run: string, role: string, institution: string) =>
  api.call<Said>('POST', `/v1/runs/${run}/roles/${role}`, {
    as: LEAD,
    key: freshKey(),
    body: { institution, reason: 'entered-in-error' },
  });

describe('a consulate fills the role of its own State only', () => {
  it.each([
    ['a third State', 'invented-third-consulate', 'PA', 'home'],
    ['the sending State', 'invented-sending-consulate', 'MX', 'shelter'],
  ])('of %s it starts no case and is given no role', async (_, consulate, state, other) => {
    const { body } = await start(OWN);
    const before = await api.database.countRows();
    for (const refused of [
      await start(consulate),
      await reassign(body.run.run, 'consulate', consulate),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([422, 'role-of-other-state']);
      for (const told of [consulate, state, 'consulate', other]) {
        expect(refused.body.detail).toContain(told);
      }
    }
    expect(await api.database.countRows()).toEqual(before);
  });

  it('of its State it does, wherever it sits', async () => {
    const { status, body } = await start(OWN);
    expect(status).toBe(201);
    const given = await reassign(body.run.run, 'consulate', 'invented-second-consulate');
    expect(given.status).toBe(200);
  });

  it('of no State that is known it does, and the lead is told until somebody has said whose it is', async () => {
    const { status, body } = await start('invented-unsaid-consulate');
    expect([status, body.run.unsureState]).toEqual([
      201,
      [{ id: 'consulate', title: 'Inventado' }],
    ]);
    const party = { as: 'invented-shelter/officer' };
    const part = await api.call<Said['run']>('GET', `/v1/runs/${body.run.run}`, party);
    expect([part.status, part.body.unsureState]).toEqual([200, undefined]);
    expect((await start(OWN)).body.run).not.toHaveProperty('unsureState');
    await setInstitutionState(api.database.db, 'invented-unsaid-consulate', 'CR');
    await api.door.directory.reload();
    const after = await api.call<Said['run']>('GET', `/v1/runs/${body.run.run}`, { as: LEAD });
    expect(after.body).not.toHaveProperty('unsureState');
    await setInstitutionState(api.database.db, 'invented-unsaid-consulate', null);
    await api.door.directory.reload();
  });

  it('is refused though another process was told whose it is, and this one was not', async () => {
    await setInstitutionState(api.database.db, 'invented-unsaid-consulate', 'PA');
    expect(api.door.directory.find('invented-unsaid-consulate')?.ofState).toBeNull();
    expect((await start('invented-unsaid-consulate')).body.code).toBe('role-of-other-state');
    await setInstitutionState(api.database.db, 'invented-unsaid-consulate', 'CR');
    expect((await start('invented-unsaid-consulate')).status).toBe(201);
  });

  it('speaks against a body of its State on the other side', async () => {
    const [shelter] = inventedInstitutions(consular).filter(({ id }) => id === 'invented-shelter');
    const abroad = { ...shelter!, id: 'invented-shelter-pa', country: 'PA' };
    await saveInstitutions(api.database.db, [abroad]);
    const alone = await start('invented-third-consulate', { shelter: abroad.id });
    expect(alone.body.code).toBe('role-of-other-state');
  });

  it('is corrected where it was bound before anybody asked whose it is', async () => {
    const { body } = await start(OWN);
    const { run } = body.run;
    await setInstitutionState(api.database.db, OWN, 'PA');
    await api.door.directory.reload();
    const seen = await api.call<Said['run']>('GET', `/v1/runs/${run}`, { as: LEAD });
    expect(seen.body.unsureState).toMatchObject([{ id: 'consulate' }]);
    expect((await reassign(run, 'consulate', 'invented-third-consulate')).status).toBe(422);
    expect((await reassign(run, 'border', 'invented-border')).status).toBe(200);
    expect((await reassign(run, 'consulate', 'invented-second-consulate')).status).toBe(200);
    await setInstitutionState(api.database.db, OWN, 'CR');
    await api.door.directory.reload();
  });
});
