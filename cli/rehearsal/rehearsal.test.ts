import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../platform/env.js';
import { ownEnvironment } from './own-stage.js';
import { readScene } from './read-scene.js';

describe('the environment of a rehearsal', () => {
  const installation = {
    DATABASE_URL: 'postgresql://retorno@database.example/retorno',
    TEMPORAL_ADDRESS: 'engine.example:7233',
    TEMPORAL_NAMESPACE: 'real',
    TEMPORAL_API_KEY: 'invented',
    SMTP_URL: 'smtps://mail.example:465',
    MAIL_FROM: 'Retorno <avisos@example.org>',
    RETORNO_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    RETORNO_PAYLOAD_KEY: Buffer.alloc(32, 2).toString('base64'),
    RETORNO_LOG_KEY: Buffer.alloc(32, 4).toString('base64'),
    RETORNO_PROTECTION_KEY: Buffer.alloc(32, 3).toString('base64'),
    RETORNO_PKCS11_MODULE: '/usr/lib/module.so',
    RETORNO_PKCS11_TOKEN: 'token',
    RETORNO_PKCS11_PIN: '4711',
    RETORNO_PKCS11_KEYS: 'one',
    RETORNO_DATA_DIR: '/var/lib/retorno',
    LANG: 'en_GB.UTF-8',
  };

  test('knows nothing of the servers, keys and mail of the installation', () => {
    const own = ownEnvironment(installation, 'rehearsal');
    const settings = readSettings(own);
    expect(settings.secrets).toEqual({
      databaseUrl: undefined,
      smtpUrl: undefined,
      temporalApiKey: undefined,
      payloadKeys: [],
      masterKeys: [],
      protectionKeys: [],
      keyDevice: undefined,
      logKeys: [],
    });
    expect(settings.temporal.address).toBeUndefined();
    expect(settings.temporal.environment).toEqual({});
    expect(settings.temporal.namespace).not.toBe('real');
    expect(settings.paths.dataDir).toBe('/var/lib/retorno/rehearsal');
    expect(own.LANG).toBe('en_GB.UTF-8');
  });

  test('nor of those given as files', () => {
    const files = Object.fromEntries(
      [
        'DATABASE_URL',
        'SMTP_URL',
        'TEMPORAL_API_KEY',
        'RETORNO_PAYLOAD_KEY',
        'RETORNO_MASTER_KEY',
        'RETORNO_PROTECTION_KEY',
        'RETORNO_LOG_KEY',
        'RETORNO_PKCS11_PIN',
      ].map((name) => [`${name}_FILE`, '/run/secrets/invented']),
    );
    expect(Object.keys(ownEnvironment(files, 'demo'))).toEqual(['RETORNO_DATA_DIR']);
  });
});

describe('a scene file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'retorno-scene-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string) => {
    const path = join(folder, 'scene.yaml');
    writeFileSync(path, text);
    return path;
  };

  test('holds every kind of beat', () => {
    const path = file(`
- { untilHour: 9, timeZone: America/Mexico_City }
- { answers: 'ask:told reply:done', departureIn: 4 }
- { event: appeal-filed/LEGAL }
- { confirm: all }
- { refused: 'departure:left', code: step-not-open }
- { hours: 36.5 }
- { untilDue: ask }
- { untilOpen: visit }
`);
    expect(readScene(path)).toHaveLength(8);
  });

  test.each([
    ['an unknown beat', '- { waits: 3 }'],
    ['a refusal that does not exist', '- { refused: a:b, code: never }'],
    ['an event without a role', '- { event: appeal-filed }'],
    ['nothing', '[]'],
  ])('with %s is refused in both languages', (_, text) => {
    expect(() => readScene(file(text))).toThrow(/tiene errores[\s\S]*has faults/);
  });
});
