import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { makeReport } from '../../protocols/simulator/report/make-report.js';
import { countBatches, simulate } from '../../protocols/simulator/simulate.js';
import { voluntaryReturn } from '../../protocols/voluntary-return.js';
import { planOf } from '../../test/fixtures/simulated.js';
import { playPlan } from './play-plan.js';

let worker: URL;

beforeAll(() => {
  const folder = fileURLToPath(new URL('../../node_modules/.retorno-test/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}batch-worker.${process.pid}.mjs`;
  buildSync({
    entryPoints: [fileURLToPath(new URL('./batch-worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  worker = pathToFileURL(outfile);
});

const plan = planOf(voluntaryReturn, { arrivalsPerDay: 0.1 }, { runs: 150, seed: 3 });

test('one thread, two and five give the same report byte for byte', async () => {
  expect(countBatches(plan)).toBe(5);
  const report = async (threads: number) =>
    JSON.stringify(makeReport(plan, await playPlan(plan, { threads, worker })));
  const alone = await report(1);
  expect(await report(2)).toBe(alone);
  expect(await report(5)).toBe(alone);
  expect(alone).toBe(JSON.stringify(makeReport(plan, simulate(plan))));
}, 60_000);

test('progress goes up to the end', async () => {
  const heard: number[] = [];
  await playPlan(plan, { threads: 2, worker, progress: (fraction) => heard.push(fraction) });
  expect(heard.at(-1)).toBe(1);
  expect([...heard].sort((a, b) => a - b)).toEqual(heard);
}, 60_000);

test('a thread that fails fails the simulation', async () => {
  const broken = { ...plan, fromOn: '2036-06-01' };
  await expect(playPlan(broken, { threads: 2, worker })).rejects.toThrow(/Calendar .. covers/);
}, 60_000);
