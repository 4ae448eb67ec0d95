import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPersonKeys } from '../../api/runs/person-keys.js';
import { verifyFile } from '../../cli/commands/record/verify.js';
import { restoreBackup } from '../../db/backup/restore-backup.js';
import { takeBackup } from '../../db/backup/take-backup.js';
import { destroyKeys } from '../../db/queries/destroy-keys.js';
import { findRun } from '../../db/queries/find-run.js';
import { type Door, openDoor } from '../../door/door.js';
import { answersPlace } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import { COMPARTMENTS, type Compartment } from '../../platform/vault/vault.js';
import { leafText, parseLeaf } from '../../record/leaf/leaf.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { type EvidenceWish, makeEvidence } from '../../record/log/evidence.js';
import { readNodes } from '../../record/log/tree-reader.js';
import { checkpointText } from '../../record/note/checkpoint.js';
import { newSeed, type Signer, signerOf } from '../../record/note/keys.js';
import { formatNote, signNote } from '../../record/note/note.js';
import { coverOf } from '../../record/pack/cover.js';
import { openPack, sealPack } from '../../record/pack/file.js';
import type { HeadLine, LeafLine, PackLine } from '../../record/pack/lines.js';
import { leafHash, rootOf, subtreesOf } from '../../record/tree/hashes.js';
import { addLeaves, readFromTiles } from '../../record/tree/tiles.js';
import { verifyPack } from '../../record/verify/verify-pack.js';
import { runRetorno } from '../support/command-line.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildVerifier, type SecondVerdict } from './go-verifier.js';
import { type Recorded, recordRuns, sequenceAll } from './recorded.js';

let database: TestDatabase;
let recorded: Recorded;
let folder: string;
let second: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  second = await buildVerifier();
  recorded = await recordRuns(database);
  folder = mkdtempSync(join(tmpdir(), 'retorno-evidence-'));
}, 120_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const evidence = (wish: EvidenceWish) => makeEvidence(recorded.log, recorded.signer, wish);
const said = (pack: string, own: string[] = [], log = recorded.signer) =>
  verifyPack(pack, { log, own }).faults.map(({ code, position }) => `${code} ${position}`);

/** What the second verifier says of a file, as its exit code and text. */
function askSecond(file: string, ...args: string[]): { code: number; text: string } {
  try {
    return {
      code: 0,
      text: execFileSync(second!, [...args, file], {
        encoding: 'utf8',
        stdio: 'pipe',
        env: { LANG: 'en' },
      }),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
}

/** A size no proof of a run happens to lead to. */
const MIDDLE = 101;

/** A checkpoint of an earlier size, as the log would have signed it then, or with another root. */
async function signedAnew(size: number, root?: Buffer): Promise<string[]> {
  const read = await readNodes(database.db.sql, subtreesOf(0, size));
  const { origin } = recorded.log;
  const text = checkpointText({ origin, size, root: root ?? rootOf(size, read)! });
  return [formatNote({ text, signatures: [signNote(text, recorded.signer)] })];
}

const forMonitor = () => ({
  institution: 'mon',
  nameOf: async (run: string) => `M-${recorded.runs.indexOf(run)}`,
});

describe('evidence of what was recorded as it happened', () => {
  test.each([
    ['a run', () => ({ runs: [recorded.runs[0]!] })],
    ['several runs', () => ({ runs: recorded.runs })],
    ['everything', () => ({})],
    ['runs in the names of a monitoring body', () => ({ runs: recorded.runs, for: forMonitor() })],
    ['everything in the names of a monitoring body', () => ({ for: forMonitor() })],
  ])('is good: %s', async (_, wish) => {
    const own = [await recorded.checkpoint()];
    const pack = await evidence(wish());
    const verdict = verifyPack(pack, { log: recorded.signer, own });
    expect(verdict.faults).toEqual([]);
    expect(verdict.open).toEqual([]);
    expect(verdict.leaves).toBeGreaterThan(60);
    const file = join(folder, 'pack');
    writeFileSync(file, pack);
    writeFileSync(join(folder, 'own'), own[0]!);
    if (second) {
      const asked = askSecond(
        file,
        '-key',
        recorded.signer.text,
        '-checkpoint',
        join(folder, 'own'),
      );
      expect(asked).toEqual({ code: 0, text: `Verified: ${verdict.leaves} entries, no faults.\n` });
    }
  });

  test('tells of every change who made it', async () => {
    const { lines } = openPack(await evidence({}));
    const changes = lines.flatMap((line) =>
      line.t === 'leaf' && parseLeaf(line.d ?? '')?.kind === 'change' ? [line.open?.by?.[1]] : [],
    );
    expect(changes.length).toBeGreaterThan(5);
    for (const by of changes) expect(by).toMatch(/"access":"system"|"institution":/);
  });

  test('of a period that begins later holds every entry since, and proves an earlier checkpoint when asked', async () => {
    const rows = await database.db.sql.unsafe<{ size: number; note: string; at: number }[]>(
      'SELECT size::int, note, (extract(epoch FROM at) * 1000)::float8 AS at FROM log_checkpoints ORDER BY size',
    );
    expect(rows.length).toBeGreaterThan(1);
    const [early] = rows;
    const pack = await evidence({ from: early!.at + 1 });
    const { head, lines } = openPack(pack);
    expect(head).toMatchObject({ from: early!.size, to: rows.at(-1)!.size, kind: 'period' });
    const positions = lines.flatMap((line) =>
      line.t === 'leaf' && line.p >= head!.from ? line.p : [],
    );
    expect(positions).toEqual(
      Array.from({ length: head!.to - head!.from }, (_, i) => head!.from + i),
    );
    expect(said(pack, [early!.note])).toEqual([]);
    const run = recorded.runs[1]!;
    const own = await signedAnew(MIDDLE);
    const without = verifyPack(await evidence({ runs: [run] }), { log: recorded.signer, own });
    expect(without).toMatchObject({ faults: [], open: [MIDDLE] });
    const asked = await evidence({ runs: [run], since: [MIDDLE] });
    expect(said(asked, own)).toEqual([]);
    expect(said(asked, await signedAnew(MIDDLE, Buffer.alloc(32)))).toEqual(['own-checkpoint 0']);
  });

  test('for a monitoring body holds no id, account or instant, months for children, and names of its own', async () => {
    const pack = await evidence({ for: forMonitor() });
    for (const run of recorded.runs) expect(pack).not.toContain(run);
    const shown = openPack(pack).lines.flatMap((line) =>
      line.t === 'leaf' ? [{ run: line.run, ...line.open }] : [],
    );
    const all = JSON.stringify(shown);
    expect(all).not.toMatch(/"inventada"|"at"|recordedAt|"exact"|"account"/);
    // Instants are numbers of 13 or 16 digits wherever they stand but in salts and digests.
    expect(all.replaceAll(/"[A-Za-z0-9+/]{43}="|\b[0-9a-f]{64}\b/g, '')).not.toMatch(/\d{13}/);
    const of = (i: number) => shown.filter(({ run }) => run === `M-${i}`);
    expect(of(0).every((open) => 'day' in open && !('month' in open))).toBe(true);
    expect(of(1).every((open) => 'month' in open && !('day' in open))).toBe(true);
  });
});

describe('a file that was changed on its way is found out', () => {
  test('cut off, changed in a byte, signed by another, without its signature', async () => {
    const pack = await evidence({ runs: [recorded.runs[0]!] });
    expect(said(pack.slice(0, pack.length - 40))[0]).toMatch(/^cut/);
    expect(said(pack.slice(0, pack.indexOf('\n', pack.length / 2) + 1))).toContain('seal 0');
    expect(said(pack.replace('"kind":"run"', '"kind": "run"'))).toContain('seal 0');
    expect(said(`${pack}\n`)[0]).toMatch(/^cut/);
    const stranger = signerOf(recorded.log.origin, 'note', newSeed());
    expect(said(pack, [], stranger)).toContain('seal 0');
    expect(said('')).toEqual(['seal 0']);
    expect(said('{"t":"what"}\n')).toEqual(['cut 0']);
  });

  test('sealed anew with another story, which the log does not hold', async () => {
    const { lines } = openPack(await evidence({ runs: [recorded.runs[0]!] }));
    const reseal = (change: (lines: PackLine[]) => PackLine[]) =>
      said(
        sealPack(
          change(lines.map((line) => structuredClone(line))),
          recorded.log.origin,
          recorded.signer,
        ),
      );
    const leaves = lines.filter((line) => line.t === 'leaf');
    const third = leaves[2]!.p;
    expect(reseal((all) => all)).toEqual([]);
    expect(reseal((all) => all.filter((line) => line.t !== 'leaf' || line.p !== third))[0]).toMatch(
      /^(chain|gap|root) /,
    );
    expect(
      reseal((all) =>
        all.map((line) => (line.t === 'leaf' && line.p === third ? { ...line, open: {} } : line)),
      )[0],
    ).toBe(`value ${third}`);
    expect(reseal((all) => all.filter(({ t }) => t !== 'checkpoint'))).toContain('checkpoint 0');
    expect(reseal((all) => all.filter(({ t }) => t !== 'definition'))[0]).toBe(
      `definition ${leaves[0]!.p}`,
    );
  });

  test('a departure that was logged with a needed fact not holding: what was entered is genuine, and not allowed', async () => {
    const { lines } = openPack(await evidence({ runs: [recorded.runs[0]!], for: forMonitor() }));
    const shown = lines.filter((line) => line.t === 'leaf');
    const gates = shown.flatMap(({ open }, i) =>
      open?.gate?.[1].includes('"passed":["') ? [i] : [],
    );
    expect(gates.length).toBeGreaterThan(0);
    const last = gates.at(-1)!;
    const without = (values: Record<string, string>) => {
      const gate = JSON.parse(values.gate!) as { passed: string[]; held: string[] };
      return { ...values, gate: JSON.stringify({ ...gate, held: [] }) };
    };
    expect(await judged(loggedAnew(lines, (values) => values))).toEqual([]);
    const breach = loggedAnew(lines, (values, i) => (i === last ? without(values) : values));
    expect(await judged(breach)).toEqual([`gate ${last}`]);
  });
});

/** The same leaves as a log of their own, with what they say changed before they were entered. */
function loggedAnew(
  lines: readonly PackLine[],
  change: (values: Record<string, string>, i: number) => Record<string, string>,
): string {
  const { signer } = recorded;
  const salt = Buffer.alloc(32, 9);
  const hashes: Buffer[] = [];
  const leaves = lines
    .filter((line) => line.t === 'leaf')
    .map(({ d, open, run }, p): LeafLine => {
      const given = Object.entries(open!).map(([name, [, text]]) => [name, text]);
      const values = change(Object.fromEntries(given), p);
      const prev = hashes.at(-1)?.toString('base64') ?? '';
      const leaf = leafText(parseLeaf(d!)!.kind, prev, values, () => salt);
      const hash = leafHash(leaf);
      hashes.push(hash);
      const shown = Object.entries(values).map(([name, text]) => [
        name,
        [salt.toString('base64'), text],
      ]);
      const h = hash.toString('base64');
      return { t: 'leaf', p, h, d: leaf, run, open: Object.fromEntries(shown) };
    });
  const definitions = lines.filter((line) => line.t === 'definition');
  const head = { kind: 'run', for: 'mon', precision: 'coarse' } as const;
  return packOf(signer, head, hashes, [...definitions, ...leaves]);
}

/** What both verifiers say, which must be the same. */
async function judged(pack: string): Promise<string[]> {
  const own = said(pack);
  if (!second) return own;
  const file = join(folder, 'judged');
  writeFileSync(file, pack);
  const { text } = askSecond(file, '-json', '-key', recorded.signer.text);
  const { faults } = JSON.parse(text) as SecondVerdict;
  expect((faults ?? []).map(({ code, position }) => `${code} ${position}`)).toEqual(own);
  return own;
}

/** A pack of a whole log with these leaves' hashes. */
function packOf(
  signer: Signer,
  kind: Pick<HeadLine, 'kind' | 'for' | 'precision'>,
  hashes: readonly Buffer[],
  more: readonly PackLine[],
): string {
  const size = hashes.length;
  const read = readFromTiles(addLeaves(0, hashes, () => undefined));
  const text = checkpointText({ origin: signer.name, size, root: rootOf(size, read)! });
  const note = formatNote({ text, signatures: [signNote(text, signer)] });
  const nodes = coverOf(
    hashes.map((_, p) => p),
    [size],
  ).map(
    ({ level: l, index: i }) => ({ t: 'node', l, i, h: read(l, i)!.toString('base64') }) as const,
  );
  const head = {
    t: 'head',
    v: 1,
    origin: signer.name,
    key: signer.text,
    from: 0,
    to: size,
    size,
  } as const;
  return sealPack(
    [{ ...head, ...kind }, { t: 'checkpoint', note }, ...more, ...nodes],
    signer.name,
    signer,
  );
}

test('the command says what it found in both languages and ends with 0, 1 or 2', async () => {
  const file = join(folder, 'command');
  const key = join(folder, 'key');
  writeFileSync(key, `${recorded.signer.text}\n`);
  const pack = await evidence({ runs: [recorded.runs[1]!] });
  writeFileSync(file, pack);
  expect(verifyFile(file, { key }, 'es')).toMatchObject({
    code: 0,
    text: expect.stringContaining('Sin fallas: '),
  });
  expect(verifyFile(file, {}, 'en').text).toContain('No checkpoint was given');
  const own = join(folder, 'first');
  writeFileSync(own, (await signedAnew(MIDDLE))[0]!);
  expect(verifyFile(file, { key, checkpoint: [own] }, 'en').text).not.toContain('No checkpoint');
  expect(verifyFile(file, { key, checkpoint: [own] }, 'en')).toMatchObject({
    code: 2,
    text: expect.stringContaining('The file carries no proof for your checkpoint'),
  });
  writeFileSync(file, pack.replaceAll('\\"outcome\\":\\"', '\\"outcome\\":\\"x'));
  expect(verifyFile(file, { key }, 'es')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/Posición \d+: /),
  });
  expect(() => verifyFile(join(folder, 'nowhere'), {}, 'es')).toThrow('No se puede leer');
  expect(() => verifyFile(file, { key: file }, 'es')).toThrow('no hay una clave');
});

test('without the key that was handed over the command says on stderr that nothing proves who signed, and ends with 2', async () => {
  const file = join(folder, 'keyless');
  const key = join(folder, 'handed-over');
  writeFileSync(key, `${recorded.signer.text}\n`);
  writeFileSync(file, await evidence({ runs: [recorded.runs[1]!] }));
  const verify = (...args: string[]) =>
    runRetorno(['verify', file, ...args], { LANG: 'en_US.UTF-8' });
  const keyless = await verify();
  expect(keyless.code).toBe(2);
  expect(keyless.stdout).toContain('No faults');
  expect(keyless.stderr).toMatch(/^Nothing proves who signed this file.*--key/);
  const read = await verify('--json');
  expect([read.code, JSON.parse(read.stdout).trusted]).toEqual([2, false]);
  expect(read.stderr).toBe(keyless.stderr);
  const sound = await verify('--key', key);
  expect([sound.code, sound.stderr]).toEqual([0, '']);
  expect(sound.stdout).toContain('No faults');
  const known = await verify('--key', key, '--json');
  expect([known.code, JSON.parse(known.stdout).trusted]).toEqual([0, true]);
  if (second) {
    expect(askSecond(file).code).toBe(2);
    expect(askSecond(file, '-key', recorded.signer.text).code).toBe(0);
  }
  // Faults are told as such, whoever signed.
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replaceAll('\\"outcome\\":\\"', '\\"outcome\\":\\"x'),
  );
  expect((await verify()).code).toBe(1);
});

/** `npm run tamper` takes the hundred thousand. */
const ENTRIES = process.env.RETORNO_TAMPERS ? 100_000 : 10_000;

test(`${ENTRIES} entries are verified by both at a rate of a hundred thousand in ten seconds`, () => {
  const signer = signerOf('retorno/log/invented', 'note', newSeed());
  const salt = Buffer.alloc(32, 5);
  const hashes: Buffer[] = [];
  const leaves = Array.from({ length: ENTRIES }, (_, p): LeafLine => {
    const exact = JSON.stringify({
      what: 'users',
      how: 'update',
      content: { n: p },
      at: String(p),
    });
    const d = leafText('change', '', { exact, day: '"2026-11-27"' }, () => salt);
    const hash = leafHash(d);
    hashes.push(hash);
    const open = { exact: [salt.toString('base64'), exact] as const };
    return { t: 'leaf', p, h: hash.toString('base64'), d, run: null, open };
  });
  const pack = packOf(signer, { kind: 'period', for: null, precision: 'exact' }, hashes, leaves);
  // The best of three is what the verifier can do; a busy machine may slow one of them down.
  const own = Math.min(
    ...[1, 2, 3].map(() => {
      const began = performance.now();
      expect(verifyPack(pack, { log: signer }).faults).toEqual([]);
      return performance.now() - began;
    }),
  );
  const file = join(folder, 'long');
  writeFileSync(file, pack);
  const then = performance.now();
  if (second) expect(askSecond(file, '-key', signer.text).code).toBe(0);
  console.info(
    `${ENTRIES} entries, ${(pack.length / 1e6).toFixed(0)} MB: ${(own / 1000).toFixed(1)} s, second verifier ${((performance.now() - then) / 1000).toFixed(1)} s`,
  );
  expect(own).toBeLessThan(ENTRIES / 10);
}, 60_000);

describe('a person whose keys were destroyed', () => {
  // The last of this file: afterwards that person's data is gone here.
  test('is unreadable at once, stays so in an older copy, and the record still verifies', async () => {
    const { door, runs, log, signer } = recorded;
    const run = runs[1]!;
    const { sql } = database.db;
    const { personId } = (await findRun(sql, run))!;
    const sealed = async (of: TestDatabase) =>
      of.db.sql<{ seq: number; compartment: Compartment; ciphertext: Buffer }[]>`
        select seq, compartment, ciphertext from answers where run_id = ${run} order by seq, compartment`;
    const opened = async (of: TestDatabase, with_: Door) => {
      const keys = await openPersonKeys(with_, personId);
      return (await sealed(of)).map(({ seq, compartment, ciphertext }) =>
        unseal(keys[compartment], ciphertext, answersPlace(run, seq, compartment)).toString(),
      );
    };
    const before = await evidence({ runs: [run] });
    const kept = await recorded.checkpoint();
    expect((await opened(database, door)).length).toBeGreaterThan(10);
    const old = { data: join(folder, 'old-data'), keys: join(folder, 'old-keys') };
    await takeBackup(database.db, old);

    const all = COMPARTMENTS.map((compartment) => ({ personId, compartment }));
    await sql.begin((tx) => destroyKeys(tx, all, null));
    // This door remembers keys of people it worked for: at once means for it too.
    await expect(opened(database, door)).rejects.toMatchObject({ code: 'data-erased' });

    const late = { data: join(folder, 'late-data'), keys: join(folder, 'late-keys') };
    await takeBackup(database.db, late);
    const copy = await createTestDatabase(inject('postgresUrl'), (url) =>
      restoreBackup(url, { data: old.data, keys: late.keys }),
    );
    try {
      const restored = await openDoor(copy.db, door.vault);
      expect((await sealed(copy)).length).toBe((await sealed(database)).length);
      await expect(opened(copy, restored)).rejects.toMatchObject({ code: 'data-erased' });
      const [left] = await copy.db.sql`
        select (select count(*) from person_keys where person_id = ${personId})::int as keys,
          (select count(*) from history where run_id = ${run})::int as acts`;
      expect(left!.keys).toBe(0);
      expect(left!.acts).toBeGreaterThan(20);
    } finally {
      await copy.drop();
    }

    await sequenceAll(log);
    await issueCheckpoint(log, signer, true);
    for (const pack of [before, await evidence({ runs: [run] }), await evidence({})]) {
      // That keys went is in the log too: the file from before ends before it.
      const own = pack === before ? kept : await recorded.checkpoint();
      const verdict = verifyPack(pack, { log: signer, own: [own] });
      expect(verdict.faults).toEqual([]);
      const file = join(folder, 'erased');
      writeFileSync(file, pack);
      if (second) expect(askSecond(file, '-key', signer.text).code).toBe(0);
    }
  });
});
