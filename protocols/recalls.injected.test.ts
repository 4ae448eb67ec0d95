import { expect, test } from 'vitest';
import { playScene } from '../rehearsal/scene.js';
import { bindAll } from '../test/fixtures/drive.js';
import { nextAct } from '../test/fixtures/random-acts.js';
import { rollDice, seeded } from '../test/fixtures/seeded.js';
import { adultDeporteeScenes } from '../test/protocols/adult-deportee/scenes.js';
import { playInCore } from '../test/protocols/core-player.js';
import {
  CHILD,
  DEPORTEE,
  type Demands,
  VICTIM,
  VOLUNTARY,
} from '../test/protocols/recalls/demands.js';
import { createWatch, type Watch } from '../test/protocols/recalls/watch.js';
import type { ProtocolScene } from '../test/protocols/scene.js';
import { traffickingVictimScenes } from '../test/protocols/trafficking-victim/scenes.js';
import { bindingsOf } from '../test/protocols/two-states.js';
import { unaccompaniedMinorScenes } from '../test/protocols/unaccompanied-minor/scenes.js';
import { voluntaryReturnScenes } from '../test/protocols/voluntary-return/scenes.js';
import { adultDeportee } from './adult-deportee.js';
import type { Act } from './core/acts.js';
import { apply } from './core/apply.js';
import { recalledBy } from './core/recalls.js';
import type { RunState } from './core/state.js';
import { type Definition, mayReport } from './language/definition.js';
import { traffickingVictim } from './trafficking-victim.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';
import { voluntaryReturn } from './voluntary-return.js';

/** Random acts after each report; a smoke here, more by `INJECTED_ACTS`. */
const ACTS = Number(process.env.INJECTED_ACTS ?? 6);
/** Of so many reports one is played on from; every one is looked at. */
const EVERY = process.env.INJECTED_ACTS ? 1 : 4;
const START = Date.parse('2026-02-03T15:00:00Z');

const PROTOCOLS: readonly [string, Definition, readonly ProtocolScene[], Demands][] = [
  ['voluntary-return', voluntaryReturn, voluntaryReturnScenes, VOLUNTARY],
  ['trafficking-victim', traffickingVictim, traffickingVictimScenes, VICTIM],
  ['unaccompanied-minor', unaccompaniedMinor, unaccompaniedMinorScenes, CHILD],
  ['adult-deportee', adultDeportee, adultDeporteeScenes, DEPORTEE],
];

/** The shares each role is asked for now, as the run has it. */
function askedIn(definition: Definition, state: RunState): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, recalls, by } of definition.steps) {
    const open = recalls && state.steps[id]?.open;
    if (!open) continue;
    found.set(
      String(by),
      recalledBy(state, id, open.opening).map(([share]) => share),
    );
  }
  return found;
}

const told = (asked: ReadonlyMap<string, readonly string[]>) =>
  [...asked]
    .map(([role, shares]) => `${role}: ${[...shares].sort().join(' ')}`)
    .sort()
    .join('\n');

/** Throws when a run does not ask exactly for what was counted. */
function compare(
  asked: ReadonlyMap<string, readonly string[]>,
  counted: ReadonlyMap<string, readonly string[]>,
): void {
  const [is, must] = [told(asked), told(counted)];
  if (is !== must) throw new Error(`Asked for:\n${is}\nand must be:\n${must}`);
}

async function play(
  definition: Definition,
  { attributes, beats }: ProtocolScene,
): Promise<readonly Act[]> {
  const bindings = bindingsOf(definition);
  const player = playInCore(definition, {
    at: START,
    bindings,
    ...(attributes ? { attributes } : {}),
  });
  await playScene(player, beats);
  return player.acts;
}

test.each(PROTOCOLS)(
  '%s: whatever is reported after whichever act, nothing leaves and exactly those who have data are asked for it',
  async (_id, definition, scenes, demands) => {
    const roles = Object.keys(bindAll(definition));
    const seen = { acts: 0, injected: 0, over: 0, late: 0, recalls: 0, shares: 0, played: 0 };
    const chance = seeded(1);
    let answers = 0;
    const opened = new Set<string>();
    const answered = new Set<string>();

    /** Enters an act if the run takes it, and compares what the run asks for with what the watch counted. */
    const enter = (state: RunState, act: Act, watch: Watch): RunState => {
      const applied = apply(definition, state, act);
      if (!applied.ok) return state;
      watch.note(act, applied.effects, applied.state);
      compare(askedIn(definition, applied.state), watch.asked());
      return applied.state;
    };

    const playOn = (from: RunState, watch: Watch, seed: number): void => {
      let state = from;
      const random = seeded(seed);
      for (let count = 0; count < ACTS; count += 1) {
        const act = nextAct(definition, state, rollDice(random), random() < 0.5);
        state = enter(state, act, watch);
        seen.played += 1;
      }
      // Whatever became of the run, whoever was asked can answer.
      for (const { id, by, recalls, outcomes } of definition.steps) {
        const open = recalls && state.steps[id]?.open;
        if (!open) continue;
        opened.add(id);
        answers += 1;
        const outcome = outcomes[answers % outcomes.length]!.id;
        const at = state.lastAt;
        const act = {
          type: 'step-completed',
          at,
          step: id,
          opening: open.opening,
          outcome,
          role: String(by),
        } as const;
        state = enter(state, act, watch);
        if (state.steps[id]?.open) throw new Error(`${id} is still open`);
        answered.add(`${id}:${outcome}`);
      }
      compare(watch.asked(), new Map());
    };

    for (const scene of scenes) {
      const watch = createWatch(demands);
      let state: RunState | undefined;
      const trail: string[] = [];
      for (const act of await play(definition, scene)) {
        const applied = apply(definition, state, act);
        if (!applied.ok) throw new Error(`${scene.id}: ${applied.refusal.code}`);
        state = applied.state;
        seen.acts += 1;
        trail.push(
          act.type === 'step-completed'
            ? `${act.step}:${act.outcome}`
            : act.type === 'event-reported'
              ? act.event
              : act.type,
        );
        try {
          watch.note(act, applied.effects, state);
          compare(askedIn(definition, state), watch.asked());
          for (const event of demands.injected) {
            const declared = definition.events.find(({ id }) => id === event)!;
            const role = roles.find((one) => mayReport(declared, one))!;
            const injected: Act = { type: 'event-reported', event, role, at: state.lastAt };
            const after = apply(definition, state, injected);
            if (!after.ok) {
              expect(['run-ended', 'event-too-late']).toContain(after.refusal.code);
              seen[after.refusal.code === 'run-ended' ? 'over' : 'late'] += 1;
              continue;
            }
            const own = watch.fork();
            const before = own.asked();
            own.note(injected, after.effects, after.state);
            const asked = own.asked();
            compare(askedIn(definition, after.state), asked);
            // The report itself sends nothing to anybody.
            if (after.effects.some(({ type }) => type === 'share-released'))
              throw new Error('sends');
            seen.injected += 1;
            for (const [to, shares] of asked) {
              if (told(new Map([[to, shares]])) === told(new Map([[to, before.get(to) ?? []]])))
                continue;
              seen.recalls += 1;
              seen.shares += shares.length;
            }
            if (chance() * EVERY < 1) playOn(after.state, own, seen.injected);
          }
        } catch (error) {
          throw new Error(
            `Scene "${scene.id}": ${(error as Error).message}\n${trail.join(' > ')}`,
            { cause: error },
          );
        }
      }
    }
    const recalls = definition.steps.filter((step) => step.recalls);
    console.info(
      `${definition.id}: ${scenes.length} scenes, ${seen.acts} acts; reported ${seen.injected} times (${seen.late} too late, ${seen.over} after the end); ${seen.recalls} recalls of ${seen.shares} shares; ${seen.played} random acts asked afterwards; ${answered.size} of ${recalls.length * 3} answers`,
    );
    expect([...opened].sort()).toEqual(recalls.map(({ id }) => id).sort());
    expect(answered.size).toBe(recalls.length * 3);
  },
  3600_000,
);
