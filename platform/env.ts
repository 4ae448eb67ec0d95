import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CheckedEnv, envSchema, isLoopback } from './env-schema.js';
import type { Settings } from './settings.js';
import { OperatorError } from './text.js';

export type { Secrets, Settings } from './settings.js';

/** One thing wrong with one variable. `problem` holds a Spanish and an English line. */
export interface SettingsFault {
  variable: string;
  problem: string;
}

/** Every fault of the environment at once, so that one restart is enough to mend them. */
export class SettingsError extends OperatorError {
  readonly faults: SettingsFault[];

  constructor(faults: SettingsFault[]) {
    const lines = (index: 0 | 1): string =>
      faults.map((f) => `  - ${f.variable}: ${f.problem.split('\n')[index] ?? ''}`).join('\n');
    super({
      es: `La configuración no sirve. Corrija estas variables de entorno y vuelva a empezar:\n${lines(0)}`,
      en: `The settings cannot be used. Mend these environment variables and start again:\n${lines(1)}`,
    });
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

const secretNames = [
  'DATABASE_URL',
  'SMTP_URL',
  'TEMPORAL_API_KEY',
  'RETORNO_PAYLOAD_KEY',
  'RETORNO_MASTER_KEY',
  'RETORNO_LOG_KEY',
  'RETORNO_PROTECTION_KEY',
  'RETORNO_PKCS11_PIN',
] as const;

type Env = Record<string, string | undefined>;

/**
 * Reads and checks the environment. Pure but for the files named by `NAME_FILE` (each secret may be
 * given as `NAME`, or as the path of a file in `NAME_FILE`). Empty values count as absent.
 *
 * Errors: `SettingsError` naming every fault.
 */
export function readSettings(
  env: Env,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Settings {
  const faults: SettingsFault[] = [];
  const values = withSecretFiles(env, readFile, faults);
  const parsed = envSchema.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    faults.push({ variable: String(issue.path[0]), problem: issue.message });
  }
  if (parsed.data) faults.push(...togetherFaults(parsed.data));
  if (faults.length > 0 || !parsed.data) throw new SettingsError(faults);
  return toSettings(parsed.data, values);
}

function withSecretFiles(
  env: Env,
  readFile: (path: string) => string,
  faults: SettingsFault[],
): Env {
  const values: Env = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const name of secretNames) {
    const path = values[`${name}_FILE`];
    if (path === undefined) continue;
    if (values[name] !== undefined) {
      faults.push({
        variable: name,
        problem: `está dada dos veces, también como ${name}_FILE. Deje solo una\nis given twice, also as ${name}_FILE. Keep one only`,
      });
      continue;
    }
    try {
      values[name] = readFile(path).trim();
    } catch {
      faults.push({
        variable: `${name}_FILE`,
        problem: `no se puede leer el archivo ${path}. Revise la ruta y los permisos\nthe file ${path} cannot be read. Check the path and its permissions`,
      });
    }
  }
  return values;
}

/** What is wrong only in combination. */
function togetherFaults(env: CheckedEnv): SettingsFault[] {
  const faults: SettingsFault[] = [];
  const shared = env.DATABASE_URL !== undefined || env.TEMPORAL_ADDRESS !== undefined;
  for (const name of ['RETORNO_PAYLOAD_KEY', 'RETORNO_MASTER_KEY'] as const) {
    if (shared && env[name] === undefined) {
      faults.push({
        variable: name,
        problem:
          'falta: con una base de datos o un Temporal propios la clave debe darse. Genere una con: openssl rand -base64 32, y guárdela aparte\nis missing: with your own database or Temporal the key must be given. Make one with: openssl rand -base64 32, and keep a copy apart',
      });
    }
  }
  if (env.RETORNO_PKCS11_MODULE !== undefined) {
    for (const name of [
      'RETORNO_PKCS11_TOKEN',
      'RETORNO_PKCS11_PIN',
      'RETORNO_PKCS11_KEYS',
    ] as const) {
      if (env[name] !== undefined) continue;
      faults.push({
        variable: name,
        problem:
          'falta: con RETORNO_PKCS11_MODULE hay que decir token, PIN y claves del dispositivo\nis missing: with RETORNO_PKCS11_MODULE, give token, PIN and keys of the device',
      });
    }
    if (env.RETORNO_PROTECTION_KEY !== undefined) {
      faults.push({
        variable: 'RETORNO_PROTECTION_KEY',
        problem:
          'sobra: con un dispositivo se usa RETORNO_PKCS11_PROTECTION_KEYS\nis one too many: with a device, RETORNO_PKCS11_PROTECTION_KEYS is used',
      });
    }
  }
  if (!isLoopback(env.RETORNO_HOST) && env.RETORNO_PUBLIC_URL === undefined) {
    faults.push({
      variable: 'RETORNO_PUBLIC_URL',
      problem:
        'falta: al escuchar fuera de este equipo hay que decir la dirección https:// que usan las personas\nis missing: when listening beyond this machine, give the https:// address that people use',
    });
  }
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    faults.push({
      variable: 'MAIL_FROM',
      problem:
        'falta: con SMTP_URL hay que decir el remitente. Por ejemplo: Retorno <avisos@example.org>\nis missing: with SMTP_URL the sender must be given. For example: Retorno <avisos@example.org>',
    });
  }
  return faults;
}

function keyDeviceOf(env: CheckedEnv): Settings['secrets']['keyDevice'] {
  const { RETORNO_PKCS11_MODULE: module, RETORNO_PKCS11_TOKEN: token } = env;
  const { RETORNO_PKCS11_PIN: pin, RETORNO_PKCS11_KEYS: keys } = env;
  if (!module || !token || !pin || !keys) return undefined;
  return { module, token, pin, keys, protectionKeys: env.RETORNO_PKCS11_PROTECTION_KEYS ?? [] };
}

function toSettings(env: CheckedEnv, values: Env): Settings {
  const environment = Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith('TEMPORAL_') &&
        !entry[0].startsWith('TEMPORAL_API_KEY') &&
        entry[1] !== undefined,
    ),
  );
  const host = env.RETORNO_HOST.includes(':') ? `[${env.RETORNO_HOST}]` : env.RETORNO_HOST;
  const cacheHome = values.XDG_CACHE_HOME ?? join(values.HOME ?? homedir(), '.cache');
  return {
    http: {
      host: env.RETORNO_HOST,
      port: env.RETORNO_PORT,
      publicUrl: env.RETORNO_PUBLIC_URL ?? `http://${host}:${env.RETORNO_PORT}`,
    },
    database: { embedded: env.DATABASE_URL === undefined },
    temporal: {
      address: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE,
      environment,
    },
    mail: {
      from: env.MAIL_FROM ?? 'Retorno <retorno@localhost>',
      delivers: env.SMTP_URL !== undefined,
      isCaught: env.RETORNO_MAIL_CAUGHT === 'true',
    },
    webhooks: { toLoopback: env.RETORNO_WEBHOOK_LOOPBACK === 'true' },
    paths: {
      dataDir: resolve(env.RETORNO_DATA_DIR),
      cacheDir: resolve(env.RETORNO_CACHE_DIR ?? join(cacheHome, 'retorno')),
    },
    retention: env.RETORNO_RETENTION,
    series: env.RETORNO_SERIES,
    clamdAddress: env.CLAMD_ADDRESS,
    log: { level: env.LOG_LEVEL },
    secrets: {
      databaseUrl: env.DATABASE_URL,
      smtpUrl: env.SMTP_URL,
      temporalApiKey: env.TEMPORAL_API_KEY,
      payloadKeys: env.RETORNO_PAYLOAD_KEY ?? [],
      masterKeys: env.RETORNO_MASTER_KEY ?? [],
      logKeys: env.RETORNO_LOG_KEY ?? [],
      protectionKeys: env.RETORNO_PROTECTION_KEY ?? [],
      keyDevice: keyDeviceOf(env),
    },
  };
}
