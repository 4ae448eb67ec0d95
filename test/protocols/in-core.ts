import { beforeAll, describe, expect, test } from 'vitest';
import type { Act } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import { compile } from '../../protocols/core/compiled.js';
import { viewOf } from '../../protocols/core/draft.js';
import { findShare } from '../../protocols/core/forbidden-shares.js';
import type { RunState } from '../../protocols/core/state.js';
import { evaluate } from '../../protocols/language/condition.js';
import { withheldWhile } from '../../protocols/language/consent.js';
import type { Definition } from '../../protocols/language/definition.js';
import { playScene } from '../../rehearsal/scene.js';
import { playInCore } from './core-player.js';
import { aboutSteps, coveredBy, declaredIn, missingFrom, together } from './coverage.js';
import type { ProtocolScene } from './scene.js';
import { bindingsOf } from './two-states.js';

/** Instants of every kind: a working morning, nights, weekends, the eve of holidays, the change of the year. */
const STARTS = [
  '2026-02-03T15:00:00Z',
  '2026-03-27T23:30:00Z',
  '2026-04-01T05:59:00Z',
  '2026-07-18T12:00:00Z',
  '2026-09-15T20:10:00Z',
  '2026-11-29T06:00:00Z',
  '2026-12-23T18:45:00Z',
  '2027-02-28T01:00:00Z',
];

/** Seconds when the machine is free. */
const PATIENCE = 60_000;

/**
 * Declares the tests that play all scenes of a protocol in the pure core, begun at every kind of instant: each ends
 * where it must, and together they go through everything the protocol declares. `nets` are steps for a standstill that
 * is not known to happen: the checker demands them because it cannot exclude it.
 */
export function playedInCore(
  definition: Definition,
  scenes: readonly ProtocolScene[],
  nets: readonly string[] = [],
): void {
  const bindings = bindingsOf(definition);

  async function playAll(at: number, actTakes = 0) {
    const played = [];
    for (const scene of scenes) {
      const { id, attributes } = scene;
      const more = attributes ? { attributes } : {};
      const player = playInCore(definition, { at, bindings, actTakes, ...more });
      try {
        await playScene(player, scene.beats);
      } catch (error) {
        throw new Error(`Scene "${id}" from ${new Date(at).toISOString()}`, { cause: error });
      }
      played.push({ scene, acts: player.acts, state: await player.state() });
    }
    return played;
  }

  describe.each(STARTS)('begun at %s', (start) => {
    let played: Awaited<ReturnType<typeof playAll>>;
    beforeAll(async () => {
      played = await playAll(Date.parse(start));
    }, PATIENCE);

    test('every scene ends where it must', () => {
      for (const { scene, state } of played) {
        expect(state.ending, scene.id).toMatchObject({ id: scene.ends });
        expect(state.ending?.continues, scene.id).toEqual(scene.continues);
      }
    });

    test('no share is forbidden by the act that released it', () => {
      for (const { scene, acts } of played) {
        expect(forbiddenAtOnce(definition, acts), scene.id).toEqual([]);
      }
    });

    test('together they go through every step, every outcome of people and of silence, every event and ending', () => {
      const covered = together(played.map(({ acts }) => coveredBy(definition, acts)));
      expect(missingFrom(covered, declaredIn(definition))).toEqual(
        aboutSteps(declaredIn(definition), nets),
      );
    });
  });

  test(
    'it makes no difference how long people take for an act, as long as nothing falls due',
    async () => {
      const at = Date.parse(STARTS[0]!);
      const quick = await playAll(at);
      const slow = await playAll(at, 20_000);
      for (const [index, { scene, acts }] of slow.entries()) {
        const other = coveredBy(definition, quick[index]!.acts);
        expect(coveredBy(definition, acts), scene.id).toEqual(other);
      }
    },
    PATIENCE,
  );
}

/** Shares that an act released and that may not be made any more once the act has taken effect. */
function forbiddenAtOnce(definition: Definition, acts: readonly Act[]): readonly string[] {
  const found: string[] = [];
  let state: RunState | undefined;
  for (const act of acts) {
    const applied = apply(definition, state, act);
    if (!applied.ok) throw new Error(`An entered act is refused: ${applied.refusal.code}`);
    state = applied.state;
    for (const effect of applied.effects) {
      if (effect.type !== 'share-released') continue;
      const share = findShare(compile(definition), effect.share)!;
      const withheld = withheldWhile(definition, share);
      if (withheld && evaluate(withheld, viewOf(state))) found.push(effect.share);
    }
  }
  return found;
}
