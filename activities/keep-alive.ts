import { heartbeat } from '@temporalio/activity';

const EVERY = 8000;

/** Heartbeats while work lasts. Work that is done before the first beat costs the engine none. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
