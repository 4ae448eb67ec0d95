/** What a shell reports of a program that wrote where nobody reads: 128 and the number of SIGPIPE. */
const CLOSED_PIPE = 141;

/**
 * Ends quietly when whoever read along has gone, as after `| head`. What serves is asked to stop in order; anything else ends at once, and
 * never with 0: nobody has read all of it, least of all a verdict.
 */
export function endWithClosedPipe(of: NodeJS.Process): void {
  for (const stream of [of.stdout, of.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (of.listenerCount('SIGTERM') > 0) of.kill(of.pid, 'SIGTERM');
      else of.exit(CLOSED_PIPE);
    });
  }
}
