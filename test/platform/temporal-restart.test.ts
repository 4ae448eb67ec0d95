import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { silentProgress } from '../../platform/progress.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { testSettings } from '../support/servers.js';

/** Whether the server hands out work within ten seconds. */
async function handsOutWork(
  address: string,
  settings: ReturnType<typeof testSettings>,
): Promise<boolean> {
  const client = await connectClient(settings, address);
  const until = Date.now() + 10_000;
  try {
    while (Date.now() < until) {
      const asked = client.workflowService.describeTaskQueue({
        namespace: settings.temporal.namespace,
        taskQueue: { name: 'any' },
      });
      if (
        await asked.then(
          () => true,
          () => false,
        )
      )
        return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  } finally {
    await client.connection.close();
  }
}

it('hands out work at once after being stopped and started in a moment', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-restart-'));
  const settings = testSettings({
    ...process.env,
    RETORNO_DATA_DIR: folder,
    DATABASE_URL: undefined,
  });
  try {
    for (let start = 1; start <= 3; start += 1) {
      const server = await ensureTemporalServer({ settings, progress: silentProgress });
      const ready = await handsOutWork(server.address, settings);
      await server.stop();
      expect([start, ready]).toEqual([start, true]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
