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
    for (let n = 0; n < 20; n += 1) {
      const started = await startRun(door, {
        actId: `early-${n}`,
        actor: officerOf('lead'),
        protocol: relayRace.id,
        bindings,
        dates: { whistle: Date.now() + 5 * 3600_000 },
      });
      runs.push(accepted(started).runId);
    }
    const until = Date.now() + 60_000;
    for (const run of runs) {
      const id = workflowIdOf(relayRace.id, run);
      while (Date.now() < until) {
        const there = await client.workflow
          .getHandle(id)
          .describe()
          .then(
            () => true,
            () => false,
          );
        if (there) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await fastForward(client, namespace, id, 6 * 3600_000);
      expect((await getClock(client, namespace, id)).now - Date.now()).toBeGreaterThan(
        5.9 * 3600_000,
      );
    }
    // Timers that ring for nothing ask the database again and again; give each the time to ask at least twice.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const [row] = await database.db.sql<{ lapses: number; acts: number }[]>`
      select count(*) filter (where act->'clock'->>'mark' = 'due')::int as lapses, count(*)::int as acts from history`;
    expect(row).toEqual({ lapses: 0, acts: 20 });
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
    expect(asked).toBeGreaterThanOrEqual(20);
  } finally {
    await field.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
