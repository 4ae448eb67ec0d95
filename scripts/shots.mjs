// `npm run shots -- [folder]`: every page at 1280 and 360 px in both languages, to be looked at; `reports/shots` unless told.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, run, say, setup } from './setup.mjs';

const folder = resolve(process.argv[2] ?? 'reports/shots');
await setup();
await build();
mkdirSync(folder, { recursive: true });
const code = await run(
  'node_modules/.bin/vitest',
  ['run', '--project', 'server', 'test/web/every-page.browser.test.ts'],
  { env: { ...process.env, RETORNO_SHOTS: folder } },
);
say(`Capturas en ${folder}`, `Screenshots in ${folder}`);
process.exit(code);
