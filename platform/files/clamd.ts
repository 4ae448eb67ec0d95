import { connect, type Socket } from 'node:net';

/** What a scanner says of a file; `unavailable` when nobody could look at it. */
export type Scan = 'clean' | 'infected' | 'unavailable';

/** A scanner that takes longer is taken for one that is away. Milliseconds. */
const LONGEST = 20_000;
const PIECE = 64 * 1024;

/**
 * Asks ClamAV's `clamd` (command INSTREAM: pieces with their length before them, an empty one at the end). Whatever is not a
 * plain yes or no counts as unavailable; nothing is taken for clean because nobody answered.
 */
export async function scanByClamd(address: string, bytes: Buffer): Promise<Scan> {
  const socket = open(address);
  try {
    return verdict(await answerOf(socket, bytes));
  } catch {
    return 'unavailable';
  } finally {
    socket.destroy();
  }
}

function open(address: string): Socket {
  const tcp = /^(?:\[([0-9a-fA-F:]+)\]|([^/:\s]+)):(\d{1,5})$/.exec(address);
  if (!tcp) return connect({ path: address });
  return connect({ host: tcp[1] ?? tcp[2]!, port: Number(tcp[3]) });
}

function answerOf(socket: Socket, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    socket.setTimeout(LONGEST, () => reject(new Error('clamd does not answer')));
    socket.on('error', reject);
    socket.on('data', (part) => parts.push(part));
    socket.on('end', () => resolve(Buffer.concat(parts).toString('latin1')));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        socket.write(lengthOf(piece.length));
        socket.write(piece);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(n: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(n);
  return length;
}

function verdict(answer: string): Scan {
  const text = answer.replace(/[\0\s]+$/, '');
  if (text === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(text) ? 'infected' : 'unavailable';
}
