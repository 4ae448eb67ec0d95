// `npm run mutants`: every broken definition and every harmless variation against the checker; prints the score.
import { run, setup } from './setup.mjs';

await setup();
process.env.MUTANTS ??= 'all';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'unit',
    'protocols/checker/mutants.test.ts',
    ...process.argv.slice(2),
  ]),
);
