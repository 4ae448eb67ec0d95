import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

describe('a command whose reader has gone', () => {
  it('ends at once without a trace, and not as if all had been read', async () => {
    const command = ['dist/cli/main.js', 'check', '--shipped'];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    expect(said).toBe('');
    expect(code).toBe(141);
  });
});
