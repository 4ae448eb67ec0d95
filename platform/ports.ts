import { createServer, Socket } from 'node:net';

/**
 * A TCP port free on 127.0.0.1: the preferred one when it is free, else any. Between the answer and
 * its use another program may take it; callers treat a start that fails on its port as such.
 */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await canListen(preferred)) !== undefined) return preferred;
  const port = await canListen(0);
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

/** Several different free ports at once: they are all held before any is given back. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => portOf(server));
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/**
 * Waits until something accepts connections on 127.0.0.1:port. Returns false when `timeoutMs` have
 * passed or `givenUp` says that waiting is pointless (for instance because the process has ended).
 */
export async function waitForPort(
  port: number,
  timeoutMs: number,
  givenUp: () => boolean = () => false,
): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until && !givenUp()) {
    if (await accepts(port)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** Whether something accepts connections on 127.0.0.1:port now. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.connect(port, '127.0.0.1');
  });
}

function listen(port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}

async function canListen(port: number): Promise<number | undefined> {
  try {
    const server = await listen(port);
    const found = portOf(server);
    await new Promise((done) => server.close(done));
    return found;
  } catch {
    return undefined;
  }
}
