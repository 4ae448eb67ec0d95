// `npm run tamper`: ten thousand changes in the database, each looked for offline by both verifiers. RETORNO_TAMPERS and
// RETORNO_SEED change it.
import { run, setup } from './setup.mjs';

await setup();
process.env.RETORNO_TAMPERS ??= '10000';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'server',
    'test/record/tampering',
    'test/record/evidence',
    ...process.argv.slice(2),
  ]),
);
