import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readActs } from '../../db/queries/projections.js';
import type { Act } from '../../protocols/core/acts.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { traveller } from '../fixtures/traveller.js';
import { accepted, inventedInstitutions, startTestRun } from '../support/door.js';
import { type Stage, setStage } from '../support/stage.js';
import { until } from '../workflows/follow.js';
import { answer, ask, HOUR, linesOf, operation, plan, report, seat } from './stand.js';

const adult = traveller();
const child = traveller('child');
/** Far more than one page of lines. */
const PEOPLE = 60;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({
    definitions: [operation, adult, child],
    institutions: [operation, adult].flatMap(inventedInstitutions),
  });
});
afterAll(() => stage?.stop());

const seatAll = (planned: Awaited<ReturnType<typeof plan>>, count = PEOPLE) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      seat(stage.door, index % 5 === 0 ? child : adult, planned),
    ),
  );

const standing = async (id: string) =>
  Object.values(await linesOf(stage.door, id)).filter(
    (status) => status === 'proposed' || status === 'accepted',
  ).length;

/** What the system entered in a person's run. */
async function calledOff(runId: string): Promise<Act[]> {
  const acts = await readActs(stage.database.db.sql, runId);
  return acts.filter((act) => act.type === 'event-reported' && act.event === 'called-off');
}

describe('when an operation does not take people on their date', () => {
  test.each([
    ['is cancelled', 'operation-cancelled', {}],
    ['is stopped by force majeure', 'force-majeure', {}],
  ] as const)('because it %s, each hears it once, in their own run', async (_, event, brought) => {
    const planned = await plan(stage.door, { capacity: 100 });
    const runs = await seatAll(planned);
    // Somebody who fell away before is not told again.
    accepted(await report(stage.door, runs[1]!, 'MIG-S', 'appeal'));
    accepted(await answer(stage.door, runs[2]!, 'MIG-S', 'accepted', 'said'));
    accepted(await report(stage.door, planned.id, 'MIG-S', event, brought));
    await until(async () => (await standing(planned.id)) === 0);
    for (const [index, run] of runs.entries()) {
      expect(await calledOff(run)).toHaveLength(index === 1 ? 0 : 1);
    }
  });

  test('because it moves, they may be seated again on the new date, and stay seated', async () => {
    const planned = await plan(stage.door, { capacity: 100 });
    const runs = await seatAll(planned, 12);
    const departure = planned.departure + 72 * HOUR;
    const moved = { dates: { departure, 'latest-departure': departure + HOUR } };
    accepted(await report(stage.door, planned.id, 'MIG-S', 'operation-moved', moved));
    await until(async () => (await standing(planned.id)) === 0);
    const [run] = runs;
    accepted(await answer(stage.door, run!, 'MIG-S', 'again', 'go'));
    const again = { runId: run!, opening: 2 };
    accepted((await ask(stage.door, child, { ...planned, departure }, again)).result);
    expect((await linesOf(stage.door, planned.id))[run!]).toBe('proposed');
    expect(await calledOff(run!)).toHaveLength(1);
  });

  test('who asks for a seat while it falls is told as well, or has none', async () => {
    for (let round = 0; round < 5; round += 1) {
      const planned = await plan(stage.door, { capacity: 100 });
      const people = await Promise.all(
        Array.from({ length: 10 }, () => startTestRun(stage.door, adult)),
      );
      await Promise.all([
        report(stage.door, planned.id, 'MIG-S', 'operation-cancelled'),
        ...people.map(({ runId }) => ask(stage.door, adult, planned, { runId })),
      ]);
      await until(async () => (await standing(planned.id)) === 0);
      for (const { runId } of people) {
        const had = (await linesOf(stage.door, planned.id))[runId] !== undefined;
        expect(await calledOff(runId)).toHaveLength(had ? 1 : 0);
      }
    }
  });

  test('its workflow ends only when everybody was told', async () => {
    const planned = await plan(stage.door, { capacity: 100 });
    await seatAll(planned, 20);
    accepted(await report(stage.door, planned.id, 'MIG-S', 'operation-cancelled'));
    const handle = stage.client.workflow.getHandle(workflowIdOf(operation.id, planned.id));
    await until(async () => {
      try {
        return (await handle.describe()).type === 'groupOperation';
      } catch {
        return false;
      }
    });
    expect(await handle.result()).toMatchObject({ ending: 'cancelled' });
    expect(await standing(planned.id)).toBe(0);
  });
});

describe('an operation takes note of its lines', () => {
  test('that all are answered, that some changed, that nobody is on the way', async () => {
    const { door } = stage;
    const planned = await plan(door, { capacity: 5 });
    const [one, two, three] = await seatAll(planned, 3);
    const events = async () =>
      (await readActs(door.db.sql, planned.id)).flatMap((act) =>
        act.type === 'event-reported' ? [act.event] : [],
      );
    const hears = (event: string, times = 1) =>
      until(async () => (await events()).filter((one) => one === event).length === times);
    accepted(await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed'));
    accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
    for (const run of [one!, two!, three!]) {
      expect(await events()).not.toContain('lines-answered');
      accepted(await answer(door, run, 'MIG-S', 'accepted', 'said'));
    }
    await hears('lines-answered');
    accepted(await report(door, two!, 'MIG-S', 'appeal'));
    await hears('list-changed');
    accepted(await answer(door, planned.id, 'MIG-S', 'manifest-update', 'sent'));
    await hears('lines-answered', 2);
    expect((await events()).filter((event) => event === 'list-changed')).toHaveLength(1);
    const sent = await door.db.sql<{ n: number }[]>`
      select json_array_length(lines) as n from manifest_versions where operation_id = ${planned.id} order by version`;
    expect(sent.map(({ n }) => n)).toEqual([3, 2]);
  });
});
