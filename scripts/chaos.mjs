// `npm run chaos`: the long profile of the fault tests. CHAOS_RUNS, CHAOS_KILLS and CHAOS_SEED change it.
import { build, run, setup } from './setup.mjs';

await setup();
await build();
process.env.CHAOS_RUNS ??= '300';
process.env.CHAOS_KILLS ??= '50';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'server',
    'test/chaos',
    ...process.argv.slice(2),
  ]),
);
