import { join } from 'node:path';
import { createApp } from '../../api/app.js';
import { engineHistory } from '../../api/gateway/engine-history.js';
import { DEFAULT_SETTINGS } from '../../api/settings.js';
import { readSettings } from '../../platform/env.js';
import { withLocalKeys } from '../../platform/local-keys.js';
import { registerMailCatcherPages } from '../../platform/mail/catcher-pages.js';
import { findFreePort } from '../../platform/ports.js';
import { spawnChild, stopProcess } from '../../platform/process.js';
import { createProgress } from '../../platform/progress.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { webPages } from '../../web/register-web.js';
import { onceStopped, openProcessDoor } from '../processes/context.js';
import { removeRunningAddresses, writeRunningAddresses } from './addresses.js';
import { childEnvironment } from './child-environment.js';
import { ensureDemoData } from './demo-data.js';
import { ensureDemoPeople } from './demo-people.js';
import { startServices } from './services.js';
import { welcome } from './welcome.js';

/** Everything on this machine: servers, worker with relay, API and mail catcher. Ends with Ctrl-C. */
export async function up(): Promise<void> {
  const settings = withLocalKeys(readSettings(process.env));
  const { dataDir } = settings.paths;
  const progress = createProgress();
  const services = await startServices(settings, progress);
  const undo: (() => Promise<void>)[] = [services.stop];
  const stop = async (): Promise<void> => {
    removeRunningAddresses(dataDir);
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { databaseUrl, temporalAddress } = services;
    const { db, door } = await openProcessDoor(
      { settings, databaseUrl, temporalAddress },
      { serving: true },
    );
    undo.push(() => db.close());
    const tokens = await ensureDemoData(db, dataDir);
    const people = await ensureDemoPeople(db, dataDir);
    await door.directory.reload();

    const port = await findFreePort(settings.http.port);
    const moved = port !== settings.http.port;
    const publicUrl = moved ? `http://${settings.http.host}:${port}` : settings.http.publicUrl;
    const worker = await spawnChild({
      command: process.execPath,
      args: ['--enable-source-maps', process.argv[1]!, 'worker'],
      env: childEnvironment(settings, services, publicUrl),
      logFile: join(dataDir, 'worker.log'),
      parentDeathSignal: 'TERM',
    });
    undo.push(() => stopProcess(worker.pid, [{ signal: 'SIGTERM', waitMs: 15_000 }]));

    const client = await connectClient(settings, temporalAddress);
    undo.push(() => client.connection.close());
    const engine = engineHistory(settings, temporalAddress);
    undo.push(() => engine.close());
    const app = await createApp({
      door,
      settings: {
        ...DEFAULT_SETTINGS,
        rehearsals: true,
        webhooksToLoopback: settings.webhooks.toLoopback,
      },
      pages: webPages({
        publicUrl,
        testMail: services.catcher !== undefined,
        // In a database of somebody's own there may be people who are not invented.
        demo: settings.database.embedded,
      }),
      engineHistory: engine.read,
      temporal: () =>
        client.connection.ensureConnected().then(
          () => true,
          () => false,
        ),
    });
    if (services.catcher)
      await registerMailCatcherPages(app, services.catcher, { prefix: '/correo' });
    await app.listen({ host: settings.http.host, port });
    undo.push(() => app.close());

    writeRunningAddresses(dataDir, {
      pid: process.pid,
      databaseUrl,
      temporalAddress,
      apiUrl: publicUrl,
    });
    process.stdout.write(
      welcome({
        publicUrl,
        temporalAddress,
        dataDir,
        tokens,
        people,
        movedFrom: moved ? settings.http.port : undefined,
      }),
    );
    worker.process.once('exit', (code) => {
      if (undo.length === 0) return;
      process.stderr.write(
        `El proceso que sigue los casos terminó (${code}); vea ${join(dataDir, 'worker.log')}. / The worker ended (${code}); see its log.\n`,
      );
      process.kill(process.pid, 'SIGTERM');
    });
    await onceStopped(stop);
  } catch (error) {
    await stop();
    throw error;
  }
}
