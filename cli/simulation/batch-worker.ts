import { parentPort, workerData } from 'node:worker_threads';
import { type Plan, playBatch } from '../../protocols/simulator/simulate.js';

// A thread of a simulation: plays the batches it is told to and hands back what was counted.
const plan = workerData as Plan;
parentPort?.on('message', (batch: number) => {
  parentPort?.postMessage({ batch, tally: playBatch(plan, batch) });
});
