import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readTimeline } from '../../db/queries/timeline.js';
import { rebuild } from '../../door/rebuild.js';
import type { Act } from '../../protocols/core/acts.js';
import type { Definition } from '../../protocols/language/definition.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import { INVENTED_TEXTS, inventAnswers } from '../../rehearsal/invented-answers.js';
import { playScene } from '../../rehearsal/scene.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { sweepDatabase } from '../support/canaries.js';
import { type Stage, setStage } from '../support/stage.js';
import { checkEngine, checkFacts, checkMail, runIsOver } from './check-run.js';
import { playInCore } from './core-player.js';
import {
  aboutSteps,
  type Coverage,
  coveredBy,
  declaredIn,
  missingFrom,
  together,
} from './coverage.js';
import { type Played, playScenes } from './play-scenes.js';
import type { ProtocolScene } from './scene.js';
import { bindingsOf, institutionsOf } from './two-states.js';

/** The quickest of 8, 10, 16, 26 and 52, one run each on two cores that had other work as well. */
const AT_ONCE = 26;
const DAY = 86_400_000;

/** Set to live every scene; otherwise those marked `always`, where some are, without the `long` ones. */
const ALL = process.env.RETORNO_SCENES === 'all';
/** A scene in which everything comes late takes two minutes on a quiet machine; with all at once on a busy one, many more. */
const PATIENCE = ALL ? 1_200_000 : 300_000;

/**
 * Declares the tests that live scenes of a protocol on the real server: facts, mail and engine of each run, the same
 * path as in the pure core, and, when all are lived, together everything the protocol declares but the `nets`.
 */
export function livedOnServer(
  definition: Definition,
  written: readonly ProtocolScene[],
  nets: readonly string[] = [],
): void {
  const marked = written.filter(({ always }) => always);
  const usual = marked.length === 0 ? written : marked;
  const scenes = ALL ? written : usual.filter(({ long }) => !long);
  const bindings = bindingsOf(definition);
  const institutions = institutionsOf(definition);
  let stage: Stage;
  let playing: Promise<Played>[];
  let sent = 0;
  const covered: Coverage[] = [];
  const report = reportOf(definition.id);

  beforeAll(async () => {
    stage = await setStage({ definitions: [definition], institutions });
    const ids = Object.fromEntries(
      Object.entries(bindings).map(([role, { institution }]) => [role, institution]),
    );
    playing = playScenes(stage, definition.id, ids, scenes, AT_ONCE);
  });
  afterAll(async () => {
    await stage?.stop();
    report.print();
  });

  /** The story of a run as it is told to people, in the language of the institutions. */
  async function storyOf(runId: string): Promise<string> {
    const entries = await readTimeline(stage.database.db.sql, runId);
    const names = new Map(institutions.map(({ id, nameEs }) => [id, nameEs]));
    return tellTimeline(definition, entries, {
      language: 'es',
      timeZone: 'America/Mexico_City',
      nameOf: (id) => names.get(id) ?? id,
    });
  }

  describe('lived on the server with skipped time', () => {
    test.each(scenes.map((scene, index) => [scene.id, index] as const))(
      '%s',
      async (_, index) => {
        const scene = scenes[index]!;
        const played = await playing[index]!;
        const { runId } = played;
        const { acts, state } = await runIsOver(stage, definition, runId);
        const days = Math.round((state.lastAt - state.startedAt) / DAY);
        report.add(scene.id, { ...played, days, acts: acts.length });
        expect(state.ending).toMatchObject({ id: scene.ends });
        expect(state.ending?.continues).toEqual(scene.continues);

        await checkFacts(stage, definition, runId);
        sent += await checkMail(stage, runId);
        const { texts, answers, timers } = await checkEngine(stage, definition, runId);
        // The search finds what is there, and there was something to keep out.
        expect(texts.stored.includes(workflowTypeOf(definition.id))).toBe(true);
        expect(institutions.some(({ id }) => texts.read.includes(`"institution":"${id}"`))).toBe(
          true,
        );
        if (days > 0) expect(timers).toBe(1);
        if (acts.some((act) => asksForAnswers(definition, act))) expect(answers).toBeGreaterThan(0);
        if (scene.told) report.tell(scene.id, await storyOf(runId));

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

    test.runIf(scenes.length === written.length)(
      'together they went through everything declared',
      () => {
        expect(missingFrom(together(covered), declaredIn(definition))).toEqual(
          aboutSteps(declaredIn(definition), nets),
        );
      },
    );

    test('every projection made again from the history is what stands', async () => {
      const { differences, runs } = await rebuild(stage.door, { write: false });
      expect(differences).toEqual([]);
      expect(runs).toBe(scenes.length);
    });

    test('a copy of the whole database says none of what was answered, in clear or encoded', async () => {
      const { searched, found, control } = await sweepDatabase(stage.database.db, INVENTED_TEXTS, [
        institutions[0]!.id,
      ]);
      console.log(
        `${definition.id}: ${INVENTED_TEXTS.length} canaries in ${searched.texts} values of ${searched.tables} tables (${searched.bytes} bytes), ${found.length} found`,
      );
      expect(control).toBeGreaterThan(0);
      expect(found).toEqual([]);
    });

    test('the catcher holds exactly the mails that were sent, and none of them says what was answered', async () => {
      // Deadlines that moved or went are told to calendars by mails of their own, some of them still on their way.
      const { sql } = stage.database.db;
      const all = async () => {
        const pending = await sql`select from mails where state in ('pending', 'sending')`;
        const calendar = await sql`select from mails where state = 'sent'`;
        const page = stage.catcher.list({ limit: 100_000 });
        return { ...page, pending: pending.length, told: sent + calendar.length };
      };
      await vi.waitUntil(
        async () => {
          const { pending, total, told } = await all();
          return pending === 0 && total === told;
        },
        { timeout: 60_000, interval: 500 },
      );
      const { mails, total, told } = await all();
      expect(total).toBe(told);
      expect(mails).toHaveLength(total);
      for (const { id } of mails) {
        const { subject, text, html } = await stage.catcher.get(id);
        const said = [subject, text, html].join();
        expect(INVENTED_TEXTS.filter((invented) => said.includes(invented))).toEqual([]);
      }
    });
  });
}

/** Whether the act answers a form that asks for something then. */
function asksForAnswers(definition: Definition, act: Act): boolean {
  if (act.type !== 'step-completed') return false;
  const form = definition.steps.find(({ id }) => id === act.step)?.form ?? [];
  return Object.keys(inventAnswers(form, act.outcome, act.at)).length > 0;
}

/** Collects one line a scene and the stories to be told, and prints them at the end with the sums. */
function reportOf(protocol: string) {
  const began = performance.now();
  const lines: string[] = [];
  const stories: string[] = [];
  const sum = { acts: 0, days: 0 };
  return {
    add(scene: string, run: { acts: number; days: number; took: number; standings: number }) {
      sum.acts += run.acts;
      sum.days += run.days;
      lines.push(
        `${String(run.acts).padStart(4)} acts ${String(run.days).padStart(4)} days ${(run.took / 1000).toFixed(1).padStart(5)} s ${String(run.standings).padStart(3)} standings  ${scene}`,
      );
    },
    tell(scene: string, story: string) {
      stories.push(`\n${scene}\n${story}`);
    },
    print() {
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      process.stdout.write(
        `${[...stories, ...lines].join('\n')}\n${protocol}: ${lines.length} scenes, ${sum.acts} acts, ${sum.days} days in ${seconds} s\n`,
      );
    },
  };
}
