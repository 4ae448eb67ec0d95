import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { startRun } from '../../door/start-run.js';
import { fastForward, getClock } from '../../platform/temporal/time-skipping.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { accepted, officerOf } from '../support/door.js';
import { setField } from './field.js';
import { relayRace } from './protocol.js';

const RUNS = 8;

// The server itself moves the clocks of these workflows six hours on: every timer it answers comes six hours early.
it('an engine six hours early lets no deadline lapse early', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-early-'));
  const field = await setField({
    postgresUrl: inject('postgresUrl'),
    temporalAddress: inject('temporalAddress'),
    folder,
  });
  try {
    const { door, client, namespace, bindings, database } = field;
    const runs: string[] = [];
    const started = async (id: string): Promise<void> => {
      const until = Date.now() + 60_000;
      while (Date.now() < until) {
        const handle = client.workflow.getHandle(id);
        if (
          await handle.describe().then(
            () => true,
            () => false,
          )
        )
          return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${id} did not start within a minute`);
    };
    for (let n = 0; n < RUNS; n += 1) {
      const begun = await startRun(door, {
        actId: `early-${n}`,
        actor: officerOf('lead'),
        protocol: relayRace.id,
        bindings,
        dates: { whistle: Date.now() + 5 * 3600_000 },
      });
      runs.push(accepted(begun).runId);
    }
    await Promise.all(
      runs.map(async (run) => {
        const id = workflowIdOf(relayRace.id, run);
        await started(id);
        await fastForward(client, namespace, id, 6 * 3600_000);
        const ahead = (await getClock(client, namespace, id)).now - Date.now();
        expect(ahead).toBeGreaterThan(5.9 * 3600_000);
      }),
    );
    const [row] = await database.db.sql<{ lapses: number; acts: number }[]>`
      select count(*) filter (where act->'clock'->>'mark' = 'due')::int as lapses, count(*)::int as acts from history`;
    expect(row).toEqual({ lapses: 0, acts: RUNS });
    let asked = 0;
    for (const run of runs) {
      const { events } = await client.workflow
        .getHandle(workflowIdOf(relayRace.id, run))
        .fetchHistory();
      asked += (events ?? []).filter(
        (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'commitDue',
      ).length;
    }
    // Otherwise nothing was put to the test: the early timers must really have asked.
    expect(asked).toBeGreaterThanOrEqual(RUNS);
  } finally {
    await field.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
