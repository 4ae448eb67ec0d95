import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { readTimeline } from '../../db/queries/timeline.js';
import { rebuild } from '../../door/rebuild.js';
import type { Definition } from '../../protocols/language/definition.js';
import { type FollowState, STANDING_QUERY, workflowIdOf } from '../../protocols/messages.js';
import { SHIPPED } from '../../protocols/registry.js';
import { follow, type Player, play } from '../../rehearsal/player.js';
import { type Beat, playScene } from '../../rehearsal/scene.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { type Stage, setStage } from '../support/stage.js';
import * as adult from './adult-deportee/pieces.js';
import { inTime, say } from './beats.js';
import { checkFacts, runIsOver } from './check-run.js';
import { bindingsOf, institutionsOf } from './two-states.js';
import * as minor from './unaccompanied-minor/pieces.js';

const PATIENCE = 300_000;
const getShipped = (id: string): Definition => SHIPPED.find((one) => one.id === id)!;
const bindings = (id: string) =>
  Object.fromEntries(
    Object.entries(bindingsOf(getShipped(id))).map(([role, one]) => [role, one.institution]),
  );

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({
    definitions: SHIPPED,
    institutions: institutionsOf(getShipped('adult-deportee')),
  });
  for (const definition of SHIPPED) {
    await saveInstitutions(stage.database.db, institutionsOf(definition));
  }
  await stage.door.directory.reload();
}, PATIENCE);
afterAll(() => stage?.stop());

/** The answers of the receiving State to a new list. */
const RECEIVER_READY =
  'manifest-acceptance:accepted vulnerable-advance-notice:no-needs criminal-information-notice:not-needed monitor-notice:notified';

async function tell(title: string, ...players: Player[]): Promise<void> {
  const lines = [`\n${title}\n`];
  for (const { runId, definition } of players) {
    const entries = await readTimeline(stage.database.db.sql, runId);
    lines.push(
      tellTimeline(definition, entries, {
        language: 'es',
        timeZone: 'America/Mexico_City',
        nameOf: (id) => stage.door.directory.find(id)?.nameEs ?? id,
      }),
    );
  }
  process.stdout.write(lines.join('\n'));
}

async function carriedOn(player: Player): Promise<Player> {
  const { ending } = await player.state();
  expect(ending?.id).toBe('transferred');
  return follow(stage, ending!.continues!.run!);
}

const openIn = async (player: Player) =>
  Object.entries((await player.state()).steps)
    .filter(([, step]) => step.open)
    .map(([id]) => id)
    .sort();

/** The engine follows the run, and knows what the facts know. */
async function isFollowed({ definition, runId, state }: Player): Promise<void> {
  const handle = stage.client.workflow.getHandle(workflowIdOf(definition.id, runId));
  expect((await handle.describe()).status.name).toBe('RUNNING');
  const standing = await handle.query<FollowState>(STANDING_QUERY);
  expect(standing.seq).toBe((await state()).seq);
}

const deportee = (relativeOf?: string) =>
  play(stage, {
    protocol: 'adult-deportee',
    bindings: bindings('adult-deportee'),
    ...(relativeOf ? { relativeOf } : {}),
  });

test(
  'an adult found to be a child: the engine follows the second run, and nothing of it is ready to depart',
  async () => {
    const person = await deportee();
    await playScene(person, [say(adult.INTAKE), { hours: 20 }]);
    await playScene(person, [say('individual-screening:minor-or-doubt')]);
    await runIsOver(stage, person.definition, person.runId);
    const child = await carriedOn(person);
    expect(child.definition.id).toBe('unaccompanied-minor');
    expect(await openIn(child)).toContain('presume-minority');
    expect((await child.state()).facts).not.toHaveProperty('rightsInformed');
    await playScene(child, [say('presume-minority:child', minor.IN_CARE), { hours: 1 }]);
    await isFollowed(child);
    await checkFacts(stage, child.definition, child.runId);
    await tell('Una persona adulta resulta ser niña o niño', person, child);
  },
  PATIENCE,
);

test(
  'an adult found to need protected handling: a remedy filed before is still pending there',
  async () => {
    const person = await deportee();
    await playScene(person, [say(adult.INTAKE), { event: 'appeal-filed/LEGAL' }]);
    await playScene(person, [say('individual-screening:protected-handling')]);
    const victim = await carriedOn(person);
    expect(victim.definition.id).toBe('trafficking-victim');
    expect(await openIn(victim)).toContain('indicator-detected');
    // The remedy filed before is still pending there.
    expect((await victim.state()).facts).not.toHaveProperty('noRemedyPending');
    await playScene(victim, [say('indicator-detected:recorded safety-first:safe'), { hours: 1 }]);
    await isFollowed(victim);
    await checkFacts(stage, victim.definition, victim.runId);
    await tell('Una persona adulta requiere manejo protegido', person, victim);
  },
  PATIENCE,
);

test(
  'a family of four: one remedy stops all four, later they leave and are received together',
  async () => {
    const mother = await deportee();
    const father = await deportee(mother.runId);
    const kids = [];
    for (let n = 0; n < 2; n += 1) {
      kids.push(
        await play(stage, {
          protocol: 'unaccompanied-minor',
          bindings: bindings('unaccompanied-minor'),
          relativeOf: mother.runId,
        }),
      );
    }
    const [girl, boy] = kids as [Player, Player];
    const adults = [mother, father];
    const family = [...adults, ...kids];
    const each = async (players: readonly Player[], ...beats: Beat[]) => {
      for (const player of players) await playScene(player, beats);
    };

    await each(adults, say(adult.DECIDED));
    for (const one of adults) expect(await openIn(one)).not.toContain('family-unity-check');
    await each(kids, say(minor.REPORTED, minor.FINAL));
    for (const one of adults) expect(await openIn(one)).toContain('family-unity-check');

    await each(adults, say(adult.DOCUMENTED, adult.CLEARED));
    await each(kids, say(minor.PREPARED));
    await each(adults, adult.listed(6));
    await each(kids, ...minor.arranged(6), say(minor.NOTICED));

    // One of four: the others' journeys are void in the same moment, and each is looked at again.
    await playScene(father, [{ event: 'appeal-filed/LEGAL' }]);
    for (const one of [mother, girl, boy]) {
      const { facts, family: place } = await one.state();
      expect(facts).not.toHaveProperty('windowValid');
      expect(Object.values(place!.others)).toContain('held');
    }
    expect(await openIn(mother)).toContain('family-unity-check');
    expect(await openIn(girl)).toContain('siblings-together');
    await playScene(mother, [{ refused: 'departure:left', code: 'step-not-open' }]);

    await playScene(father, [say('appeal-pending:dismissed')]);
    expect(Object.values((await mother.state()).family!.others)).toEqual(Array(3).fill('along'));
    await each(adults, say('family-unity-check:together', adult.CLEARED));
    await each(kids, say('siblings-together:together'));
    await each(adults, adult.listed(4.2), say(RECEIVER_READY));
    await each(kids, ...minor.arranged(4.2), say(minor.NOTICED_AGAIN));
    await each(adults, say('belongings-and-papers:signed'), ...inTime('fit-to-travel:fit'));
    await each(kids, ...inTime('fit-to-travel:fit'));
    const check = inTime('pre-departure-check:cleared');
    await each([mother, father, girl], ...check);
    // Nobody leaves before the last of them may.
    for (const one of [mother, father, girl]) expect(await openIn(one)).not.toContain('departure');
    await each([boy], ...check);
    await each(family, ...inTime('departure:left'));
    await each(adults, say('arrival:arrived handover-reception-act:accepted'));
    await each(kids, say(minor.ARRIVES));
    for (const one of family) {
      expect((await one.state()).facts).toHaveProperty('received');
      await isFollowed(one);
      await checkFacts(stage, one.definition, one.runId);
    }
    await tell(
      'Una familia de cuatro: un recurso detiene a todas, después viajan juntas',
      mother,
      girl,
    );
    const { differences } = await rebuild(stage.door, { write: false });
    expect(differences).toEqual([]);
  },
  PATIENCE,
);
