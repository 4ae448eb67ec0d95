import type { NamedKey } from '../../platform/named-keys.js';
import type { Settings } from '../../platform/settings.js';
import type { Services } from './services.js';

/** The environment a process of its own needs to work with these services; the rest is taken from `base`. */
export function childEnvironment(
  settings: Settings,
  services: Services,
  publicUrl: string,
  base: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...base,
    DATABASE_URL: services.databaseUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporal.namespace,
    SMTP_URL: services.smtpUrl,
    RETORNO_MAIL_CAUGHT: String(services.catcher !== undefined),
    MAIL_FROM: settings.mail.from,
    RETORNO_PUBLIC_URL: publicUrl,
    RETORNO_DATA_DIR: settings.paths.dataDir,
    RETORNO_MASTER_KEY: encode(settings.secrets.masterKeys),
    RETORNO_PAYLOAD_KEY: encode(settings.secrets.payloadKeys),
    RETORNO_LOG_KEY: encode(settings.secrets.logKeys),
    TZ: 'UTC',
  };
}

function encode(keys: readonly NamedKey[]): string {
  return keys.map((named) => `${named.id}:${named.key.toString('base64')}`).join(',');
}
