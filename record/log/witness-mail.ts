import type { PendingDelivery } from '../../db/queries/log/witnesses.js';
import { escapeHtml } from '../../platform/mail/escape-html.js';
import type { OutgoingMail } from '../../platform/mail/transport.js';

/** The mail that brings a checkpoint to a witness: nothing about any case, and all that `retorno witness sign` needs. */
export function witnessMail(
  origin: string,
  { id, email, size }: PendingDelivery,
  submission: string,
): OutgoingMail {
  const words = [
    `Punto de control del registro ${origin}: ${size} anotaciones.`,
    'Guarde este mensaje en un archivo y compruébelo con: retorno witness sign CARPETA ARCHIVO',
    '',
    `Checkpoint of the log ${origin}: ${size} entries.`,
    'Save this message to a file and check it with: retorno witness sign FOLDER FILE',
  ].join('\n');
  return {
    messageId: `checkpoint-${size}-${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`,
    to: email!,
    subject: `Punto de control / checkpoint ${size}`,
    text: `${words}\n\n${submission}`,
    html: `<p>${escapeHtml(words).replaceAll('\n', '<br>')}</p><pre>${escapeHtml(submission)}</pre>`,
    language: 'es',
  };
}
