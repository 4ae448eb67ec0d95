import { createHash } from 'node:crypto';
import { escapeHtml } from '../platform/mail/escape-html.js';
import type { MailTransport } from '../platform/mail/transport.js';

export type AccountMailKind = 'invitation' | 'role' | 'recovery';

const WORDS = {
  es: {
    invitation: {
      subject: 'Su cuenta en Retorno',
      lines: [
        '{institution} le ha dado acceso a Retorno.',
        'Abra esta dirección y elija su contraseña. Sirve una sola vez, durante 24 horas.',
      ],
    },
    role: {
      subject: 'Una función más en Retorno',
      lines: [
        '{institution} le ha dado una función en Retorno.',
        'Entre como siempre; en «Mi cuenta» cambia de función.',
      ],
    },
    recovery: {
      subject: 'Volver a entrar en Retorno',
      lines: [
        '{institution} aprobó su petición.',
        'Abra esta dirección, elija una contraseña nueva y prepare otra vez su segundo factor. Sirve una sola vez, durante 24 horas.',
        'Si usted no lo pidió, avise a su institución y no abra la dirección.',
      ],
    },
  },
  en: {
    invitation: {
      subject: 'Your account in Retorno',
      lines: [
        '{institution} has given you access to Retorno.',
        'Open this address and choose your password. It works once, for 24 hours.',
      ],
    },
    role: {
      subject: 'One more role in Retorno',
      lines: [
        '{institution} has given you a role in Retorno.',
        'Sign in as always; under “My account” you change roles.',
      ],
    },
    recovery: {
      subject: 'Back into Retorno',
      lines: [
        '{institution} approved your request.',
        'Open this address, choose a new password and set up your second factor again. It works once, for 24 hours.',
        'If you did not ask for it, tell your institution and do not open the address.',
      ],
    },
  },
} as const;

/** One mail about somebody's account. It names no person and no case. */
export interface AccountMail {
  readonly kind: AccountMailKind;
  readonly to: string;
  readonly language: 'es' | 'en';
  readonly institutionName: string;
  readonly link: string;
}

/** Sends it once. Throws one of the errors of `platform/mail/mail-errors`. */
export async function sendAccountMail(transport: MailTransport, mail: AccountMail): Promise<void> {
  const { subject, lines } = WORDS[mail.language][mail.kind];
  const said = lines.map((line) => line.replace('{institution}', mail.institutionName));
  const link = escapeHtml(mail.link);
  await transport.send({
    messageId: createHash('sha256').update(`account\0${mail.to}\0${mail.link}`).digest('hex'),
    to: mail.to,
    subject,
    language: mail.language,
    text: `${[...said, mail.link].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${mail.language}"><head><meta charset="utf-8"><title>${subject}</title></head><body style="font: 17px/1.5 system-ui, sans-serif; color: #16202A;">${said.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}<p><a href="${link}">${link}</a></p></body></html>`,
  });
}
