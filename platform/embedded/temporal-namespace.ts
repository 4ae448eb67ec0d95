import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

const alreadyExists = 6;
const waitMs = 45_000;

/**
 * Registers the namespace on a server of our own when it is missing, and waits until runs can be
 * listed in it, which is when a first workflow can be started. Safe to run again.
 *
 * Errors: the last refusal of the server when it does not become usable in time.
 */
export async function ensureNamespace(
  address: string,
  namespace: string,
  retentionDays: number,
  givenUp: () => boolean,
): Promise<void> {
  const until = Date.now() + waitMs;
  const connection = await untilItWorks(until, givenUp, () =>
    Connection.connect({ address, connectTimeout: 2_000 }),
  );
  try {
    await untilItWorks(until, givenUp, async () => {
      const service = connection.workflowService;
      try {
        await connection.withDeadline(Date.now() + 5_000, () =>
          service.registerNamespace({
            namespace,
            workflowExecutionRetentionPeriod: msToTs(retentionDays * 86_400_000),
          }),
        );
      } catch (error) {
        if (!(isGrpcServiceError(error) && error.code === alreadyExists)) throw error;
      }
      await connection.withDeadline(Date.now() + 5_000, () =>
        service.listWorkflowExecutions({ namespace, pageSize: 1 }),
      );
    });
  } finally {
    await connection.close();
  }
}

async function untilItWorks<T>(
  until: number,
  givenUp: () => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until || givenUp()) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
