// `npm run walks`: a million random acts over the protocols. WALK_ACTS and WALK_SEED change it.
import { run, setup } from './setup.mjs';

await setup();
process.env.WALK_ACTS ??= '1000000';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'unit',
    'protocols/walks.test.ts',
    ...process.argv.slice(2),
  ]),
);
