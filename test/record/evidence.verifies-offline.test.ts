import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeEvidence } from '../../record/log/evidence.js';
import { verifyPack } from '../../record/verify/verify-pack.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type Recorded, recordRuns } from './recorded.js';

let database: TestDatabase;
let recorded: Recorded;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  recorded = await recordRuns(database);
}, 120_000);
afterAll(() => database.drop());

test('a run and a period that were recorded as they happened have nothing to be said about', async () => {
  const { log, signer, runs } = recorded;
  const own = [await recorded.checkpoint()];
  const forMonitor = {
    institution: 'mon',
    nameOf: async (run: string) => `M-${runs.indexOf(run)}`,
  };
  for (const wish of [
    { runs: [runs[0]!] },
    { runs },
    {},
    { runs, for: forMonitor },
    { for: forMonitor },
  ]) {
    const pack = await makeEvidence(log, signer, wish);
    const verdict = verifyPack(pack, { log: signer, own });
    console.info(pack.length, verdict.leaves, verdict.runs);
    expect(
      verdict.faults.map(({ code, position, text }) => `${code} ${position} ${text.en}`),
    ).toEqual([]);
    expect(verdict.open).toEqual([]);
  }
});
