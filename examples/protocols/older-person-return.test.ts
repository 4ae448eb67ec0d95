import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDefinition } from '../../api/schemas/definition.js';
import { checkDefinition } from '../../protocols/checker/check.js';
import { apply } from '../../protocols/core/apply.js';
import { pendingClocks } from '../../protocols/core/due.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import { validateDefinition } from '../../protocols/language/validate.js';
import { playScene } from '../../rehearsal/scene.js';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { bindAll, MONDAY } from '../../test/fixtures/drive.js';
import { dice, nextAct, startAct } from '../../test/fixtures/random-acts.js';
import { playInCore } from '../../test/protocols/core-player.js';
import { YEAR_AT_HOME } from '../../test/publication/scene.js';

const file = new URL('./older-person-return.yaml', import.meta.url);
const read = parseDefinition(parse(readFileSync(file, 'utf8')));
const definition = read.data!;
const kinds = definition.roles.map(({ kind, side }) => ({ kind, side }));

async function errorsOf(of: Definition) {
  const others = ALL_DEFINITIONS;
  return checkDefinition(of, { others, kinds }).filter(({ severity }) => severity === 'error');
}

/** The protocol with one step changed. */
function withStep(id: string, change: (step: Definition['steps'][number]) => object): Definition {
  const steps = definition.steps.map((step) =>
    step.id === id ? { ...step, ...change(step) } : step,
  );
  return { ...definition, steps };
}

describe('the protocol of the example', () => {
  it('is well formed, and nothing keeps it from being published', async () => {
    expect(read.error?.issues ?? []).toEqual([]);
    const errors = validateDefinition(definition, ALL_DEFINITIONS).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
    expect(await errorsOf(definition)).toEqual([]);
  });

  it.each<[string, string, Definition]>([
    [
      'the departure does not require fitness to travel',
      'INV-A11',
      withStep('departure', ({ requires }) => ({
        requires: requires!.filter((fact) => fact !== 'fitToTravel'),
      })),
    ],
    [
      'a certificate of fitness never runs out',
      'INV-A11',
      withStep('medical-assessment', ({ outcomes }) => ({
        outcomes: outcomes.map((one) =>
          one.id === 'fit-with-escort' ? { ...one, sets: ['fitToTravel'] } : one,
        ),
      })),
    ],
    [
      'silence consents',
      'INV-A7',
      withStep('consent', ({ deadline }) => ({
        deadline: { ...deadline, silence: 'L3', lapse: 'given' },
      })),
    ],
    [
      'not everybody may report that consent is taken back',
      'INV-A5',
      {
        ...definition,
        events: definition.events.map((one) =>
          one.id === 'consent-revoked' ? { ...one, by: ['IOM'] } : one,
        ),
      },
    ],
    [
      'nobody signs for the receiving State',
      'INV-A10',
      withStep('handover', () => ({ by: ['IOM', 'MIG-S'] })),
    ],
    [
      'the lead cannot step in when nothing goes on',
      'INV-A8',
      { ...definition, steps: definition.steps.filter(({ id }) => id !== 'lead-decision') },
    ],
  ])('is refused where %s', async (_, invariant, broken) => {
    const invariants = (await errorsOf(broken)).map((finding) => finding.invariant);
    expect(invariants).toContain(invariant);
  });

  it('runs to its end in the core, with four things side by side, rounds of questions and data held back', async () => {
    const player = playInCore(definition, { at: MONDAY, bindings: bindAll(definition) });
    const opened: string[][] = [];
    const before = async () => {
      const { steps } = await player.state();
      opened.push(Object.keys(steps).filter((id) => steps[id]?.open));
    };
    for (const beat of YEAR_AT_HOME) {
      await before();
      await playScene(player, [beat]);
    }
    const state: RunState = await player.state();
    expect(state.ending?.id).toBe('settled-at-home');
    expect(opened.some((ids) => ids.length >= 4)).toBe(true);
    expect(state.steps['medical-information']?.openings).toBe(2);
    expect(state.steps['health-visit']?.openings).toBe(4);
    const effects = player.acts.reduce<{ state?: RunState; kinds: string[] }>(
      (sofar, act) => {
        const applied = apply(definition, sofar.state, act);
        if (!applied.ok) throw new Error(applied.refusal.code);
        return {
          state: applied.state,
          kinds: [...sofar.kinds, ...applied.effects.map((one) => one.type)],
        };
      },
      { kinds: [] },
    ).kinds;
    expect(effects).toContain('share-suppressed');
  });

  it('never stands still, whatever people do', { timeout: 30_000 }, () => {
    let acted = 0;
    fc.assert(
      fc.property(
        dice,
        fc.array(dice, { minLength: 60, maxLength: 120 }),
        fc.boolean(),
        (start, rolls, smooth) => {
          let state = started(startAct(definition, start));
          for (const roll of rolls) {
            const applied = apply(definition, state, nextAct(definition, state, roll, smooth));
            if (applied.ok) {
              state = applied.state;
              acted += 1;
            }
            if (!isAlive(state)) return false;
            if (state.ending) return true;
          }
          return true;
        },
      ),
      { numRuns: 120, seed: 72616 },
    );
    expect(acted).toBeGreaterThan(2_000);
  });
});

function started(act: Parameters<typeof apply>[2]): RunState {
  const applied = apply(definition, undefined, act);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return applied.state;
}

/** Somebody can answer, or something will open by itself. */
function isAlive(state: RunState): boolean {
  if (state.ending) return true;
  const answerable = definition.steps.some(({ id, outcomes }) => {
    const open = state.steps[id]?.open;
    return open && (!open.missing || outcomes.some(({ despiteMissing }) => despiteMissing));
  });
  return answerable || pendingClocks(state).some(({ clock }) => clock.kind === 'opening');
}
