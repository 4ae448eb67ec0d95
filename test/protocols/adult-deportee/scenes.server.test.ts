import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../../../door/rebuild.js';
import { adultDeportee } from '../../../protocols/adult-deportee.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { workflowTypeOf } from '../../../protocols/workflow-types.js';
import { INVENTED_TEXTS } from '../../../rehearsal/invented-answers.js';
import { playScene } from '../../../rehearsal/scene.js';
import { type Stage, setStage } from '../../support/stage.js';
import { checkEngine, checkFacts, checkMail, runIsOver } from '../check-run.js';
import { playInCore } from '../core-player.js';
import { type Coverage, coveredBy, declaredIn, missingFrom, together } from '../coverage.js';
import { type Played, playScenes } from '../play-scenes.js';
import { bindingsOf, institutionsOf } from '../two-states.js';
import { adultDeporteeScenes as scenes } from './scenes.js';

const definition: Definition = adultDeportee;
const bindings = bindingsOf(definition);
/** The quickest of 8, 10, 16, 26 and 52, one run each on two cores that had other work as well. */
const AT_ONCE = 26;
const PATIENCE = 300_000;
const DAY = 86_400_000;

let stage: Stage;
let playing: Promise<Played>[];
let sent = 0;
const covered: Coverage[] = [];
const lines: string[] = [];
const began = performance.now();

beforeAll(async () => {
  stage = await setStage({
    definitions: [definition],
    institutions: institutionsOf(definition),
  });
  const ids = Object.fromEntries(
    Object.entries(bindings).map(([role, { institution }]) => [role, institution]),
  );
  playing = playScenes(stage, definition.id, ids, scenes, AT_ONCE);
});
afterAll(async () => {
  await stage?.stop();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(`${lines.join('\n')}\n${scenes.length} scenes in ${seconds} s\n`);
});

describe('lived on the server with skipped time', () => {
  test.each(scenes.map((scene, index) => [scene.id, index] as const))(
    '%s',
    async (_, index) => {
      const scene = scenes[index]!;
      const { runId, took, standings } = await playing[index]!;
      const { acts, state } = await runIsOver(stage, definition, runId);
      const days = Math.round((state.lastAt - state.startedAt) / DAY);
      lines.push(
        `${String(acts.length).padStart(4)} acts ${String(days).padStart(4)} days ${(took / 1000).toFixed(1).padStart(5)} s ${String(standings).padStart(3)} standings  ${scene.id}`,
      );
      expect(state.ending).toMatchObject({ id: scene.ends });
      expect(state.ending?.continues).toEqual(scene.continues);

      await checkFacts(stage, definition, runId);
      sent += await checkMail(stage, runId);
      const { texts, answers, timers } = await checkEngine(stage, definition, runId);
      // The search finds what is there, and there was something to keep out.
      expect(texts.stored.includes(workflowTypeOf(definition.id))).toBe(true);
      expect(texts.read.includes('"institution":"inventada-mig-s"')).toBe(true);
      if (days > 0) expect(timers).toBe(1);
      if (acts.some((act) => act.type === 'step-completed')) expect(answers).toBeGreaterThan(0);

      const onServer = coveredBy(definition, acts);
      const { attributes } = scene;
      const inCore = playInCore(definition, {
        at: state.startedAt,
        bindings,
        ...(attributes ? { attributes } : {}),
      });
      await playScene(inCore, scene.beats);
      expect(onServer).toEqual(coveredBy(definition, inCore.acts));
      covered.push(onServer);
    },
    PATIENCE,
  );

  test('together they went through everything the protocol declares', () => {
    expect(missingFrom(together(covered), declaredIn(definition))).toEqual([]);
  });

  test('every projection made again from the history is what stands', async () => {
    const report = await rebuild(stage.door, { write: false });
    expect(report.differences).toEqual([]);
    expect(report.runs).toBe(scenes.length);
  });

  test('the catcher holds exactly the mails that were sent, and none of them says what was answered', async () => {
    const { mails, total } = stage.catcher.list({ limit: 100_000 });
    expect(total).toBe(sent);
    expect(mails).toHaveLength(total);
    for (const { id } of mails) {
      const { subject, text, html } = await stage.catcher.get(id);
      const said = [subject, text, html].join();
      expect(INVENTED_TEXTS.filter((invented) => said.includes(invented))).toEqual([]);
    }
  });
});
