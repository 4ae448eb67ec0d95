import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActs } from '../../db/queries/projections.js';
import { readTimeline } from '../../db/queries/timeline.js';
import { rebuild } from '../../door/rebuild.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { RunState } from '../../protocols/core/state.js';
import { groupOperation } from '../../protocols/group-operation.js';
import type { Definition } from '../../protocols/language/definition.js';
import { type Player, play } from '../../rehearsal/player.js';
import { type Beat, playScene } from '../../rehearsal/scene.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { ASSESSED, checked, READY } from '../protocols/adult-deportee/pieces.js';
import { checkEngine, checkFacts } from '../protocols/check-run.js';
import { institutionsOf } from '../protocols/two-states.js';
import { type Stage, setStage } from '../support/stage.js';
import { until } from '../workflows/follow.js';
import { linesOf } from './stand.js';

const adult: Definition = adultDeportee;
const operation: Definition = groupOperation;
const HOUR = 3_600_000;
const PEOPLE = 40;
/** Their beats are independent of each other; more at once only wait for the engine. */
const AT_ONCE = 10;
const PATIENCE = 600_000;

let stage: Stage;
const bindingsOf = (definition: Definition) =>
  Object.fromEntries(definition.roles.map(({ id }) => [id, `inventada-${id.toLowerCase()}`]));

beforeAll(async () => {
  stage = await setStage({
    definitions: [adult, operation],
    institutions: [...institutionsOf(adult), ...institutionsOf(operation)],
  });
}, PATIENCE);
afterAll(() => stage?.stop());

/** Does something for each person, some at a time. */
async function each<T>(from: readonly T[], work: (one: T, index: number) => Promise<void>) {
  const waiting = [...from.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const scene = (player: Player, ...beats: Beat[]) => playScene(player, beats);

test(
  'forty people on a bus: three drop out at the gate, one is refused at the border, thirty-six arrive',
  async () => {
    const began = performance.now();
    const bus = await play(stage, {
      protocol: operation.id,
      bindings: bindingsOf(operation),
      attributes: { purpose: 'removal' },
    });
    const departure = (await bus.now()) + 100 * HOUR;
    const dates = { departure, 'latest-departure': departure + 2 * HOUR };
    await bus.answer('operation-draft', 'planned', dates, { seats: PEOPLE });
    const lines = () => linesOf(stage.door, bus.runId);
    const count = async () => {
      const counts: Record<string, number> = {};
      for (const status of Object.values(await lines())) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    };
    const events = async () =>
      (await readActs(stage.database.db.sql, bus.runId)).flatMap((act) =>
        act.type === 'event-reported' ? [act.event] : [],
      );

    // Each comes to the list by the own run, and the receiver answers each line in that run.
    const people: Player[] = [];
    await each(Array.from({ length: PEOPLE }), async (_, index) => {
      const person = await play(stage, { protocol: adult.id, bindings: bindingsOf(adult) });
      people[index] = person;
      await scene(person, { answers: READY });
      await person.answer(
        'manifest-proposal',
        'sent',
        { departure: departure + HOUR },
        { operation: bus.runId },
      );
    });
    expect(await count()).toEqual({ proposed: PEOPLE });
    const late = await play(stage, { protocol: adult.id, bindings: bindingsOf(adult) });
    await scene(late, { answers: READY });
    const wish = late.answer(
      'manifest-proposal',
      'sent',
      { departure: departure + HOUR },
      { operation: bus.runId },
    );
    await expect(wish).rejects.toThrow('no free seats');

    // The list closes by itself in time, and is sent.
    await scene(bus, { untilDue: 'seat-individuals' }, { answers: 'send-manifest:sent' });
    await each(people, (person) =>
      scene(person, {
        answers:
          'manifest-acceptance:accepted vulnerable-advance-notice:no-needs monitor-notice:notified criminal-information-notice:not-needed belongings-and-papers:signed',
      }),
    );
    expect(await count()).toEqual({ accepted: PEOPLE });
    await until(async () => (await events()).includes('lines-answered'));

    // At the gate every run is read again; three fall away, each for a reason of their own.
    await each(people, (person) =>
      scene(person, { untilOpen: 'fit-to-travel' }, { answers: 'fit-to-travel:fit' }, ...checked),
    );
    const before: (RunState | undefined)[] = [];
    for (const [index, person] of people.entries()) before[index] = await person.state();
    const [appeals, falls, claims] = people;
    await scene(appeals!, { event: 'appeal-filed/LEGAL' });
    await scene(falls!, { event: 'medical-hold/HEA-S' });
    await scene(claims!, { event: 'asylum-claim/LEGAL' });
    expect(await count()).toEqual({ accepted: PEOPLE - 3, removed: 3 });
    for (const person of people.slice(0, 3)) {
      await expect(person.answer('departure', 'left')).rejects.toThrow();
    }
    // Nobody else's run heard of it: not one act, not one gate.
    for (const [index, person] of people.entries()) {
      if (index > 2) expect(await person.state()).toEqual(before[index]);
    }
    await until(async () => (await events()).includes('list-changed'));
    await bus.answer('manifest-update', 'sent');
    const sent = await stage.database.db.sql<{ n: number }[]>`
      select json_array_length(lines) as n from manifest_versions where operation_id = ${bus.runId} order by version`;
    expect(sent.map(({ n }) => n)).toEqual([PEOPLE, PEOPLE - 3]);

    await scene(bus, { untilOpen: 'boarding-gate' });
    const travelling = people.slice(3);
    await each(travelling, (person) => scene(person, { answers: 'departure:left' }));
    await bus.answer('boarding-gate', 'closed');
    expect(await count()).toEqual({ boarded: PEOPLE - 3, removed: 3 });

    // At the border: two authorities sign for each; one person is not received.
    const refused = travelling[7]!;
    await each(travelling, (person) =>
      scene(person, {
        answers: `arrival:arrived handover-reception-act:${person === refused ? 'refused' : 'accepted'}`,
      }),
    );
    expect(await count()).toEqual({ arrived: 36, refused: 1, removed: 3 });
    await until(async () => (await events()).includes('journey-over'));
    await bus.answer('arrival-reconciliation', 'matches', undefined, {
      'counted-arrived': 36,
      'counted-refused': 1,
    });
    await bus.answer('operation-report', 'sent');
    expect((await bus.state()).ending?.id).toBe('done');
    expect(await events()).not.toContain('counts-differ');

    // Who was refused is back in the sending State, where a new decision is made.
    const back = await refused.state();
    expect(back.facts.inSendingState).toBeDefined();
    for (const fact of ['removalDecided', 'individualAssessed', 'individuallyCleared']) {
      expect(back.facts[fact], fact).toBeUndefined();
    }
    await scene(refused, { answers: `${ASSESSED} renewed-removal-decision:release` });
    expect((await refused.state()).ending?.id).toBe('closed-stay');
    // Each who dropped out has the procedure their own event calls for.
    expect((await appeals!.state()).steps['appeal-pending']?.open).toBeDefined();
    expect((await falls!.state()).steps['medical-hold']?.open).toBeDefined();
    expect((await claims!.state()).steps['asylum-referral']?.open).toBeDefined();

    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    await tellIt(bus, people, seconds);

    for (const person of [people[0]!, people[10]!, refused]) {
      await checkFacts(stage, adult, person.runId);
    }
    await checkFacts(stage, operation, bus.runId);
    await checkEngine(stage, operation, bus.runId);
    const diff = (await rebuild(stage.door, { write: false })).differences;
    for (const d of diff) {
      const sql = stage.database.db.sql;
      const { projectHistory } = await import('../../door/rebuild.js');
      const { readProjections } = await import('../../db/queries/projections.js');
      const want = projectHistory(adult, await readActs(sql, d.runId));
      const have = await readProjections(sql, d.runId);
      want.steps.forEach((w, i) => {
        const h = have!.steps[i];
        if (JSON.stringify(w, Object.keys(w).sort()) !== JSON.stringify(h, Object.keys(w).sort()))
          console.log(
            'DIFF',
            people.findIndex((p) => p.runId === d.runId),
            JSON.stringify(w),
            JSON.stringify(h),
          );
      });
      console.log(d, (await readActs(sql, d.runId)).slice(-4));
    }
    expect(diff).toEqual([]);
  },
  PATIENCE,
);

/** Prints the story of the operation, and how many acts each person's own story has. */
async function tellIt(bus: Player, people: readonly Player[], seconds: string): Promise<void> {
  const { sql } = stage.database.db;
  const nameOf = (id: string) => stage.door.directory.find(id)?.nameEs ?? id;
  const told = tellTimeline(operation, await readTimeline(sql, bus.runId), {
    language: 'es',
    timeZone: 'America/Mexico_City',
    nameOf,
  });
  const stories = await Promise.all(people.map(({ runId }) => readTimeline(sql, runId)));
  for (const story of stories) expect(story.length).toBeGreaterThan(30);
  const acts = stories.map((story) => story.length);
  process.stdout.write(
    `${told}\n${people.length} own timelines of ${Math.min(...acts)} to ${Math.max(...acts)} acts; ${seconds} s\n`,
  );
}
