import type { Door } from '../../door/door.js';
import type { Logger } from '../../platform/logger.js';
import type { MailTransport } from '../../platform/mail/transport.js';
import type { Settings } from '../../platform/settings.js';
import { deliverCheckpoints } from '../../record/log/deliver.js';
import { openLog } from '../../record/log/open-log.js';
import { type Recorder, startRecorder } from '../../record/log/recorder.js';

/** Keeps the log in this process, with what its settings allow: without a log key nothing is signed. */
export async function keepLog(of: {
  readonly settings: Settings;
  readonly door: Door;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly mail?: MailTransport;
}): Promise<Recorder> {
  const { settings, door, databaseUrl, logger, mail } = of;
  const log = await openLog(door);
  const logKey = settings.secrets.logKeys[0]?.key;
  if (!logKey)
    logger.warn('RETORNO_LOG_KEY is not set: checkpoints of the log are not signed here');
  const onError = (error: unknown) => logger.warn({ err: error }, 'the log is delayed');
  return startRecorder({
    door,
    databaseUrl,
    onError,
    ...(logKey ? { logKey } : {}),
    deliver: () =>
      deliverCheckpoints({
        log,
        onError,
        ...(mail ? { mail } : {}),
        onAlarm: (witness, size) =>
          logger.error({ witness, size }, 'a witness refuses the log: it differs from its copy'),
      }),
  });
}
