import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../db/client.js';
import { countUnsent, readTimeline } from '../../db/queries/timeline.js';
import { readSettings } from '../../platform/env.js';
import { withLocalKeys } from '../../platform/local-keys.js';
import { spawnChild, stopProcess } from '../../platform/process.js';
import { createProgress } from '../../platform/progress.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { languageOf } from '../../platform/text.js';
import { play } from '../../rehearsal/player.js';
import { playScene } from '../../rehearsal/scene.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { demoStart } from '../demo-institutions.js';
import { openProcessDoor } from '../processes/context.js';
import { childEnvironment } from '../up/child-environment.js';
import { ensureDemoData } from '../up/demo-data.js';
import { startServices } from '../up/services.js';
import { DEMO_SCENE } from './scene.js';

/** One invented person from apprehension to closure, a year of it in less than a minute, on real servers. */
export async function demo(): Promise<void> {
  const begun = performance.now();
  const local = withLocalKeys(readSettings(process.env));
  const dataDir = join(local.paths.dataDir, 'demo');
  mkdirSync(dataDir, { recursive: true });
  const settings = { ...local, paths: { ...local.paths, dataDir } };
  const progress = createProgress();
  const language = languageOf(process.env);
  const services = await startServices(settings, progress);
  const undo: (() => Promise<void>)[] = [services.stop];
  try {
    const { databaseUrl, temporalAddress } = services;
    const { db, door } = await openProcessDoor({ settings, databaseUrl, temporalAddress });
    undo.push(() => db.close());
    await ensureDemoData(db, dataDir);
    await door.directory.reload();
    const client = await connectClient(settings, temporalAddress);
    undo.push(() => client.connection.close());
    const worker = await spawnChild({
      command: process.execPath,
      args: ['--enable-source-maps', process.argv[1]!, 'worker'],
      env: childEnvironment(settings, services, settings.http.publicUrl),
      logFile: join(dataDir, 'worker.log'),
      parentDeathSignal: 'TERM',
    });
    undo.push(() => stopProcess(worker.pid, [{ signal: 'SIGTERM', waitMs: 15_000 }]));
    const logFile = join(dataDir, 'worker.log');
    let over = false;
    const workerEnded = new Promise<never>((_, reject) => {
      worker.process.once('exit', () => {
        if (!over) reject(new Error(`The worker ended; see ${logFile}`));
      });
    });

    const stage = { door, client, namespace: settings.temporal.namespace };
    const ready = performance.now();
    const text = {
      es: 'Viviendo un año de una persona inventada',
      en: 'Living a year of an invented person',
    };
    const playing = progress.step(text, async (report) => {
      const played = await play(stage, {
        protocol: 'adult-deportee',
        ...demoStart('adult-deportee'),
      });
      await playScene(played, DEMO_SCENE, (_, index) =>
        report({ fraction: index / DEMO_SCENE.length }),
      );
      return played;
    });
    const player = await Promise.race([playing, workerEnded]);
    over = true;
    const ended = performance.now();
    await noticesSent(db, player.runId);
    const entries = await readTimeline(db.sql, player.runId);
    process.stdout.write(
      tellTimeline(player.definition, entries, {
        language,
        timeZone: 'America/Mexico_City',
        nameOf: (id) => {
          const row = door.directory.find(id);
          return (language === 'es' ? row?.nameEs : row?.nameEn) ?? id;
        },
      }),
    );
    const { ending, startedAt, lastAt } = await player.state();
    const days = Math.round((lastAt - startedAt) / 86_400_000);
    const name = player.definition.endings.find((one) => one.id === ending?.id)?.title[language];
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    process.stdout.write(
      language === 'es'
        ? `\n${name ?? 'Sin terminar'}: ${days} días de la persona en ${seconds(ready, ended)} s (${entries.length} actos; servidores en ${seconds(begun, ready)} s).\n`
        : `\n${name ?? 'Not ended'}: ${days} days of the person in ${seconds(ready, ended)} s (${entries.length} acts; servers in ${seconds(begun, ready)} s).\n`,
    );
    if (!ending) process.exitCode = 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** The last mails may still be on their way when the case is closed. */
async function noticesSent(db: Database, runId: string): Promise<void> {
  const until = performance.now() + 10_000;
  while ((await countUnsent(db.sql, runId)) > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
