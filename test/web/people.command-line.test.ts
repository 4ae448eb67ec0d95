import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME, PASSWORD } from './people.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

/** Runs the built command against the database of the test; what it says. Throws when it fails. */
function retorno(...args: string[]): string {
  const key = randomBytes(32).toString('base64');
  return execFileSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      ...process.env,
      DATABASE_URL: web.database.url,
      RETORNO_MASTER_KEY: key,
      RETORNO_PAYLOAD_KEY: key,
      RETORNO_PUBLIC_URL: 'https://retorno.example',
    },
  });
}

describe('retorno user', () => {
  const email = 'primera.inventada@biblioteca.example';
  const add = () =>
    retorno('user', 'add', '--email', email, '--institution', HOME, '--role', 'admin');

  it('lets the first administrator in by a link that works once, and out again', async () => {
    const said = add();
    const link = /https:\/\/retorno\.example(\/invitacion\/[0-9a-v]{52})/.exec(said)![1]!;
    const browser = visitorOf(web);
    const seen = await browser.submit(link, { nueva: PASSWORD });
    expect(seen).toMatchObject({ status: 303, location: '/entrar/segundo' });
    expect(await visitorOf(web).get(link)).toMatchObject({ status: 410 });
    expect(retorno('user', 'list', HOME)).toMatch(new RegExp(`^${email}\tadmin\tcurrent\t`, 'm'));
    expect(add()).not.toContain('/invitacion/');
    retorno('user', 'renew', email, HOME);
    retorno('user', 'deactivate', email, HOME);
    const late = await visitorOf(web).submit('/entrar', { correo: email, clave: PASSWORD });
    expect(late.status).toBe(422);
    expect(() => retorno('user', 'deactivate', email, HOME)).toThrow('Nadie con ese correo');
  });

  it('refuses what is not there, in both languages', () => {
    const unknown = [
      'user',
      'add',
      '--email',
      email,
      '--institution',
      'nowhere',
      '--role',
      'admin',
    ];
    expect(() => retorno(...unknown)).toThrow(/institución nowhere[\s\S]*institution nowhere/);
    const role = ['user', 'add', '--email', email, '--institution', HOME, '--role', 'king'];
    expect(() => retorno(...role)).toThrow('officer, supervisor');
    expect(() =>
      retorno('provider', 'set', HOME, '--issuer', 'http://idp.example', '--client-id', 'x'),
    ).toThrow('https://');
  });
});
