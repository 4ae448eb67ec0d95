import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedKey, parseNamedKeys } from './named-keys.js';
import type { Settings } from './settings.js';
import { OperatorError } from './text.js';

/**
 * Fills in missing keys from `keys/` in the data folder, making them on the first start. For the
 * installation that runs everything on one machine; where a database or Temporal is configured,
 * `readSettings` has already insisted on keys given from outside.
 *
 * Errors: `OperatorError` when a key file is damaged. A new key is never made in its place, because
 * everything encrypted under the old one would be lost.
 */
export function withLocalKeys(settings: Settings): Settings {
  const { payloadKeys, masterKeys, logKeys } = settings.secrets;
  // With a database of somebody's own several machines share one log, and a key made here would be another one.
  const ownLog = settings.database.embedded && logKeys.length === 0;
  const folder = join(settings.paths.dataDir, 'keys');
  return {
    ...settings,
    secrets: {
      ...settings.secrets,
      payloadKeys: payloadKeys.length > 0 ? payloadKeys : localKeys(folder, 'payload.key'),
      masterKeys: masterKeys.length > 0 ? masterKeys : localKeys(folder, 'master.key'),
      logKeys: ownLog ? localKeys(folder, 'log.key') : logKeys,
    },
  };
}

function localKeys(folder: string, name: string): NamedKey[] {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const keys = parseNamedKeys(readFileSync(path, 'utf8').trim());
  if (keys) return keys;
  throw new OperatorError({
    es: `El archivo de clave ${path} está dañado. Restáurelo de su copia de seguridad; sin él no se pueden leer los datos cifrados.`,
    en: `The key file ${path} is damaged. Restore it from your backup; without it the encrypted data cannot be read.`,
  });
}
