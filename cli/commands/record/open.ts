import type { Database } from '../../../db/client.js';
import { OperatorError } from '../../../platform/text.js';
import { type Log, openLog } from '../../../record/log/open-log.js';
import { type Signer, signerOf } from '../../../record/note/keys.js';
import { openProcessDoor, processContext } from '../../processes/context.js';

/** The log with its signer, as this machine's settings give them. Throws `OperatorError` without a log key. */
export async function openSignedLog(): Promise<{ db: Database; log: Log; signer: Signer }> {
  const context = processContext();
  const seed = context.settings.secrets.logKeys[0]?.key;
  if (!seed) {
    throw new OperatorError({
      es: 'Falta la clave del registro: déla en RETORNO_LOG_KEY o RETORNO_LOG_KEY_FILE, como la tiene el proceso que lo firma.',
      en: 'The key of the log is missing: give it in RETORNO_LOG_KEY or RETORNO_LOG_KEY_FILE, as the process that signs has it.',
    });
  }
  const { db, door } = await openProcessDoor(context);
  const log = await openLog(door);
  return { db, log, signer: signerOf(log.origin, 'note', seed) };
}
