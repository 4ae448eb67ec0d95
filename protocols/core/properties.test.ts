import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { freeze } from '../../test/fixtures/freeze.js';
import { dice, nextAct, startAct } from '../../test/fixtures/random-acts.js';
import type { Definition } from '../language/definition.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';
import { clockKey, nextDueAt, pendingClocks } from './due.js';
import type { Effect } from './effects.js';
import { fold } from './fold.js';
import type { RunState } from './state.js';

/** Shipped protocols are long: fewer runs of more acts. `reach` is the share of steps the runs must have opened. */
const definitions = ALL_DEFINITIONS.map((definition) =>
  definition.id === 'book-loan'
    ? { id: definition.id, definition, runs: 5000, acts: 60, reach: 1 }
    : { id: definition.id, definition, runs: 600, acts: 250, reach: 0.7 },
);

function isHeardLate({ steps, events }: Definition, act: Act): boolean {
  if (act.type === 'share-acknowledged' || act.type.startsWith('origin-')) return true;
  if (act.type === 'event-reported') {
    return events.some(({ id, revokes = [] }) => id === act.event && revokes.length > 0);
  }
  return (
    act.type === 'step-completed' && steps.some(({ id, recalls }) => id === act.step && recalls)
  );
}

/** What must be true of every single accepted act. */
function checkStep(
  definition: Definition,
  before: RunState,
  act: Act,
  after: RunState,
  effects: readonly Effect[],
): void {
  expect(after.seq).toBe(before.seq + 1);
  expect(after.lastAt).toBe(Math.max(before.lastAt, act.at));
  const open = definition.steps.filter((step) => after.steps[step.id]?.open);
  if (after.ending) {
    // Consents are still taken back, what was recalled is given back, and contact with the State of origin cut.
    expect(open.filter((step) => !step.recalls)).toEqual([]);
    expect(nextDueAt(after)).toBeUndefined();
    if (before.ending) expect(after.ending).toEqual(before.ending);
    if (before.ending) expect(isHeardLate(definition, act), JSON.stringify(act)).toBe(true);
  }
  for (const step of open) {
    const opened = after.steps[step.id]!.open!;
    const missing = (step.requires ?? []).filter((fact) => !after.facts[fact]);
    expect(opened.missing ?? [], `${step.id} missing`).toEqual(missing);
    const pausing = (step.deadline?.pausedWhile ?? []).some((fact) => after.facts[fact]);
    if (opened.clock) {
      expect(opened.clock.pausedAt !== undefined, `${step.id} paused`).toBe(
        missing.length > 0 || pausing,
      );
    }
    if (step.limit !== undefined) expect(opened.opening).toBeLessThanOrEqual(step.limit);
  }
  for (const effect of effects) {
    if (effect.type !== 'step-closed') continue;
    const step = definition.steps.find((candidate) => candidate.id === effect.step)!;
    const outcome = step.outcomes.find((candidate) => candidate.id === effect.outcome)!;
    if (outcome.despiteMissing) continue;
    for (const fact of step.requires ?? []) {
      expect(before.facts[fact], `${step.id} closed without ${fact}`).toBeDefined();
    }
    if (effect.bySilence) expect(effect.outcome).toBe(step.deadline?.lapse);
  }
}

/** What must be true of the clocks of any state. */
function checkClocks(state: RunState): void {
  const pending = pendingClocks(state);
  const instants = pending.map(({ dueAt }) => dueAt);
  expect(nextDueAt(state)).toBe(instants.length > 0 ? Math.min(...instants) : undefined);
  expect(new Set(pending.map(clockKey)).size).toBe(pending.length);
  for (const { clock } of pending) {
    if (clock.kind === 'mark') {
      expect(state.steps[clock.step]?.open?.clock?.pausedAt).toBeUndefined();
      expect(state.steps[clock.step]?.open?.opening).toBe(clock.opening);
    }
  }
}

describe.each(definitions)('any sequence of acts in $id', ({ definition, runs, acts, reach }) => {
  it(`keeps the guarantees of the core, ${runs} random runs of up to ${acts} acts`, () => {
    const opened = new Set<string>();
    const seen = { accepted: 0, refused: 0, ended: 0, lapsed: 0 };
    fc.assert(
      fc.property(
        dice,
        fc.array(dice, { maxLength: acts, size: 'max' }),
        fc.nat(acts - 1),
        (first, rolls, cut) => {
          const isSmooth = first[3] % 2 === 0;
          const history: Act[] = [startAct(definition, first)];
          const started = apply(definition, undefined, history[0]!);
          if (!started.ok) throw new Error(started.refusal.code);
          expect(started.state.seq).toBe(1);
          let state = freeze(started.state);
          let stored: RunState | undefined;
          const fired = new Set<string>();
          for (const [index, roll] of rolls.entries()) {
            const act = freeze(nextAct(definition, state, roll, isSmooth));
            const applied = apply(definition, state, act);
            if (stored) {
              const again = apply(definition, stored, act);
              expect(JSON.stringify(again)).toBe(JSON.stringify(applied));
              stored = again.ok ? again.state : stored;
            }
            if (index === cut) {
              const kept = applied.ok ? applied.state : state;
              stored = JSON.parse(JSON.stringify(kept)) as RunState;
              expect(stored).toEqual(kept);
            }
            if (!applied.ok) {
              seen.refused += 1;
              continue;
            }
            if (act.type === 'clock-reached') {
              const key = clockKey(act);
              expect(fired, 'fired before').not.toContain(key);
              fired.add(key);
              expect(Math.max(act.at, state.lastAt)).toBeGreaterThanOrEqual(act.dueAt);
              seen.lapsed += 1;
            }
            checkStep(definition, state, act, applied.state, applied.effects);
            checkClocks(applied.state);
            seen.accepted += 1;
            for (const effect of applied.effects) {
              if (effect.type === 'step-opened') opened.add(effect.step);
            }
            state = freeze(applied.state);
            history.push(act);
          }
          if (state.ending) seen.ended += 1;
          expect(JSON.stringify(fold(definition, history))).toBe(JSON.stringify(state));
        },
      ),
      { numRuns: runs, seed: 20260323 },
    );
    // The runs must reach what they speak about.
    expect(seen.accepted).toBeGreaterThan(runs * 2);
    expect(Math.min(seen.refused, seen.lapsed)).toBeGreaterThan(runs / 10);
    expect(seen.ended).toBeGreaterThan(runs / 100);
    expect(opened.size / definition.steps.length, `opened ${[...opened]}`).toBeGreaterThanOrEqual(
      reach,
    );
  }, 300_000);
});
