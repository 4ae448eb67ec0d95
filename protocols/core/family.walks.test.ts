import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultJourney, childJourney } from '../../test/fixtures/families.js';
import { type FamilyPlay, playFamily } from '../../test/fixtures/family-play.js';
import { dice, nextAct } from '../../test/fixtures/random-acts.js';
import { hiddenPath } from '../../test/fixtures/two-protocols.js';
import type { RunState } from './state.js';

const FOUR = { mother: adultJourney, father: adultJourney, girl: childJourney, boy: childJourney };
const four = () => playFamily(FOUR, [adultJourney, childJourney, hiddenPath]);
const everybody = Object.keys(FOUR);

describe('random walks of linked runs', () => {
  it('no departure while another member diverged, unless a person separated them knowing it', () => {
    let departures = 0;
    let apart = 0;
    let blocked = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), dice), { minLength: 30, maxLength: 120 }),
        (rolls) => {
          const play = four();
          for (const [who, roll] of rolls) {
            const id = everybody[who]!;
            const { definition, state } = play.members.get(id)!;
            const act = nextAct(definition, state, roll, true);
            if (act.type === 'run-started') continue;
            const before = play.members.get(id)!.state;
            const leaves =
              act.type === 'step-completed' && act.step === 'depart' && act.outcome === 'left';
            const applied = play.try(id, act);
            if (!applied.ok) {
              if (leaves && before.steps.depart?.open) blocked += 1;
              continue;
            }
            if (leaves && before.steps.depart?.open) {
              departures += 1;
              if (checkDeparture(play, id, before)) apart += 1;
            }
            play.do(id, act);
            checkTold(play);
          }
        },
      ),
      { numRuns: 600, seed: 4 },
    );
    expect(departures).toBeGreaterThan(500);
    expect(apart).toBeGreaterThan(20);
    process.stdout.write(
      `family walks: ${departures} departures, ${apart} of them separated by a person, ${blocked} refused\n`,
    );
  }, 60_000);
});

/** Whoever leaves was told of everybody who does not go along, and unity was answered after that. */
function checkDeparture(play: FamilyPlay, id: string, state: RunState): boolean {
  let separated = false;
  for (const other of everybody.filter((one) => one !== id)) {
    const standing = play.standing(other);
    if (standing === 'along' || standing === 'gone') continue;
    separated = true;
    expect(state.family!.others[other], `${id} knows of ${other}`).toBe(standing);
  }
  const answered = Math.max(
    state.established['unity:together']?.tick ?? 0,
    state.established['unity:separated']?.tick ?? 0,
  );
  for (const news of ['event:diverged', 'event:rejoined']) {
    expect(state.established[news]?.tick ?? 0).toBeLessThan(answered);
  }
  return separated;
}

/** Between acts every run that can still be told knows how the others stand. */
function checkTold(play: FamilyPlay): void {
  for (const [id, { state }] of play.members) {
    if (state.ending || !state.facts.here) continue;
    for (const other of everybody.filter((one) => one !== id)) {
      const standing = play.standing(other);
      if (standing === 'gone') continue;
      expect(state.family!.others[other], `${id} about ${other}`).toBe(standing);
    }
  }
}
