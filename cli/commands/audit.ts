import { connectDatabase, type Database } from '../../db/client.js';
import { listRecordedRuns } from '../../db/queries/read-recording.js';
import { createAuditor, type RunAudit } from '../../door/audit.js';
import { createProgress, type Progress } from '../../platform/progress.js';
import { type Language, languageOf, OperatorError } from '../../platform/text.js';
import { explain } from '../explain.js';
import { databaseAddress } from '../processes/context.js';
import { sayAudit, sayTotal } from './audit/say-audit.js';

export interface AuditOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** How the command ended: 0 clean, 1 findings, 2 it could not be done. */
export type AuditCode = 0 | 1 | 2;

export interface AuditWish extends AuditOptions {
  readonly runs: readonly string[];
  readonly language: Language;
  readonly progress: Progress;
  out(text: string): void;
}

const PAGE = 200;

/**
 * Audits runs of a database and tells what was found, each run as soon as it was read. `json`: one JSON object a line
 * and run. Errors: `OperatorError` for a wish that names no run or one that is not there.
 */
export async function auditRuns(db: Database, wish: AuditWish): Promise<AuditCode> {
  const { runs, all = false, json, language, progress, out } = wish;
  if (all === runs.length > 0) {
    throw new OperatorError({
      es: 'Indique el proceso que revisar, o --all para revisar todos.',
      en: 'Name the run to audit, or --all for every run.',
    });
  }
  const auditor = createAuditor(db);
  const total = { runs: 0, acts: 0, findings: 0 };
  const text = { es: 'Revisando procesos', en: 'Auditing runs' };
  await progress.step(text, async (tell) => {
    for await (const run of all ? everyRun(db) : runs) {
      const audited = (await auditor.audit(run)) ?? refuse(run);
      total.runs += 1;
      total.acts += audited.acts;
      total.findings += audited.findings.length;
      out(json ? `${JSON.stringify(audited)}\n` : tellOf(audited, language, all));
      tell({
        text: { es: `${text.es}: ${total.runs}`, en: `${text.en}: ${total.runs}` },
        ...(all ? {} : { fraction: total.runs / runs.length }),
      });
    }
  });
  if (!json) out(sayTotal(total, language));
  return total.findings > 0 ? 1 : 0;
}

/** Of many runs only those are told of which there is something to say. */
function tellOf(audited: RunAudit, language: Language, all: boolean): string {
  return all && audited.findings.length === 0 ? '' : sayAudit(audited, language);
}

async function* everyRun(db: Database): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const ids = await listRecordedRuns(db.sql, after, PAGE);
    yield* ids;
    if (ids.length < PAGE) return;
    after = ids.at(-1)!;
  }
}

function refuse(run: string): never {
  throw new OperatorError({
    es: `No hay ningún proceso ${run} en esta base de datos. Los identificadores están en «retorno runs».`,
    en: `There is no run ${run} in this database. "retorno runs" lists the ids.`,
  });
}

/** The command `retorno audit`. Reads the database alone: neither engine, API nor keys are needed. */
export async function audit(runs: readonly string[], options: AuditOptions): Promise<void> {
  let db: Database | undefined;
  try {
    db = connectDatabase(databaseAddress());
    process.exitCode = await auditRuns(db, {
      ...options,
      runs,
      language: languageOf(process.env),
      progress: createProgress(),
      out: (text) => process.stdout.write(text),
    });
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  } finally {
    await db?.close();
  }
}
