import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, findAccessToken, revokeToken } from '../../db/queries/access-tokens.js';
import { setInstitutionActive } from '../../db/queries/institutions.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const of = { institution: 'invented-courier', role: 'officer', label: 'mesa inventada' } as const;

function me(token: string) {
  return api.call('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } });
}

it('keeps only the digest of a token', async () => {
  const { id, token } = await createToken(api.database.db, of);
  expect(token).toMatch(new RegExp(`^rt_${id}_[0-9a-v]{52}$`));
  const rows = await api.database.db.sql`select * from access_tokens`;
  expect(JSON.stringify(rows)).not.toContain(token.split('_')[2]);
  expect((await me(token)).body).toMatchObject({ role: 'officer' });
});

it('ends a token at once when it is revoked', async () => {
  const { id, token } = await createToken(api.database.db, of);
  expect((await me(token)).status).toBe(200);
  expect(await revokeToken(api.database.db, id)).toBe(true);
  expect(await revokeToken(api.database.db, id)).toBe(false);
  expect((await me(token)).status).toBe(401);
});

it('takes no token of an institution that is not active', async () => {
  const { token } = await createToken(api.database.db, of);
  await setInstitutionActive(api.database.db, of.institution, false);
  expect((await me(token)).status).toBe(401);
  await setInstitutionActive(api.database.db, of.institution, true);
  expect((await me(token)).status).toBe(200);
});

it("does not take one token's secret for another", async () => {
  const one = await createToken(api.database.db, of);
  const two = await createToken(api.database.db, of);
  const mixed = `rt_${one.id}_${two.token.split('_')[2]}`;
  expect(await findAccessToken(api.database.db, mixed)).toBeUndefined();
});
