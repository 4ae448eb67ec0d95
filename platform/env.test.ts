import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readSettings, SettingsError, type SettingsFault } from './env.js';
import { envSchema } from './env-schema.js';

const key = () => randomBytes(32).toString('base64');

function faultsOf(env: Record<string, string>): SettingsFault[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

test('an empty environment gives a local installation that runs everything itself', () => {
  const settings = readSettings({ HOME: '/home/nadie' });
  expect(settings.http).toEqual({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://127.0.0.1:8080',
  });
  expect(settings.database.embedded).toBe(true);
  expect(settings.temporal.address).toBeUndefined();
  expect(settings.temporal.namespace).toBe('retorno');
  expect(settings.mail.delivers).toBe(false);
  expect(settings.paths.cacheDir).toBe('/home/nadie/.cache/retorno');
  expect(settings.paths.dataDir).toBe(`${process.cwd()}/.data`);
});

test('every fault is named at once, in Spanish and English, with what to do', () => {
  const env = {
    DATABASE_URL: 'mysql://x',
    TEMPORAL_ADDRESS: 'http://x:7233',
    RETORNO_PORT: '99999',
    RETORNO_PAYLOAD_KEY: 'short',
    RETORNO_PUBLIC_URL: 'http://retorno.example.org',
    LOG_LEVEL: 'loud',
  };
  expect(
    faultsOf(env)
      .map((f) => f.variable)
      .sort(),
  ).toEqual(Object.keys(env).sort());
  expect(() => readSettings(env)).toThrow(/Corrija estas variables/);
  expect(() => readSettings(env)).toThrow(/Mend these environment variables/);
  for (const fault of faultsOf(env)) expect(fault.problem.split('\n')).toHaveLength(2);
});

test('a secret may be given in a file, but not twice', () => {
  const url = 'postgresql://u:p@h/b';
  const env = { DATABASE_URL_FILE: '/run/secret', RETORNO_PAYLOAD_KEY: key() };
  const both = { ...env, RETORNO_MASTER_KEY: key() };
  expect(readSettings(both, () => `${url}\n`).secrets.databaseUrl).toBe(url);
  expect(faultsOf({ ...both, DATABASE_URL: url }).map((f) => f.variable)).toEqual(['DATABASE_URL']);
});

test('a secret file that cannot be read is named, with its path', () => {
  const [fault] = faultsOf({ SMTP_URL_FILE: '/nowhere/at/all' });
  expect(fault?.variable).toBe('SMTP_URL_FILE');
  expect(fault?.problem).toContain('/nowhere/at/all');
});

test.each([
  ['DATABASE_URL', 'postgres://h/b'],
  ['TEMPORAL_ADDRESS', 'h:7233'],
])('with %s the keys must be given from outside', (name, value) => {
  const names = faultsOf({ [name]: value }).map((f) => f.variable);
  expect(names).toEqual(['RETORNO_PAYLOAD_KEY', 'RETORNO_MASTER_KEY']);
});

test('keys rotate: the first encrypts, the others stay for reading; ids must differ', () => {
  const [now, before] = [key(), key()];
  const keys = readSettings({ RETORNO_MASTER_KEY: `k2:${now},k1:${before}` }).secrets.masterKeys;
  expect(keys.map((k) => k.id)).toEqual(['k2', 'k1']);
  expect(keys[0]?.key.toString('base64')).toBe(now);
  expect(faultsOf({ RETORNO_MASTER_KEY: `k:${now},k:${before}` })).toHaveLength(1);
});

test('a key without an id gets one that stays the same and does not hold the key', () => {
  const value = key();
  const idOf = () => readSettings({ RETORNO_PAYLOAD_KEY: value }).secrets.payloadKeys[0]?.id;
  expect(idOf()).toBe(idOf());
  expect(value).not.toContain(idOf());
});

test('listening beyond this machine needs a public https address', () => {
  const host = { RETORNO_HOST: '0.0.0.0' };
  expect(faultsOf(host).map((f) => f.variable)).toEqual(['RETORNO_PUBLIC_URL']);
  const url = 'https://retorno.example.org/';
  expect(readSettings({ ...host, RETORNO_PUBLIC_URL: url }).http.publicUrl).toBe(url.slice(0, -1));
});

test('mail to real servers needs a sender', () => {
  expect(faultsOf({ SMTP_URL: 'smtps://h' }).map((f) => f.variable)).toEqual(['MAIL_FROM']);
});

test('no secret is outside the group of secrets', () => {
  const payloadKey = key();
  const settings = readSettings({
    DATABASE_URL: 'postgres://u:dbpass@h/b',
    SMTP_URL: 'smtp://u:mailpass@h',
    MAIL_FROM: 'avisos@example.org',
    TEMPORAL_API_KEY: 'apikey',
    TEMPORAL_TLS: 'true',
    RETORNO_PAYLOAD_KEY: payloadKey,
    RETORNO_MASTER_KEY: key(),
  });
  const open = JSON.stringify({ ...settings, secrets: undefined });
  for (const secret of ['dbpass', 'mailpass', 'apikey', payloadKey]) {
    expect(open).not.toContain(secret);
  }
  expect(settings.temporal.environment).toEqual({ TEMPORAL_TLS: 'true' });
});

test('every secret may be given in a file, and no other setting is one', () => {
  for (const name of Object.keys(envSchema.shape)) {
    const isSecret = /(_KEY|_PIN|_PASSWORD|_SECRET|_TOKEN|^DATABASE_URL|^SMTP_URL)$/.test(name);
    const looked = faultsOf({ [`${name}_FILE`]: '/nowhere/at/all' }).map((f) => f.variable);
    // The label of a key device’s token says which one it is and opens nothing.
    expect(looked.includes(`${name}_FILE`), name).toBe(isSecret && name !== 'RETORNO_PKCS11_TOKEN');
  }
});

test('an empty variable counts as absent', () => {
  expect(readSettings({ DATABASE_URL: '', TEMPORAL_ADDRESS: '' }).database.embedded).toBe(true);
});
