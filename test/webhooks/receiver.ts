import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket, type Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What a receiver got. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** How a receiver answers. */
export type Manner =
  | { readonly status: number; readonly headers?: Record<string, string> }
  /** Takes the call and never answers. */
  | 'silent'
  /** Sends headers without end, a little at a time. */
  | 'dripping'
  /** Answers 200 and a body without end. */
  | 'endless'
  /** Sends a head of many megabytes. */
  | 'huge-head'
  /** Closes the line in the middle. */
  | 'cut';

/** An institution's own system, as far as calls concern it. */
export interface Receiver {
  readonly url: string;
  readonly host: string;
  readonly received: Received[];
  /** For all calls from now on. */
  manner: Manner;
  /** Bytes of answers it could get rid of. */
  bytesSent(): number;
  close(): Promise<void>;
}

/** Starts one on loopback; `address` for a second machine beside the first. */
export async function startReceiver(
  manner: Manner = { status: 204 },
  at: { address?: string; port?: number } = {},
): Promise<Receiver> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let sent = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ headers: request.headers, body, at: Date.now() });
      answer(receiver.manner, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sent += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  const address = at.address ?? '127.0.0.1';
  await new Promise<void>((resolve) => server.listen(at.port ?? 0, address, resolve));
  const host = `${address}:${(server.address() as AddressInfo).port}`;
  const receiver: Receiver = {
    url: `http://${host}/retorno`,
    host,
    received,
    manner,
    bytesSent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sent),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return receiver;
}

function answer(manner: Manner, response: ServerResponse): void {
  const { socket } = response;
  if (typeof manner === 'object') {
    response.writeHead(manner.status, manner.headers).end();
    return;
  }
  if (manner === 'silent' || !socket) return;
  if (manner === 'cut') {
    socket.end('HTTP/1.1 20');
    return;
  }
  const chunk = Buffer.alloc(64 * 1024, 'x');
  if (manner === 'endless') {
    response.writeHead(200);
    keepWriting(socket, () => response.write(chunk));
    return;
  }
  socket.write('HTTP/1.1 200 OK\r\n');
  if (manner === 'huge-head') keepWriting(socket, () => socket.write(`x-a: ${chunk}\r\n`));
  else {
    const drip = setInterval(() => socket.write('x-a: b\r\n'), 20);
    socket.on('close', () => clearInterval(drip));
  }
}

/** Writes whenever the other side takes it, until it closes. */
function keepWriting(socket: Socket, write: () => boolean): void {
  const go = (): void => {
    while (!socket.destroyed && write());
  };
  socket.on('drain', go);
  go();
}

/** Whether a secret opens what was received; as the receivers' own library judges it. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** A port on loopback nobody listens at. */
export async function deadPort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
