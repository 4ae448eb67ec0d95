import { setImmediate, setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** What does not exist, and what may not be known, are both answered with this. */
const UNKNOWN = 404;

/**
 * Answers "not found" only at whole multiples of so many milliseconds since the request came. A run that somebody may know
 * nothing of takes the database a little longer than one that does not exist; whoever asks often enough could tell them apart.
 */
export function registerEvenAnswers(app: FastifyInstance, every: number): void {
  if (every <= 0) return;
  app.addHook('onSend', async (_, reply) => {
    if (reply.statusCode !== UNKNOWN) return;
    const began = performance.now() - reply.elapsedTime;
    await until(began + Math.ceil(reply.elapsedTime / every) * every);
  });
}

/** A timer is late by as much as its start lay before a whole millisecond, which would tell what was hidden; so the last bit is waited out. */
async function until(moment: number): Promise<void> {
  const whole = Math.floor(moment - performance.now()) - 1;
  if (whole > 0) await setTimeout(whole);
  while (performance.now() < moment) await setImmediate();
}
