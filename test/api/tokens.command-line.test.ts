import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessToken } from '../../db/queries/access-tokens.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME } from '../web/people.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

/** Runs the built command against the database of the test; what it says. Throws when it fails. */
function token(...args: string[]): string {
  const key = randomBytes(32).toString('base64');
  const own = { DATABASE_URL: web.database.url, RETORNO_MASTER_KEY: key, RETORNO_PAYLOAD_KEY: key };
  return execFileSync(process.execPath, [main, 'token', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, ...own, RETORNO_PUBLIC_URL: 'https://retorno.example' },
  });
}

const logged = async () => {
  const rows = await web.database.db
    .sql`SELECT count(*)::int AS n FROM log_changes WHERE what = 'access_tokens'`;
  return rows[0]!.n as number;
};

test('a token of a program is made, listed without its secret, and ended at once', async () => {
  const before = await logged();
  const of = ['--institution', HOME, '--role', 'officer', '--label', 'Sistema inventado 4711'];
  const secret = /rt_([0-9a-v]{26})_[0-9a-v]{52}/.exec(token('create', ...of))!;
  const granted = await findAccessToken(web.database.db, secret[0]);
  expect(granted).toMatchObject({ account: secret[1], institution: HOME, role: 'officer' });
  const listed = token('list', HOME);
  expect(listed).toMatch(
    new RegExp(`^${secret[1]}\tofficer\tcurrent\t.*\tSistema inventado 4711$`, 'm'),
  );
  expect(listed).not.toContain(secret[0]);
  token('revoke', secret[1]!);
  expect(await findAccessToken(web.database.db, secret[0])).toBeUndefined();
  expect(token('list', HOME)).toMatch(new RegExp(`^${secret[1]}\tofficer\trevoked `, 'm'));
  expect(await logged(), 'made and ended are in the log').toBe(before + 2);
});

test('what is not there is refused in both languages', () => {
  const of = ['--role', 'officer', '--label', 'x'];
  expect(() => token('create', '--institution', 'nowhere', ...of)).toThrow(
    /institución nowhere[\s\S]*institution nowhere/,
  );
  expect(() => token('revoke', 'rt_nothing')).toThrow(/clave vigente[\s\S]*current token/);
});
