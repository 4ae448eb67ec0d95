import { randomBytes } from 'node:crypto';
import { OperatorError } from '../text.js';
import type { Compartment, KeyProvider } from './key-provider.js';
import { type Device, loadPkcs11, type Mechanism, type Pkcs11Module } from './pkcs11-module.js';

/** A token of a hardware module, or of a service that speaks PKCS#11, and which of its AES keys wrap. */
export interface Pkcs11Settings {
  /** Shared library of the module. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  readonly pin: string;
  /** Labels of keys: the first wraps, all unwrap. */
  readonly keys: readonly string[];
  /** Labels of the keys of the protection compartment, where they are others. */
  readonly protectionKeys?: readonly string[];
}

const PREFIX = 'pkcs11:';
const IV = 12;
const TAG = 16;

/**
 * Keys that never leave a device: AES-256-GCM done by the token. A device that lost its session is asked once more with a new
 * one; when that fails too the call rejects, and nothing is written or read meanwhile.
 *
 * Errors: `OperatorError` when the library, the token or a key is not there, or the PIN is another one.
 */
export function pkcs11Keys(settings: Pkcs11Settings): KeyProvider {
  const library = loadPkcs11();
  let session: Session | undefined;
  const getSession = (): Session => {
    session ??= openSession(library, settings);
    return session;
  };
  const protection = settings.protectionKeys?.length ? settings.protectionKeys : settings.keys;
  const labels = new Set([...settings.keys, ...protection]);
  for (const label of labels) getSession().keyOf(label);

  const run = (name: string, bound: string, work: Work): Buffer => {
    const parameter = (iv: Buffer) => ({
      mechanism: library.CKM_AES_GCM,
      parameter: {
        type: library.CK_PARAMS_AES_GCM,
        iv,
        aad: Buffer.from(bound),
        ivBits: IV * 8,
        tagBits: TAG * 8,
      },
    });
    const once = () => work(getSession(), getSession().keyOf(name.slice(PREFIX.length)), parameter);
    try {
      return once();
    } catch (error) {
      if (!isLost(error)) throw error;
      session?.close();
      session = undefined;
      return once();
    }
  };

  return {
    current: (compartment: Compartment) =>
      `${PREFIX}${(compartment === 'protection' ? protection : settings.keys)[0]}`,
    holds: (name) => name.startsWith(PREFIX) && labels.has(name.slice(PREFIX.length)),
    wrap: async (name, plain, bound) =>
      run(name, bound, ({ device, handle }, key, begin) => {
        const iv = randomBytes(IV);
        device.C_EncryptInit(handle, begin(iv), key);
        const out = Buffer.alloc(plain.length + TAG);
        return Buffer.concat([iv, device.C_Encrypt(handle, plain, out)]);
      }),
    unwrap: async (name, wrapped, bound) =>
      run(name, bound, ({ device, handle }, key, begin) => {
        if (wrapped.length < IV + TAG) throw new Error('Sealed value is too short');
        device.C_DecryptInit(handle, begin(wrapped.subarray(0, IV)), key);
        const out = Buffer.alloc(wrapped.length);
        return Buffer.from(device.C_Decrypt(handle, wrapped.subarray(IV), out));
      }),
  };
}

type Work = (session: Session, key: Buffer, begin: (iv: Buffer) => Mechanism) => Buffer;

interface Session {
  readonly device: Device;
  readonly handle: Buffer;
  keyOf(label: string): Buffer;
  close(): void;
}

function openSession(library: Pkcs11Module, settings: Pkcs11Settings): Session {
  const device = new library.PKCS11();
  try {
    device.load(settings.module);
    initialise(device, library);
    const slot = device
      .C_GetSlotList(true)
      .find((candidate) => device.C_GetTokenInfo(candidate).label.trim() === settings.token);
    if (!slot) throw new Error(`no token is labelled ${settings.token}`);
    const handle = device.C_OpenSession(slot, library.CKF_SERIAL_SESSION);
    signIn(device, library, handle, settings.pin);
    const found = new Map<string, Buffer>();
    return {
      device,
      handle,
      keyOf(label) {
        const known = found.get(label);
        if (known) return known;
        const key = findKey(device, library, handle, label);
        found.set(label, key);
        return key;
      },
      close: () => end(device),
    };
  } catch (error) {
    end(device);
    throw unreachable(settings, error);
  }
}

/** Lets the device go; it may be gone already, and the next session says so. */
function end(device: Device): void {
  try {
    device.C_Finalize();
  } catch {}
  try {
    device.close();
  } catch {}
}

function initialise(device: Device, library: Pkcs11Module): void {
  try {
    device.C_Initialize();
  } catch (error) {
    if (codeOf(error) !== library.CKR_CRYPTOKI_ALREADY_INITIALIZED) throw error;
  }
}

function signIn(device: Device, library: Pkcs11Module, handle: Buffer, pin: string): void {
  try {
    device.C_Login(handle, library.CKU_USER, pin);
  } catch (error) {
    if (codeOf(error) !== library.CKR_USER_ALREADY_LOGGED_IN) throw error;
  }
}

function findKey(device: Device, library: Pkcs11Module, handle: Buffer, label: string): Buffer {
  device.C_FindObjectsInit(handle, [
    { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
    { type: library.CKA_LABEL, value: label },
  ]);
  const found = device.C_FindObjects(handle, 2);
  device.C_FindObjectsFinal(handle);
  if (found.length === 1) return found[0]!;
  throw new OperatorError({
    es: `El dispositivo de claves tiene ${found.length} claves con la etiqueta ${label}; debe tener una. Cree la clave AES de 256 bits o corrija RETORNO_PKCS11_KEYS.`,
    en: `The key device has ${found.length} keys labelled ${label}; it must have one. Make the AES key of 256 bits or correct RETORNO_PKCS11_KEYS.`,
  });
}

function unreachable(settings: Pkcs11Settings, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  const because = error instanceof Error ? error.message : String(error);
  return new OperatorError({
    es: `No se puede usar el dispositivo de claves (token ${settings.token}): ${because}. Sin él no se lee ni se guarda ningún dato. Revise RETORNO_PKCS11_MODULE, RETORNO_PKCS11_TOKEN y RETORNO_PKCS11_PIN.`,
    en: `The key device (token ${settings.token}) cannot be used: ${because}. Without it no data is read or kept. Check RETORNO_PKCS11_MODULE, RETORNO_PKCS11_TOKEN and RETORNO_PKCS11_PIN.`,
  });
}

const LOST = new Set([
  0x30, // CKR_DEVICE_ERROR
  0x32, // CKR_DEVICE_REMOVED
  0x60, // CKR_KEY_HANDLE_INVALID
  0x82, // CKR_OBJECT_HANDLE_INVALID
  0xb0, // CKR_SESSION_CLOSED
  0xb3, // CKR_SESSION_HANDLE_INVALID
  0xe1, // CKR_TOKEN_NOT_RECOGNIZED
  0x101, // CKR_USER_NOT_LOGGED_IN
  0x190, // CKR_CRYPTOKI_NOT_INITIALIZED
]);

function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && LOST.has(code);
}

function codeOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'code' in error
    ? Number(error.code)
    : undefined;
}
