import { isGatePassed } from '../../protocols/checker/audit/gates.js';
import { demandsOf } from '../../protocols/checker/demands.js';
import type { Act } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';

/** What an act passed, as `step:outcome`, and the facts that held just before it. */
export interface GatePassage {
  readonly passed: readonly string[];
  readonly held: readonly string[];
}

/** By step with a gate: the outcomes that pass it, and the facts that must hold before. */
export type Gates = Readonly<
  Record<string, { readonly outcomes: readonly string[]; readonly needs: readonly string[] }>
>;

/** Departures, handovers, disclosures of identity and travel documents of a definition, with what safeguards and steps ask for. */
export function gatesOf(definition: Definition): Gates {
  const known = cache.get(definition) ?? readGates(definition);
  cache.set(definition, known);
  return known;
}

const cache = new WeakMap<Definition, Gates>();

function readGates(definition: Definition): Gates {
  const demands = demandsOf(definition);
  const gates: Record<string, Gates[string]> = {};
  for (const step of definition.steps) {
    const outcomes = step.outcomes.filter((outcome) => isGatePassed(step, outcome));
    if (outcomes.length === 0) continue;
    const needs = new Set([...(demands.get(step.id)?.keys() ?? []), ...(step.requires ?? [])]);
    gates[step.id] = { outcomes: outcomes.map(({ id }) => id).sort(), needs: [...needs].sort() };
  }
  return gates;
}

/** The step with a gate an act speaks about; undefined for all others. */
export function gateNamed(gates: Gates, act: object): string | undefined {
  const { step: own, clock } = act as { step?: string; clock?: { step?: string } };
  const step = own ?? clock?.step;
  return step !== undefined && gates[step] ? step : undefined;
}

/** What an act passes in a run that is in this state. */
export function passageOf(
  definition: Definition,
  before: RunState | undefined,
  act: Act,
): GatePassage {
  const gates = gatesOf(definition);
  const applied = apply(definition, before, act);
  const passed = (applied.ok ? applied.effects : []).flatMap((effect) =>
    effect.type === 'step-closed' && gates[effect.step]?.outcomes.includes(effect.outcome)
      ? [`${effect.step}:${effect.outcome}`]
      : [],
  );
  const held = Object.entries(before?.facts ?? {})
    .filter(([, { until }]) => until === undefined || until > act.at)
    .map(([fact]) => fact);
  return { passed: passed.sort(), held: held.sort() };
}
