import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessToken } from '../../db/queries/access-tokens.js';
import { retornoAt } from '../support/command-line.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME } from '../web/people.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const retorno = retornoAt(() => web.database);
const token = (...args: string[]) => retorno('token', ...args);

const logged = async () => {
  const rows = await web.database.db
    .sql`SELECT count(*)::int AS n FROM log_changes WHERE what = 'access_tokens'`;
  return rows[0]!.n as number;
};

test('a token of a program is made, listed without its secret, and ended at once', async () => {
  const before = await logged();
  const of = ['--institution', HOME, '--role', 'officer', '--label', 'Sistema inventado 4711'];
  const secret = /rt_([0-9a-v]{26})_[0-9a-v]{52}/.exec(await token('create', ...of))!;
  const granted = await findAccessToken(web.database.db, secret[0]);
  expect(granted).toMatchObject({ account: secret[1], institution: HOME, role: 'officer' });
  const listed = await token('list', HOME);
  expect(listed).toMatch(
    new RegExp(`^${secret[1]}\tofficer\tcurrent\t.*\tSistema inventado 4711$`, 'm'),
  );
  expect(listed).not.toContain(secret[0]);
  await token('revoke', secret[1]!);
  expect(await findAccessToken(web.database.db, secret[0])).toBeUndefined();
  expect(await token('list', HOME)).toMatch(new RegExp(`^${secret[1]}\tofficer\trevoked `, 'm'));
  expect(await logged(), 'made and ended are in the log').toBe(before + 2);
});

test('what is not there is refused in both languages', async () => {
  const of = ['--role', 'officer', '--label', 'x'];
  await expect(token('create', '--institution', 'nowhere', ...of)).rejects.toThrow(
    /institución nowhere[\s\S]*institution nowhere/,
  );
  await expect(token('revoke', 'rt_nothing')).rejects.toThrow(/clave vigente[\s\S]*current token/);
});
