import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeEvidenceIn } from '../../record/log/evidence.js';
import { verifyPack } from '../../record/verify/verify-pack.js';
import { seeded } from '../fixtures/seeded.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildVerifier, type SecondVerifier, startVerifier } from './go-verifier.js';
import { type Recorded, recordRuns } from './recorded.js';
import { type Place, TAMPERS } from './tamper.js';

/** `npm run tamper` makes 10,000. */
const CHANGES = Number(process.env.RETORNO_TAMPERS ?? 100);
const SEED = Number(process.env.RETORNO_SEED ?? 20_261_127);

let database: TestDatabase;
let recorded: Recorded;
let own: string[];
let second: SecondVerifier | undefined;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  const program = await buildVerifier();
  recorded = await recordRuns(database);
  own = (
    await database.db.sql.unsafe<{ note: string }[]>(
      'SELECT note FROM log_checkpoints ORDER BY log_checkpoints.size',
    )
  ).map(({ note }) => note);
  folder = mkdtempSync(join(tmpdir(), 'retorno-tamper-'));
  const files = own.map((note, i) => {
    const file = join(folder, `own-${i}`);
    writeFileSync(file, note);
    return file;
  });
  second = program ? startVerifier(program, { key: recorded.signer.text, own: files }) : undefined;
  const tables = await database.db.sql.unsafe<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    await database.db.sql.unsafe(`ALTER TABLE ${name} DISABLE TRIGGER ALL`);
  }
}, 240_000);
afterAll(async () => {
  second?.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const UNDO = new Error('undo');

/** Exports within the transaction that tampers, and takes everything back. */
async function exported(
  change?: (tx: Parameters<typeof makeEvidenceIn>[0]) => Promise<Place | undefined>,
): Promise<{ pack: string; place: Place | undefined }> {
  let result: { pack: string; place: Place | undefined } | undefined;
  await database.db.sql
    .begin('ISOLATION LEVEL REPEATABLE READ', async (tx) => {
      const place = await change?.(tx);
      result = { place, pack: await makeEvidenceIn(tx, recorded.log, recorded.signer, {}) };
      throw UNDO;
    })
    .catch((error: unknown) => {
      if (error !== UNDO) throw error;
    });
  return result!;
}

/** What both verifiers find first; they must agree where they can both see it. */
async function verdicts(pack: string) {
  const first = verifyPack(pack, { log: recorded.signer, own });
  const file = join(folder, 'pack');
  writeFileSync(file, pack);
  const other = await second?.verify(file);
  return { first: first.faults, second: other && (other.faults ?? []) };
}

test(`${CHANGES} single changes by somebody who owns the database are found by both verifiers, with their place`, async () => {
  const random = seeded(SEED);
  const pick = (below: number) => Math.floor(random() * below);
  const leaves = await database.db.sql.unsafe<
    { position: number; source: string; ref: string; run: string | null }[]
  >(
    'SELECT position::float8 AS position, source, ref, run_id AS run FROM log_leaves ORDER BY log_leaves.position',
  );
  const total = TAMPERS.reduce((sum, { weight }) => sum + weight, 0);
  const counts = new Map<string, number>();
  const missed: string[] = [];
  let clean = 0;
  const began = performance.now();
  for (let n = 0; n < CHANGES; ) {
    let roll = pick(total);
    const { name, tamper } = TAMPERS.find(({ weight }) => {
      roll -= weight;
      return roll < 0;
    })!;
    const { pack, place } = await exported((tx) => tamper({ tx, pick, recorded, leaves }));
    if (!place) continue;
    n += 1;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const found = await verdicts(pack);
    for (const [who, faults] of Object.entries(found)) {
      if (!faults) continue;
      const [fault] = faults;
      const hit = fault && fault.position < place.until && place.position < fault.until;
      if (!hit) missed.push(`${who} ${name} ${JSON.stringify(place)} ${JSON.stringify(fault)}`);
    }
    if (n % 25 === 0) {
      const untouched = await verdicts((await exported()).pack);
      expect([untouched.first, untouched.second ?? []]).toEqual([[], []]);
      clean += 1;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  console.info(
    `${CHANGES} changes of a log of ${leaves.length} in ${seconds.toFixed(1)} s, ${missed.length} missed, ${clean} clean exports without a fault\n${JSON.stringify(Object.fromEntries(counts))}`,
  );
  expect(missed).toEqual([]);
  expect(clean).toBeGreaterThan(0);
}, 7_200_000);
