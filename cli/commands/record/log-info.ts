import { findLatestCheckpoint } from '../../../db/queries/log/checkpoints.js';
import { OperatorError } from '../../../platform/text.js';
import { openSignedLog } from './open.js';

/** The command `retorno log key`: the public key, to be handed over in person to witnesses and monitors. */
export async function logKey(): Promise<void> {
  const { db, signer } = await openSignedLog();
  await db.close();
  process.stdout.write(`${signer.text}\n`);
}

/** The command `retorno log checkpoint`. */
export async function logCheckpoint(): Promise<void> {
  const { db } = await openSignedLog();
  const latest = await findLatestCheckpoint(db.sql);
  await db.close();
  if (!latest) {
    throw new OperatorError({
      es: 'El registro todavía no tiene ningún punto de control firmado. Espere un minuto.',
      en: 'The log has no signed checkpoint yet. Wait a minute.',
    });
  }
  process.stdout.write(latest.note);
}
