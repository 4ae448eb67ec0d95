import type { Client } from '@temporalio/client';
import { connectClient, type TemporalSettings } from '../../platform/temporal/connection.js';

const PATIENCE = 1_500;

/** Asks the workflow engine for a sign of life, connecting when first asked. Never throws, never waits long. */
export function temporalProbe(
  settings: TemporalSettings,
  address?: string,
): {
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
} {
  let connecting: Promise<Client> | undefined;
  const ask = async (): Promise<boolean> => {
    connecting ??= connectClient(settings, address);
    try {
      const { connection } = await connecting;
      await connection.withDeadline(Date.now() + PATIENCE, () =>
        connection.workflowService.getSystemInfo({}),
      );
      return true;
    } catch {
      connecting = undefined;
      return false;
    }
  };
  return {
    isReachable: () => Promise.race([ask(), afterPatience()]),
    async close() {
      const client = await connecting?.catch(() => undefined);
      await client?.connection.close();
    },
  };
}

function afterPatience(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), PATIENCE).unref();
  });
}
