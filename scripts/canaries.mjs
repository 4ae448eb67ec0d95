// `npm run canaries`: cases that fill in every form of every protocol, with canaries in every field, on servers of its own; then
// every place they could have leaked to is searched. Some minutes; every scene there is with RETORNO_CANARY_SCENES=all. The Temporal server's sources are needed for its PostgreSQL schema.
import { build, run, setup } from './setup.mjs';

await setup();
await build();
process.env.RETORNO_CANARIES = 'all';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'server',
    'test/canaries',
    ...process.argv.slice(2),
  ]),
);
