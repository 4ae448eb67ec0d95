import { accessSync, constants, statfsSync } from 'node:fs';
import { connectDatabase } from '../../db/client.js';
import { listInstitutions } from '../../db/queries/institutions.js';
import { findBacklog } from '../../db/queries/outbox.js';
import { passesRowSecurity } from '../../db/queries/passes-row-security.js';
import { readClock } from '../../db/queries/read-clock.js';
import { readSettings, type Settings } from '../../platform/env.js';
import { withLocalKeys } from '../../platform/local-keys.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { languageOf } from '../../platform/text.js';
import { sitsAbroad } from '../../protocols/language/corridor.js';
import { findRunningAddresses } from '../up/addresses.js';

/** One thing looked at: how it stands, and what to do when it does not stand well. */
interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

const MUCH_SKEW = 120_000;
const LITTLE_DISK = 1_000_000_000;

/** Looks at this machine, the settings and the services; exit code 1 when something needs attention. */
export async function doctor(): Promise<void> {
  const settings = withLocalKeys(readSettings(process.env));
  const running = findRunningAddresses(settings.paths.dataDir);
  const findings: Finding[] = [nodeVersion()];
  if (settings.database.embedded) findings.push(dataFolder(settings));
  const databaseUrl = settings.secrets.databaseUrl ?? running?.databaseUrl;
  if (databaseUrl) findings.push(...(await database(databaseUrl)));
  else
    findings.push({
      what: 'PostgreSQL',
      ok: false,
      detail: say(
        'no hay DATABASE_URL ni un «npm start» en marcha',
        'neither DATABASE_URL nor a running "npm start"',
      ),
    });
  const address = settings.temporal.address ?? running?.temporalAddress;
  if (address) findings.push(await temporal(settings, address));
  else
    findings.push({
      what: 'Temporal',
      ok: false,
      detail: say(
        'no hay TEMPORAL_ADDRESS ni un «npm start» en marcha',
        'neither TEMPORAL_ADDRESS nor a running "npm start"',
      ),
    });
  for (const { what, ok, detail } of findings) {
    process.stdout.write(`${ok ? '✔' : '✘'} ${what}: ${detail}\n`);
  }
  if (findings.some((finding) => !finding.ok)) process.exitCode = 1;
}

function say(es: string, en: string): string {
  return languageOf(process.env) === 'es' ? es : en;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: 'Node', ok, detail: process.versions.node };
}

function dataFolder({ paths }: Settings): Finding {
  try {
    accessSync(paths.dataDir, constants.W_OK);
    const { bavail, bsize } = statfsSync(paths.dataDir);
    const free = bavail * bsize;
    const detail = say(`${Math.round(free / 1e9)} GB libres`, `${Math.round(free / 1e9)} GB free`);
    return { what: say('Carpeta de datos', 'Data folder'), ok: free > LITTLE_DISK, detail };
  } catch {
    const detail = say(
      `no se puede escribir en ${paths.dataDir}; créela o cambie RETORNO_DATA_DIR`,
      `${paths.dataDir} cannot be written; create it or change RETORNO_DATA_DIR`,
    );
    return { what: say('Carpeta de datos', 'Data folder'), ok: false, detail };
  }
}

async function database(url: string): Promise<Finding[]> {
  const db = connectDatabase(url, { max: 1 });
  try {
    const before = performance.now();
    const skew = (await readClock(db.sql)) - Date.now();
    const took = Math.round(performance.now() - before);
    const { rows, oldestFor } = await findBacklog(db.sql, 10_000);
    const passes = await passesRowSecurity(db.sql);
    const seconds = Math.round(skew / 1000);
    const unsaid = (await listInstitutions(db)).filter(
      (one) => one.active && sitsAbroad(one) && one.ofState === null,
    );
    return [
      {
        what: 'PostgreSQL',
        ok: true,
        detail: say(`responde en ${took} ms`, `answers in ${took} ms`),
      },
      {
        what: say('Relojes', 'Clocks'),
        ok: Math.abs(skew) < MUCH_SKEW,
        detail: say(
          `diferencia de ${seconds} s con la base de datos`,
          `${seconds} s apart from the database`,
        ),
      },
      {
        what: say('Seguridad por filas', 'Row security'),
        ok: !passes,
        detail: passes
          ? say(
              'el rol de DATABASE_URL la pasa por alto: use uno sin SUPERUSER ni BYPASSRLS',
              'the role in DATABASE_URL passes it: use one without SUPERUSER and BYPASSRLS',
            )
          : say('vale para el rol de DATABASE_URL', 'holds for the role in DATABASE_URL'),
      },
      {
        what: say('Consulados y cancillerías', 'Consulates and foreign ministries'),
        ok: unsaid.length === 0,
        detail:
          unsaid.length === 0
            ? say('de todos consta de qué Estado son', 'of all it is known of which State they are')
            : say(
                `no consta de qué Estado son ${unsaid.map(({ id }) => id).join(', ')}; regístrelo: retorno institution state ID ESTADO`,
                `nobody has said of which State are ${unsaid.map(({ id }) => id).join(', ')}; enter it: retorno institution state ID STATE`,
              ),
      },
      {
        what: say('Relevo', 'Relay'),
        ok: rows === 0 || oldestFor < 60_000,
        detail: say(
          `${rows} actos por entregar, el más antiguo espera ${Math.round(oldestFor / 1000)} s`,
          `${rows} acts to hand over, the oldest waits ${Math.round(oldestFor / 1000)} s`,
        ),
      },
    ];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const detail = say(
      `no responde (${code}); revise DATABASE_URL y que el servidor esté en marcha`,
      `no answer (${code}); check DATABASE_URL and that the server runs`,
    );
    return [{ what: 'PostgreSQL', ok: false, detail }];
  } finally {
    await db.close();
  }
}

async function temporal(settings: Settings, address: string): Promise<Finding> {
  try {
    const client = await connectClient(settings, address);
    const { count } = await client.workflow.count(`ExecutionStatus = 'Running'`);
    await client.connection.close();
    return {
      what: 'Temporal',
      ok: true,
      detail: say(`${count} flujos en marcha`, `${count} workflows running`),
    };
  } catch {
    const detail = say(
      `no responde en ${address}; los actos se aceptan y se entregan cuando vuelva`,
      `no answer at ${address}; acts are accepted and handed over when it is back`,
    );
    return { what: 'Temporal', ok: false, detail };
  }
}
