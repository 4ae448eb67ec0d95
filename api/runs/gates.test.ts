import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { RunState } from '../../protocols/core/state.js';
import { gateStandings, leavingSteps } from './gates.js';

const [leaving] = leavingSteps(adultDeportee);
const standings = (state: object) =>
  new Set(
    gateStandings(adultDeportee, { steps: {}, facts: {}, ...state } as RunState)
      .filter(({ step }) => step === leaving!.id)
      .map(({ standing }) => standing),
  );
const ending = { id: 'closed-stay', at: 0 };
const left = leaving!.outcomes.find(({ despiteMissing }) => !despiteMissing)!.id;

describe('what stood when a person left', () => {
  it('is missing while the run goes on', () => {
    expect(standings({})).toEqual(new Set(['missing']));
  });

  it('is not said to be missing of a run that ended and in which nobody left', () => {
    expect(standings({ ending })).toEqual(new Set(['unused']));
  });

  it('stays what it was at the departure when the run has ended', () => {
    const steps = { [leaving!.id]: { outcome: left } };
    expect(standings({ ending, steps })).toEqual(new Set(['passed']));
  });
});
