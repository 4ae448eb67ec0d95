import { connectDatabase } from '../../../db/client.js';
import { findRun } from '../../../db/queries/find-run.js';
import { listReads } from '../../../db/queries/log/reads.js';
import { languageOf, OperatorError } from '../../../platform/text.js';
import { databaseAddress } from '../../processes/context.js';

const WORDS = {
  es: { none: 'Nadie ha leído datos guardados de este proceso.\n', unlogged: 'aún sin posición' },
  en: { none: 'Nobody has read stored data of this run.\n', unlogged: 'no position yet' },
} as const;

/**
 * The command `retorno reads`: what the person or the guardian may be given. Instants in UTC. Throws `OperatorError` for a run
 * that is not there.
 */
export async function reads(run: string, { json }: { json?: boolean }): Promise<void> {
  const db = connectDatabase(databaseAddress());
  try {
    if (!(await findRun(db.sql, run))) {
      throw new OperatorError({
        es: `No hay ningún proceso ${run}. Los identificadores están en «retorno runs».`,
        en: `There is no run ${run}. "retorno runs" lists the ids.`,
      });
    }
    const entries = await listReads(db.sql, run);
    const words = WORDS[languageOf(process.env)];
    if (json) {
      process.stdout.write(`${JSON.stringify(entries)}\n`);
      return;
    }
    if (entries.length === 0) process.stdout.write(words.none);
    for (const { what, which, institution, account, at, position } of entries) {
      const place = position === null ? words.unlogged : `#${position}`;
      process.stdout.write(
        `${new Date(at).toISOString()}  ${institution}  ${account}  ${what} ${which}  ${place}\n`,
      );
    }
  } finally {
    await db.close();
  }
}
