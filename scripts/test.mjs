// `npm test`: set-up, style, types, build, then every test against real servers. The last line counts them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, run, say, setup } from './setup.mjs';

await setup();
const bin = (name) => `node_modules/.bin/${name}`;
const steps = [
  ['Estilo', 'Style', bin('biome'), ['check', '.']],
  ['Tipos', 'Types', bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']],
  [
    'Tipos sin Node ni DOM',
    'Types without Node and DOM',
    bin('tsc'),
    ['-p', 'tsconfig.pure.json', '--noEmit'],
  ],
];
for (const [es, en, command, args] of steps) {
  say(`${es}…`, `${en}…`);
  if ((await run(command, args)) !== 0) process.exit(1);
}
await build();
mkdirSync('reports', { recursive: true });
rmSync('reports/tests.json', { force: true });
const code = await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=reports/tests.json',
  ...process.argv.slice(2),
]);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
  readFileSync('reports/tests.json', 'utf8'),
);
process.stdout.write(
  `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`,
);
process.exit(code);
