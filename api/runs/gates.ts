import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Step } from '../../protocols/language/step.js';

/** Steps after which a person is elsewhere. */
export function leavingSteps({ steps }: Definition): Step[] {
  return steps.filter(
    ({ effects }) => effects?.includes('departs') || effects?.includes('hands-over'),
  );
}

/** What must hold before anybody departs or is handed over, each once, as facts. */
export function gatesOf(definition: Definition): string[] {
  return [...new Set(leavingSteps(definition).flatMap(({ requires = [] }) => requires))];
}

/**
 * One gate of one leaving step in a run. A step that was answered with a leaving outcome had passed all of them; `unused` says that the
 * run ended without it, so that nothing was missing when anybody left.
 */
export interface GateStanding {
  readonly step: string;
  readonly fact: string;
  readonly standing: 'passed' | 'holds' | 'missing' | 'unused';
}

/** Where each gate of each leaving step stands. */
export function gateStandings(definition: Definition, state: RunState): GateStanding[] {
  return leavingSteps(definition).flatMap(({ id, requires = [], outcomes }) => {
    const given = state.steps[id]?.outcome;
    const outcome = outcomes.find((one) => one.id === given);
    const passed = outcome !== undefined && !outcome.despiteMissing;
    return requires.map((fact) => ({
      step: id,
      fact,
      standing: passed
        ? 'passed'
        : state.ending
          ? 'unused'
          : state.facts[fact]
            ? 'holds'
            : 'missing',
    }));
  });
}
