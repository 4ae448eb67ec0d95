import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import {
  type CaughtMail,
  type CaughtMailFilter,
  type CaughtMailPage,
  openMailStore,
} from './mail-store.js';

/**
 * How the catcher treats mail. `refuse` answers 550 and `unavailable` 451 to the recipient;
 * `drop-after-data` keeps the mail and cuts the line before saying so; `lose-after-data` does the
 * same without keeping it; `silent-after-data` keeps it and never answers; `slow` never answers to
 * the sender command, nor greets.
 */
export type CatcherBehaviour =
  | 'accept'
  | 'refuse'
  | 'unavailable'
  | 'drop-after-data'
  | 'lose-after-data'
  | 'silent-after-data'
  | 'slow';

/** Limits a behaviour; what it does not cover is accepted. */
export interface BehaviourScope {
  /** Only this recipient, in any case. Has no effect on `slow`, which acts before the recipient. */
  to?: string;
  /** Only this many times; `slow` ignores it. */
  times?: number;
}

export interface MailCatcherOptions {
  /** On 127.0.0.1; default any free one. */
  smtpPort?: number;
  /** Directory of the caught mails; made if missing. */
  store: string;
  /** Mails kept; the oldest go first. Default 5,000. */
  cap?: number;
}

export interface MailCatcher {
  /** For `createMailTransport`. */
  smtpUrl: string;
  list(filter?: CaughtMailFilter): CaughtMailPage;
  find(id: string): Promise<CaughtMail | undefined>;
  /** Throws `RangeError` when there is no such mail. */
  get(id: string): Promise<CaughtMail>;
  setBehaviour(behaviour: CatcherBehaviour, scope?: BehaviourScope): void;
  stop(): Promise<void>;
}

/**
 * Starts a mail server that keeps every mail on this machine and delivers none: the mail of demos,
 * rehearsals and tests. It listens on 127.0.0.1 only and asks for no password.
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const store = await openMailStore(options.store, options.cap ?? 5000);
  let current: { behaviour: CatcherBehaviour; to?: string; left: number } = {
    behaviour: 'accept',
    left: Number.POSITIVE_INFINITY,
  };

  const isSlow = () => current.behaviour === 'slow';
  const applies = (behaviours: CatcherBehaviour[], recipients: string[]): boolean => {
    const { to, left } = current;
    const meant = behaviours.includes(current.behaviour) && (!to || recipients.includes(to));
    if (!meant || left <= 0) return false;
    current.left -= 1;
    return true;
  };

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 10 * 1024 * 1024,
    closeTimeout: 50,
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      if (!isSlow()) done();
    },
    onMailFrom: (_address, _session, done) => {
      if (!isSlow()) done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const to = [address.toLowerCase()];
      if (applies(['refuse'], to)) done(smtpError(550, '5.1.1 No such mailbox'));
      else if (applies(['unavailable'], to)) done(smtpError(451, '4.3.0 Try again later'));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        receive(Buffer.concat(chunks), session).then(
          (reply) => reply && done(null, reply),
          () => done(smtpError(451, '4.3.0 The mail could not be kept')),
        );
      });
    },
  });

  async function receive(raw: Buffer, session: SMTPServerSession): Promise<string | undefined> {
    const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
    const drop = () => {
      for (const connection of server.connections) {
        if (connection.session === session) connection._socket.destroy();
      }
    };
    if (applies(['lose-after-data'], to)) {
      drop();
      return undefined;
    }
    const { id } = await store.add(await parse(raw, to));
    if (applies(['drop-after-data'], to)) {
      drop();
      return undefined;
    }
    return applies(['silent-after-data'], to) ? undefined : `2.0.0 Kept as ${id}`;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.smtpPort ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that vanishes is no reason for the catcher to end.
      server.on('error', () => undefined);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    list: store.list,
    find: store.find,
    async get(id) {
      const mail = await store.find(id);
      if (!mail) throw new RangeError(`There is no caught mail ${id}`);
      return mail;
    },
    setBehaviour(behaviour, { to, times = Number.POSITIVE_INFINITY } = {}) {
      current = { behaviour, to: to?.toLowerCase(), left: times };
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function parse(raw: Buffer, to: string[]): Promise<Omit<CaughtMail, 'id'>> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    receivedAt: Date.now(),
    messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    from: mail.from?.text ?? '',
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: mail.headerLines.map(({ key, line }) => ({
      name: key,
      value: line.slice(line.indexOf(':') + 1).trim(),
    })),
    raw: raw.toString('utf8'),
  };
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
