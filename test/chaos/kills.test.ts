import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { check } from './checker.js';
import { setField } from './field.js';
import { race } from './race.js';

// `npm run chaos` is the long profile: CHAOS_RUNS=300 CHAOS_KILLS=50.
const runs = Number(process.env.CHAOS_RUNS ?? 24);
const kills = Number(process.env.CHAOS_KILLS ?? 4);
const seed = Number(process.env.CHAOS_SEED ?? 20261123);

it(`${kills} kills of worker and relay over ${runs} runs lose nothing and double nothing`, {
  timeout: 900_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-chaos-'));
  const field = await setField({
    postgresUrl: inject('postgresUrl'),
    temporalAddress: inject('temporalAddress'),
    folder,
  });
  try {
    const { seen, hits } = await race(field, { runs, kills, workers: 8, seed });
    const verdict = await check(field, seen);
    process.stdout.write(`seed ${seed}: ${JSON.stringify({ hits, ...verdict })}\n`);
    expect(hits).toBe(kills);
    expect(seen.length).toBeGreaterThanOrEqual(runs);
    expect(verdict).toMatchObject({
      runs: seen.length,
      lost: 0,
      doubled: 0,
      lapsesWrong: 0,
      lapsesEarly: 0,
      noticesUnsent: 0,
      mailsMissing: 0,
      releasesOpen: 0,
      workflowsOpen: 0,
    });
    // A kill between the server's answer and our commit leaves one possible repeat, under the same Message-ID.
    expect(verdict.mailCopies).toBeLessThanOrEqual(kills * 8);
  } finally {
    await field.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
