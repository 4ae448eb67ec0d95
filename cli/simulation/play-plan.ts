import { Worker } from 'node:worker_threads';
import { countBatches, type Plan } from '../../protocols/simulator/simulate.js';
import { addTally, type Tally } from '../../protocols/simulator/tally.js';

const WORKER = new URL('./batch-worker.js', import.meta.url);

interface Played {
  readonly batch: number;
  readonly tally: Tally;
}

/**
 * Plays every batch of a plan on so many threads. Tallies are added in the order of their batches, so the number of
 * threads changes nothing but the time. `progress` hears the share that is done. Rejects with the first error.
 */
export async function playPlan(
  plan: Plan,
  options: {
    readonly threads: number;
    readonly progress?: (fraction: number) => void;
    /** Compiled code of a thread; that of the build unless given. */
    readonly worker?: URL;
  },
): Promise<Tally> {
  const batches = countBatches(plan);
  const waiting = new Map<number, Tally>();
  const workers: Worker[] = [];
  let total: Tally | undefined;
  let added = 0;
  let begun = 0;

  /** Adds what has come in, as far as no earlier batch is missing. */
  const add = ({ batch, tally }: Played): void => {
    waiting.set(batch, tally);
    for (let next = waiting.get(added); next; next = waiting.get(added)) {
      waiting.delete(added);
      if (total) addTally(total, next);
      else total = next;
      added += 1;
    }
    options.progress?.(added / batches);
  };

  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(options.worker ?? WORKER, { workerData: plan });
      workers.push(worker);
      const next = (): void => {
        if (begun === batches) {
          resolve();
          return;
        }
        worker.postMessage(begun);
        begun += 1;
      };
      worker.on('message', (played: Played) => {
        add(played);
        next();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('A thread of the simulation ended early')));
      next();
    });

  try {
    const threads = Math.max(1, Math.min(options.threads, batches));
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return total!;
}
