import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retornoAt } from '../support/command-line.js';
import { visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME, PASSWORD } from './people.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const retorno = retornoAt(() => web.database);

describe('retorno user', () => {
  const email = 'primera.inventada@biblioteca.example';
  const add = () =>
    retorno('user', 'add', '--email', email, '--institution', HOME, '--role', 'admin');

  it('lets the first administrator in by a link that works once, and out again', async () => {
    const said = await add();
    const link = /https:\/\/retorno\.example(\/invitacion\/[0-9a-v]{52})/.exec(said)![1]!;
    const browser = visitorOf(web);
    const seen = await browser.submit(link, { nueva: PASSWORD });
    expect(seen).toMatchObject({ status: 303, location: '/entrar/segundo' });
    expect(await visitorOf(web).get(link)).toMatchObject({ status: 410 });
    expect(await retorno('user', 'list', HOME)).toMatch(
      new RegExp(`^${email}\tadmin\tcurrent\t`, 'm'),
    );
    expect(await add()).not.toContain('/invitacion/');
    await retorno('user', 'renew', email, HOME);
    await retorno('user', 'deactivate', email, HOME);
    const late = await visitorOf(web).submit('/entrar', { correo: email, clave: PASSWORD });
    expect(late.status).toBe(422);
    await expect(retorno('user', 'deactivate', email, HOME)).rejects.toThrow(
      'Nadie con ese correo',
    );
  });

  it('refuses what is not there, in both languages', async () => {
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
    await expect(retorno(...unknown)).rejects.toThrow(
      /institución nowhere[\s\S]*institution nowhere/,
    );
    const role = ['user', 'add', '--email', email, '--institution', HOME, '--role', 'king'];
    await expect(retorno(...role)).rejects.toThrow('officer, supervisor');
    await expect(
      retorno('provider', 'set', HOME, '--issuer', 'http://idp.example', '--client-id', 'x'),
    ).rejects.toThrow('https://');
  });
});
