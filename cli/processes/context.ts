import { readFileSync } from 'node:fs';
import { POLICY } from '../../api/auth/policy.js';
import { connectDatabase, type Database } from '../../db/client.js';
import { notePace, notePolicy } from '../../db/queries/log/policy-version.js';
import { digestOf } from '../../door/definitions.js';
import { type Door, openDoor } from '../../door/door.js';
import { readSettings } from '../../platform/env.js';
import { withLocalKeys } from '../../platform/local-keys.js';
import type { Settings } from '../../platform/settings.js';
import { OperatorError } from '../../platform/text.js';
import { openVault } from '../../platform/vault/open-vault.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { SHIPPED } from '../../protocols/registry.js';
import { findRunningAddresses } from '../up/addresses.js';

/** What a process of its own needs besides its settings: where database and engine are. */
export interface ProcessContext {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly temporalAddress: string | undefined;
}

/**
 * Settings of this process. Without DATABASE_URL the servers that `retorno up` started from the same data folder are
 * used while they run.
 */
export function processContext(): ProcessContext {
  const settings = withLocalKeys(readSettings(process.env));
  const running = findRunningAddresses(settings.paths.dataDir);
  const databaseUrl = settings.secrets.databaseUrl ?? running?.databaseUrl;
  if (!databaseUrl) {
    throw new OperatorError({
      es: 'No hay base de datos: dé su dirección en DATABASE_URL, o inicie todo con «npm start» en otra terminal.',
      en: 'There is no database: give its address in DATABASE_URL, or start everything with "npm start" in another terminal.',
    });
  }
  return {
    settings,
    databaseUrl,
    temporalAddress: settings.temporal.address ?? running?.temporalAddress,
  };
}

/** The database's address for commands that have no business with the keys: as given, else of the servers that run. */
export function databaseAddress(): string {
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  if (DATABASE_URL) return DATABASE_URL;
  if (DATABASE_URL_FILE) return readFileSync(DATABASE_URL_FILE, 'utf8').trim();
  return processContext().databaseUrl;
}

/** The database and the door, with the shipped protocols entered; `serving` for the process that answers requests. */
export async function openProcessDoor(
  context: ProcessContext,
  options: { serving?: boolean } = {},
): Promise<{ db: Database; door: Door }> {
  const db = connectDatabase(context.databaseUrl, options);
  const door = await openDoor(db, openVault(context.settings.secrets), {
    departuresNeedPack: true,
    series: context.settings.series,
  });
  for (const { id, version } of await door.definitions.publishShipped(SHIPPED)) {
    process.stderr.write(
      `El protocolo ${id} versión ${version} del producto no se usa: esta instalación publicó antes uno propio con ese nombre. / Protocol ${id} version ${version} of the product is not used: this installation had published its own under the name.\n`,
    );
  }
  await door.packs.publishShipped(SHIPPED_PACKS);
  await notePolicy(db.sql, digestOf(POLICY));
  await notePace(db.sql, context.settings.series);
  return { db, door };
}

/** Calls `stop` once on the first SIGTERM or SIGINT, or when the process that started this one is gone. */
export function onceStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const begin = () => {
      if (stopping) return;
      stopping = true;
      stop().then(resolve, reject);
    };
    process.on('SIGTERM', begin);
    process.on('SIGINT', begin);
  });
}
