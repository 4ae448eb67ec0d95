// `npm run drill`: a site of 500 runs is copied, works on and is lost; from an empty machine, the backup and the keys it is brought
// back, with each phase timed and nothing lost or done twice. DRILL_RUNS changes the size.
import { build, run, setup } from './setup.mjs';

await setup();
await build();
process.env.DRILL_RUNS ??= '500';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'server',
    'test/chaos/empty-machine',
    ...process.argv.slice(2),
  ]),
);
