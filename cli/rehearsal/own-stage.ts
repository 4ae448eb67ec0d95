import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../db/client.js';
import { readSettings } from '../../platform/env.js';
import { withLocalKeys } from '../../platform/local-keys.js';
import { spawnChild, stopProcess } from '../../platform/process.js';
import { createProgress, type Progress } from '../../platform/progress.js';
import { connectClient } from '../../platform/temporal/connection.js';
import type { Stage } from '../../rehearsal/player.js';
import { openProcessDoor } from '../processes/context.js';
import { childEnvironment } from '../up/child-environment.js';
import { startServices } from '../up/services.js';

/** A stage of its own, with the database behind it. */
export interface OwnStage extends Stage {
  readonly db: Database;
  readonly dataDir: string;
  readonly progress: Progress;
}

/** What leads to servers, keys and mail of an installation. A rehearsal is given none of it. */
const ELSEWHERE =
  /^(DATABASE_URL|SMTP_URL|MAIL_FROM|RETORNO_[A-Z]+_KEY)(_FILE)?$|^TEMPORAL_|^RETORNO_PKCS11_/;

/** The environment without the way to an installation's servers, keys and mail, with a data folder of its own. */
export function ownEnvironment(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !ELSEWHERE.test(name));
  const dataDir = join(env.RETORNO_DATA_DIR || '.data', folder);
  return { ...Object.fromEntries(kept), RETORNO_DATA_DIR: dataDir };
}

/**
 * Starts PostgreSQL, Temporal, mail catcher and worker in a folder of their own, lets `play` use them and stops them.
 * Whatever servers the environment names are left alone: what is rehearsed can reach no real run and no mailbox.
 * Rejects also when the worker ends before its time.
 */
export async function onOwnStage<T>(
  folder: string,
  play: (stage: OwnStage) => Promise<T>,
): Promise<T> {
  const env = ownEnvironment(process.env, folder);
  const settings = withLocalKeys(readSettings(env));
  const { dataDir } = settings.paths;
  mkdirSync(dataDir, { recursive: true });
  const progress = createProgress();
  const services = await startServices(settings, progress);
  const undo: (() => Promise<void>)[] = [services.stop];
  try {
    const { databaseUrl, temporalAddress } = services;
    const { db, door } = await openProcessDoor({ settings, databaseUrl, temporalAddress });
    undo.push(() => db.close());
    const client = await connectClient(settings, temporalAddress);
    undo.push(() => client.connection.close());
    const logFile = join(dataDir, 'worker.log');
    const worker = await spawnChild({
      command: process.execPath,
      args: ['--enable-source-maps', process.argv[1]!, 'worker'],
      env: childEnvironment(settings, services, settings.http.publicUrl, env),
      logFile,
      parentDeathSignal: 'TERM',
    });
    undo.push(() => stopProcess(worker.pid, [{ signal: 'SIGTERM', waitMs: 15_000 }]));
    let over = false;
    const workerEnded = new Promise<never>((_, reject) => {
      worker.process.once('exit', () => {
        if (!over) reject(new Error(`The worker ended; see ${logFile}`));
      });
    });
    const { namespace } = settings.temporal;
    const playing = play({ door, client, namespace, db, dataDir, progress });
    const played = await Promise.race([playing, workerEnded]);
    over = true;
    return played;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
