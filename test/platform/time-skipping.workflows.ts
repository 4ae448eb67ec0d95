import {
  condition,
  defineQuery,
  defineSignal,
  executeChild,
  proxyActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

const dayMs = 86_400_000;

export const instants = defineQuery<number[]>('instants');
export const goOn = defineSignal('goOn');

const { heldByTheTest } = proxyActivities<{ heldByTheTest(): Promise<void> }>({
  startToCloseTimeout: '1 hour',
});

/** Sleeps for `days` in naps of `napDays` and notes the workflow's clock after each. */
export async function naps(days: number, napDays: number): Promise<number[]> {
  const noted = [Date.now()];
  setHandler(instants, () => noted);
  for (let slept = 0; slept < days; slept += napDays) {
    await sleep(napDays * dayMs);
    noted.push(Date.now());
  }
  return noted;
}

/** One day, an activity that ends when the test lets it, ten days. */
export async function activityBetween(): Promise<number[]> {
  const noted = [Date.now()];
  setHandler(instants, () => noted);
  await sleep(dayMs);
  noted.push(Date.now());
  await heldByTheTest();
  noted.push(Date.now());
  await sleep(10 * dayMs);
  noted.push(Date.now());
  return noted;
}

/** Waits for a signal without a timer and returns when it came. */
export async function waitsForSignal(): Promise<number> {
  let came = false;
  setHandler(goOn, () => {
    came = true;
  });
  await condition(() => came);
  return Date.now();
}

/** Runs a child that naps for ten days, then waits for another thirty. */
export async function childBetween(): Promise<number[]> {
  const startedAt = Date.now();
  await executeChild(naps, { args: [10, 1] });
  const joinedAt = Date.now();
  await sleep(30 * dayMs);
  return [startedAt, joinedAt, Date.now()];
}
