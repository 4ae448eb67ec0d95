import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveInstitutions, setInstitutionState } from '../../db/queries/institutions.js';
import type { Definition } from '../../protocols/language/definition.js';
import { firstPath, secondPath } from '../fixtures/two-protocols.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const LEAD = 'invented-office/case-lead';
const title = { es: 'Consulado inventado', en: 'Invented consulate' };
const consulate = { id: 'consulate', kind: 'CON', side: 'receiving', title } as const;
const withConsulate = (of: Definition): Definition => ({ ...of, roles: [...of.roles, consulate] });
/** Leaves for the protocol below with a consulate that may go on with the person. */
const before = { ...withConsulate(firstPath), id: 'consular-path' };

let api: TestApi;
beforeAll(async () => {
  const definitions = [firstPath, before, withConsulate(secondPath)];
  api = await startTestApi({ definitions });
  const sits = { country: 'MX', kind: 'CON', timeZone: 'America/Mexico_City' } as const;
  const named = { nameEs: 'Consulado inventado', nameEn: 'Invented consulate' };
  await saveInstitutions(api.database.db, [
    { id: 'invented-consulate', ...sits, ...named },
    { id: 'invented-third-consulate', ...sits, ...named, ofState: 'PA' },
    { id: 'invented-far-consulate', ...sits, ...named, country: 'US', ofState: 'CR' },
  ]);
});
afterAll(() => api.close());

/** The consulate of a run that carries on the one that is started here; `between` happens while that one is open. */
async function carriedOn(of: Definition, between = async () => {}): Promise<string | undefined> {
  const { body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: of.id, bindings: bindingsOf(of) },
  });
  await between();
  const left = await api.call('POST', `/v1/runs/${body.run.run}/steps/look/complete`, {
    as: LEAD,
    key: freshKey(),
    body: { opening: 1, outcome: 'other-path', role: 'office' },
  });
  expect(left.status).toBe(200);
  const [next] = await api.database.db.sql<{ consulate: string | null; other: string }[]>`
    select act->'bindings'->'consulate'->>'institution' as consulate,
      act->'bindings'->'other'->>'institution' as other from history
    where seq = 1 and act->'reroute'->>'fromRun' = ${body.run.run}`;
  expect(next!.other).toBe('invented-other');
  return next!.consulate ?? undefined;
}

it('nobody is taken for the consulate by where it sits, nor one of a third State, nor one far away', async () => {
  expect(await carriedOn(firstPath)).toBeUndefined();
});

it('a consulate of which nobody has said whose it is goes on with the person', async () => {
  expect(await carriedOn(before)).toBe('invented-consulate');
});

it('one that was found to be of a third State meanwhile does not', async () => {
  const found = await carriedOn(before, () =>
    setInstitutionState(api.database.db, 'invented-consulate', 'PA'),
  );
  expect(found).toBeUndefined();
});

it('the only consulate of the State in the country where the person is, is found', async () => {
  await setInstitutionState(api.database.db, 'invented-consulate', 'CR');
  expect(await carriedOn(firstPath)).toBe('invented-consulate');
});
