import { createTransport, type SendMailOptions } from 'nodemailer';
import { classifyFailure } from './classify-failure.js';
import { MailRefused } from './mail-errors.js';
import { smtpOptions } from './smtp-options.js';

/** Settings of the transport; times in milliseconds. */
export interface MailTransportOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; see `smtpOptions`. */
  smtpUrl: string;
  /** Sender, as `avisos@example.org` or `Retorno <avisos@example.org>`. */
  from: string;
  /** Open connections at most; default 5. */
  connections?: number;
  /** To connect, name lookup and encryption included; default 10 s. */
  connectTimeout?: number;
  /** For the server's first words; default 15 s. */
  greetingTimeout?: number;
  /** Without a byte from the server; default 60 s. */
  socketTimeout?: number;
  /** For one mail altogether, waiting for a free connection included; default 5 min. */
  totalTimeout?: number;
}

/** One mail to one mailbox. */
export interface OutgoingMail {
  /** Same at every attempt, so that receivers can drop repeats. Without `@`, the sender's domain follows. */
  messageId: string;
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  language: 'es' | 'en';
  /** Id of the thread the mail belongs to, in the form of a message id; no mail need carry it. */
  thread?: string;
  /** A calendar file that goes with it. */
  calendar?: { content: string; method: 'publish' | 'cancel' };
}

/** The server took the mail. `response` is its own words and may quote the address. */
export interface MailSent {
  state: 'sent';
  response: string;
}

export interface MailTransport {
  /**
   * Sends once and never repeats by itself. Throws `MailRefused`, `MailUnavailable` or
   * `MailUnknown`, and `RangeError` on a message id that cannot be one.
   */
  send(mail: OutgoingMail): Promise<MailSent>;
  /** Lets mails under way finish and closes the connections. */
  close(): void;
}

type Progress = { handedOver: boolean };
type TrackedMail = SendMailOptions & { progress?: Progress };

const bareAddress = /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/;

/** Opens a pooled SMTP transport; connections are made when needed. Throws `RangeError` on bad settings. */
export function createMailTransport(options: MailTransportOptions): MailTransport {
  const sender = senderAddress(options.from);
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const transporter = createTransport({
    ...smtpOptions(options.smtpUrl),
    pool: true,
    maxConnections: options.connections ?? 5,
    // The pool would otherwise try again by itself on a lost connection; that is the caller's call.
    maxRequeues: 0,
    connectionTimeout: options.connectTimeout ?? 10_000,
    greetingTimeout: options.greetingTimeout ?? 15_000,
    socketTimeout: options.socketTimeout ?? 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The last bytes being read is the last moment before the end of the message is written.
  transporter.use('stream', (mail, done) => {
    const { progress } = mail.data as TrackedMail;
    mail.message?.processFunc((input) => {
      input.once('end', () => {
        if (progress) progress.handedOver = true;
      });
      return input;
    });
    done();
  });

  return {
    async send(mail) {
      const messageId = messageIdOf(mail.messageId, domain);
      if (!bareAddress.test(mail.to)) {
        throw new MailRefused({ stage: 'recipient' }, 'not an address');
      }
      const progress: Progress = { handedOver: false };
      const message: TrackedMail = {
        progress,
        messageId,
        envelope: { from: sender, to: [mail.to] },
        from: options.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ...(mail.thread === undefined ? {} : threadedBy(messageIdOf(mail.thread, domain))),
        ...(mail.calendar === undefined ? {} : { attachments: [attached(mail.calendar)] }),
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': mail.language,
        },
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(options.totalTimeout ?? 300_000),
      };
      try {
        const { response } = await transporter.sendMail(message);
        return { state: 'sent', response };
      } catch (error) {
        throw classifyFailure(error, progress.handedOver);
      }
    },
    close: () => transporter.close(),
  };
}

function threadedBy(id: string): Pick<SendMailOptions, 'references' | 'inReplyTo'> {
  return { references: id, inReplyTo: id };
}

function attached({ content, method }: NonNullable<OutgoingMail['calendar']>) {
  return {
    filename: 'plazo.ics',
    content,
    contentType: `text/calendar; charset=utf-8; method=${method.toUpperCase()}`,
  };
}

function senderAddress(from: string): string {
  const address = (/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim();
  if (!bareAddress.test(address) || /[\r\n]/.test(from)) {
    throw new RangeError('The sender must be an address or Name <address>');
  }
  return address;
}

function messageIdOf(id: string, domain: string): string {
  const full = id.includes('@') ? id.replace(/^<|>$/g, '') : `${id}@${domain}`;
  if (!/^[\x21-\x7e]+$/.test(full) || !/^[^<>@]+@[^<>@]+$/.test(full)) {
    throw new RangeError('A message id must be printable and have one @ at most');
  }
  return `<${full}>`;
}
