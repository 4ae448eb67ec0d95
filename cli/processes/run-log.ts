import { createLogger } from '../../platform/logger.js';
import { createMailTransport } from '../../platform/mail/transport.js';
import { onceStopped, openProcessDoor, processContext } from './context.js';
import { keepLog } from './recording.js';

/** The log as a process of its own, so that no other needs its key. Several may run; one leads. */
export async function runLog(): Promise<void> {
  const { settings, ...context } = processContext();
  const logger = createLogger(settings, 'log');
  const { db, door } = await openProcessDoor({ settings, ...context });
  const { smtpUrl } = settings.secrets;
  const mail = smtpUrl ? createMailTransport({ smtpUrl, from: settings.mail.from }) : undefined;
  const { databaseUrl } = context;
  const recorder = await keepLog({
    settings,
    door,
    databaseUrl,
    logger,
    ...(mail ? { mail } : {}),
  });
  logger.info('log is kept');
  await onceStopped(async () => {
    await recorder.stop();
    mail?.close();
    await db.close();
  });
}
