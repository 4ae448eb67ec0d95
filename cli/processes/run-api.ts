import { createApp } from '../../api/app.js';
import { engineHistory } from '../../api/gateway/engine-history.js';
import { temporalProbe } from '../../api/gateway/temporal-probe.js';
import { openScanner } from '../../platform/files/scanner.js';
import { createLogger } from '../../platform/logger.js';
import { webPages } from '../../web/register-web.js';
import { onceStopped, openProcessDoor, processContext } from './context.js';

/** The API as a process of its own. */
export async function runApi(): Promise<void> {
  const context = processContext();
  const { settings } = context;
  const logger = createLogger(settings, 'api');
  const { db, door } = await openProcessDoor(context, { serving: true });
  const probe = temporalProbe(settings, context.temporalAddress);
  const engine = engineHistory(settings, context.temporalAddress);
  const scanner = openScanner(settings.clamdAddress);
  if (scanner.finds === 'test-file') {
    logger.warn('files people add are not scanned for viruses: set CLAMD_ADDRESS');
  }
  const app = await createApp({
    door,
    logger,
    temporal: probe.isReachable,
    engineHistory: engine.read,
    settings: {
      rehearsals: process.env.NODE_ENV !== 'production',
      webhooksToLoopback: settings.webhooks.toLoopback,
      strictTransport: settings.http.publicUrl.startsWith('https:'),
    },
    pages: webPages({ publicUrl: settings.http.publicUrl, scanner }),
  });
  const { host, port } = settings.http;
  await app.listen({ host, port });
  logger.info({ host, port }, 'listening');
  await onceStopped(async () => {
    await app.close();
    await probe.close();
    await engine.close();
    await db.close();
  });
}
