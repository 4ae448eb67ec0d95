// `npm run cost`: the reference workload with everything that protects and proves, against the same without encryption, log, row
// security and permission check, in turns. Prints a line for each round and the medians of the ratios. RETORNO_ROUNDS changes
// how many; arguments go to the benchmark.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, setup } from './setup.mjs';

const ROUNDS = Number(process.env.RETORNO_ROUNDS ?? 5);
const root = fileURLToPath(new URL('..', import.meta.url));

await setup();
await build();

// Not a setting of the product: a copy of the build that seals nothing, thrown away afterwards.
const bare = `${root}dist/.unprotected`;
const COPIED = [
  'activities',
  'accounts',
  'api',
  'bench',
  'cli',
  'db',
  'door',
  'platform',
  'protocols',
];
for (const folder of [...COPIED, 'record', 'rehearsal', 'web', 'worker', 'workflows']) {
  cpSync(`${root}dist/${folder}`, `${bare}/${folder}`, { recursive: true });
}
writeFileSync(
  `${bare}/platform/vault/seal.js`,
  `export const seal = (_key, plain) => Buffer.concat([Buffer.alloc(12), plain, Buffer.alloc(16)]);
export const unseal = (_key, sealed) => sealed.subarray(12, sealed.length - 16);\n`,
);

const KINDS = {
  'as-served': `${root}dist/bench/main.js`,
  none: `${bare}/bench/main.js`,
};

function measure(protection) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      KINDS[protection],
      '--phases=closed',
      '--concurrency=1,16',
      `--protection=${protection}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`The benchmark failed (${protection}):\n${stderr}`);
  const figures = JSON.parse(stdout.trim().split('\n').at(-1));
  if (!figures.verify.ok) throw new Error(`Not as it should be: ${JSON.stringify(figures.verify)}`);
  const [one, sixteen] = figures.closed;
  return {
    sustained: sixteen.cases_per_s,
    accepted: sixteen.accepted_per_s,
    p50c1: one.lat_p50_ms,
    p50c16: sixteen.lat_p50_ms,
    wal: sixteen.wal_bytes_per_case,
    cpu: sixteen.cpu_ms_per_case,
    foreign: sixteen.foreign_cpu,
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ratios = { sustained: [], accepted: [], p50c1: [], p50c16: [] };
for (let round = 1; round <= ROUNDS; round += 1) {
  const order = round % 2 ? ['as-served', 'none'] : ['none', 'as-served'];
  const of = {};
  for (const protection of order) of[protection] = measure(protection);
  const { 'as-served': on, none: off } = of;
  ratios.sustained.push(off.sustained / on.sustained);
  ratios.accepted.push(off.accepted / on.accepted);
  ratios.p50c1.push(on.p50c1 / off.p50c1);
  ratios.p50c16.push(on.p50c16 / off.p50c16);
  console.log(JSON.stringify({ round, 'as-served': on, none: off }));
}
for (const [name, values] of Object.entries(ratios)) {
  const each = values.map((value) => value.toFixed(2)).join(', ');
  console.log(`${name}: ${median(values).toFixed(2)} times slower (${each})`);
}
rmSync(bare, { recursive: true });
