import { createRequire } from 'node:module';
import { OperatorError } from '../text.js';

/** A PKCS#11 mechanism with its parameter. */
export interface Mechanism {
  readonly mechanism: number;
  readonly parameter?: object;
}

interface Attribute {
  readonly type: number;
  readonly value?: number | boolean | string | Buffer;
}

/** The calls of PKCS#11 that are used here, as the package names them. */
export interface Device {
  load(path: string): void;
  close(): void;
  C_Initialize(): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string };
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_Login(session: Buffer, user: number, pin: string): void;
  C_FindObjectsInit(session: Buffer, template: readonly Attribute[]): void;
  C_FindObjects(session: Buffer, most: number): Buffer[];
  C_FindObjectsFinal(session: Buffer): void;
  C_GenerateKey(session: Buffer, mechanism: Mechanism, template: readonly Attribute[]): Buffer;
  C_EncryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Encrypt(session: Buffer, plain: Buffer, out: Buffer): Buffer;
  C_DecryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Decrypt(session: Buffer, sealed: Buffer, out: Buffer): Buffer;
}

type Constant =
  | 'CKA_CLASS'
  | 'CKA_DECRYPT'
  | 'CKA_ENCRYPT'
  | 'CKA_EXTRACTABLE'
  | 'CKA_LABEL'
  | 'CKA_SENSITIVE'
  | 'CKA_TOKEN'
  | 'CKA_VALUE_LEN'
  | 'CKF_RW_SESSION'
  | 'CKF_SERIAL_SESSION'
  | 'CKM_AES_GCM'
  | 'CKM_AES_KEY_GEN'
  | 'CKO_SECRET_KEY'
  | 'CKR_CRYPTOKI_ALREADY_INITIALIZED'
  | 'CKR_USER_ALREADY_LOGGED_IN'
  | 'CKU_USER'
  | 'CK_PARAMS_AES_GCM';

/** The package as far as it is used. Declared here, because it is not there where it could not be compiled. */
export type Pkcs11Module = { readonly PKCS11: new () => Device } & {
  readonly [Name in Constant]: number;
};

/** The package `pkcs11js`. Errors: `OperatorError` where it is not installed. */
export function loadPkcs11(): Pkcs11Module {
  try {
    return createRequire(import.meta.url)('pkcs11js') as Pkcs11Module;
  } catch {
    throw new OperatorError({
      es: 'No está el paquete pkcs11js, que se compila al instalar y necesita un compilador de C++. Instálelo («npm ci» con compilador) o quite RETORNO_PKCS11_MODULE.',
      en: 'The package pkcs11js is missing; it is compiled when installed and needs a C++ compiler. Install it ("npm ci" with a compiler) or unset RETORNO_PKCS11_MODULE.',
    });
  }
}
