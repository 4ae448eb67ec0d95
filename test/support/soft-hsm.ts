import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyDevice } from '../../platform/settings.js';
import { loadPkcs11 } from '../../platform/vault/pkcs11-module.js';

const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];

/** A key device in software, with a token of its own and AES keys by label. */
export interface SoftHsm {
  readonly device: KeyDevice;
  /** Takes the token away, as a device that is unplugged, and puts it back. */
  unplug(): void;
  plugIn(): void;
  remove(): void;
}

/** Makes a token with these keys; undefined where there is no SoftHSM and none can be installed. Sets SOFTHSM2_CONF of this process. */
export function makeSoftHsm(labels: readonly string[]): SoftHsm | undefined {
  const module = findLibrary() ?? install();
  if (!module || !hasPackage()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'retorno-softhsm-'));
  const tokens = join(folder, 'tokens');
  const conf = join(folder, 'softhsm2.conf');
  mkdirSync(tokens);
  writeFileSync(conf, `directories.tokendir = ${tokens}\nobjectstore.backend = file\n`);
  process.env.SOFTHSM2_CONF = conf;
  const device = { module, token: 'invented', pin: '4711', keys: [...labels], protectionKeys: [] };
  const init = ['--init-token', '--free', '--label', device.token];
  must('softhsm2-util', [...init, '--pin', device.pin, '--so-pin', '471147']);
  makeKeys(device, labels);
  return {
    device,
    unplug: () => renameSync(tokens, `${tokens}.away`),
    plugIn: () => renameSync(`${tokens}.away`, tokens),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function makeKeys(device: KeyDevice, labels: readonly string[]): void {
  const library = loadPkcs11();
  const pkcs11 = new library.PKCS11();
  pkcs11.load(device.module);
  pkcs11.C_Initialize();
  const [slot] = pkcs11.C_GetSlotList(true);
  const session = pkcs11.C_OpenSession(slot!, library.CKF_SERIAL_SESSION | library.CKF_RW_SESSION);
  pkcs11.C_Login(session, library.CKU_USER, device.pin);
  for (const label of labels) {
    pkcs11.C_GenerateKey(session, { mechanism: library.CKM_AES_KEY_GEN }, [
      { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
      { type: library.CKA_LABEL, value: label },
      { type: library.CKA_VALUE_LEN, value: 32 },
      { type: library.CKA_TOKEN, value: true },
      { type: library.CKA_SENSITIVE, value: true },
      { type: library.CKA_EXTRACTABLE, value: false },
      { type: library.CKA_ENCRYPT, value: true },
      { type: library.CKA_DECRYPT, value: true },
    ]);
  }
  pkcs11.C_Finalize();
  pkcs11.close();
}

function hasPackage(): boolean {
  try {
    return Boolean(loadPkcs11());
  } catch {
    return false;
  }
}

function findLibrary(): string | undefined {
  return LIBRARIES.find((path) => existsSync(path));
}

function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'softhsm2'],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2], timeout: 300_000 });
  }
  return findLibrary();
}

function must(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}
