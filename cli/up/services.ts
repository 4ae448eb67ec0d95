import { join } from 'node:path';
import { migrateDatabase } from '../../db/migrate.js';
import { processAddress } from '../../db/process-role.js';
import { startPostgres } from '../../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import type { Progress } from '../../platform/progress.js';
import type { Settings } from '../../platform/settings.js';

/** The servers everything stands on, ours or those the environment names. */
export interface Services {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  /** Present when mail stays on this machine. */
  readonly catcher?: MailCatcher;
  /** Stops what was started here, in the order that loses nothing. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL, Temporal and the mail catcher together; what the environment names is used instead. */
export async function startServices(
  settings: Settings,
  progress: Progress,
  dataDir = settings.paths.dataDir,
): Promise<Services> {
  const given = settings.secrets.databaseUrl;
  const started = await Promise.allSettled([
    given ? { url: given, stop: async () => {} } : startPostgres({ dataDir, progress }),
    ensureTemporalServer({
      settings: { ...settings, paths: { ...settings.paths, dataDir } },
      progress,
    }),
    settings.secrets.smtpUrl ? undefined : startMailCatcher({ store: join(dataDir, 'mail') }),
  ]);
  const [postgres, temporal, mail] = started;
  const stop = async (): Promise<void> => {
    if (mail.status === 'fulfilled') await mail.value?.stop();
    if (temporal.status === 'fulfilled') await temporal.value.stop();
    if (postgres.status === 'fulfilled') await postgres.value.stop();
  };
  try {
    if (postgres.status === 'rejected') throw postgres.reason;
    if (temporal.status === 'rejected') throw temporal.reason;
    if (mail.status === 'rejected') throw mail.reason;
    const text = { es: 'Actualizando la base de datos', en: 'Bringing the database up to date' };
    await progress.step(text, () => migrateDatabase(postgres.value.url));
    return {
      databaseUrl: given ?? (await processAddress(postgres.value.url)),
      temporalAddress: temporal.value.address,
      smtpUrl: settings.secrets.smtpUrl ?? mail.value!.smtpUrl,
      ...(mail.value ? { catcher: mail.value } : {}),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
