// `npm run bench -- --phases=closed …`: set-up and build, then the reference workload; prints one JSON line.
import { build, run, setup } from './setup.mjs';

await setup();
await build();
process.exit(await run(process.execPath, ['dist/bench/main.js', ...process.argv.slice(2)]));
