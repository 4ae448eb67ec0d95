import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A point of the exchange at which a mail server can misbehave. */
export type SmtpMoment =
  | 'connect'
  | 'EHLO'
  | 'AUTH'
  | 'STARTTLS'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'body-begins'
  | 'body-ended';

/** An answer, `'drop'` to cut the line, or `'silent'` to say nothing at all. */
export type SmtpReply = string | 'drop' | 'silent';

const ordinary: Partial<Record<SmtpMoment, SmtpReply>> = {
  connect: '220 test',
  EHLO: '250 test',
  STARTTLS: '502 no',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  'body-ended': '250 2.0.0 taken',
};

/**
 * A mail server written out by hand, for answers a real one gives only when it breaks. Moments that
 * are not given are answered as usual.
 */
export async function startScriptedServer(script: Partial<Record<SmtpMoment, SmtpReply>>) {
  const sockets = new Set<Socket>();
  const bodies: string[] = [];
  let connections = 0;
  const answer = (socket: Socket, moment: SmtpMoment) => {
    const reply = script[moment] ?? ordinary[moment];
    if (reply === 'drop') socket.destroy();
    else if (reply !== undefined && reply !== 'silent') socket.write(`${reply}\r\n`);
  };

  const server = createServer((socket) => {
    let received = '';
    let inBody = false;
    sockets.add(socket);
    connections += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      while (!socket.destroyed) {
        const end = received.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
        if (inBody && received.length > 0) answer(socket, 'body-begins');
        if (end === -1 || socket.destroyed) return;
        const part = received.slice(0, end);
        received = received.slice(end + (inBody ? 5 : 2));
        if (inBody) bodies.push(part);
        const command = part.split(/[ :]/, 1)[0] as SmtpMoment;
        const moment = inBody ? 'body-ended' : command;
        inBody = moment === 'DATA' && (script.DATA ?? '354').startsWith('354');
        answer(socket, moment);
      }
    });
    answer(socket, 'connect');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Messages whose end was received, whatever was answered. */
    bodies,
    /** How many connections were opened so far. */
    connections: () => connections,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
