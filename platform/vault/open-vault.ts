import type { Secrets } from '../settings.js';
import { fileKeys, providersInTurn } from './key-provider.js';
import { pkcs11Keys } from './pkcs11.js';
import { createVault, type Vault } from './vault.js';

/**
 * The vault the settings describe. With a key device the keys given as bytes still open what they wrapped before it came,
 * until `retorno keys rotate` has been through.
 */
export function openVault({
  masterKeys,
  protectionKeys,
  keyDevice,
}: Pick<Secrets, 'masterKeys' | 'protectionKeys' | 'keyDevice'>): Vault {
  const files = fileKeys(masterKeys, protectionKeys);
  if (!keyDevice) return createVault(masterKeys, files);
  return createVault(masterKeys, providersInTurn([pkcs11Keys(keyDevice), files]));
}
