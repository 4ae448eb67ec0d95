// `npm start`: set-up, build, then everything on this machine.
import { spawn } from 'node:child_process';
import { build, setup } from './setup.mjs';

await setup();
await build();
const command = process.argv[2] ?? 'up';
const child = spawn(
  process.execPath,
  ['--enable-source-maps', 'dist/cli/main.js', command, ...process.argv.slice(3)],
  {
    cwd: new URL('..', import.meta.url),
    stdio: 'inherit',
  },
);
// A Ctrl-C at the terminal reaches the child as well; this process only has to outlive it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
