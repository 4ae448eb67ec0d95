import { expect, it } from 'vitest';
import { keepTrying } from './keep-trying.js';

it('tries until the work is done, and tells of each failure', async () => {
  const told: unknown[] = [];
  let attempts = 0;
  await keepTrying(
    async () => {
      attempts += 1;
      if (attempts < 4) throw new Error(`attempt ${attempts}`);
    },
    { signal: new AbortController().signal, onFailure: (error) => told.push(error), firstWait: 1 },
  );
  expect(attempts).toBe(4);
  expect(told.map(String)).toEqual(['Error: attempt 1', 'Error: attempt 2', 'Error: attempt 3']);
});

it('gives up at once when told to stop, without a word', async () => {
  const stop = new AbortController();
  const told: unknown[] = [];
  const trying = keepTrying(() => Promise.reject(new Error('down')), {
    signal: stop.signal,
    onFailure: (error) => {
      told.push(error);
      stop.abort();
    },
    firstWait: 60_000,
  });
  await trying;
  expect(told).toHaveLength(1);
});
