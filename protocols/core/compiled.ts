import { positiveAtoms } from '../language/condition.js';
import type { Definition, ProtocolEvent } from '../language/definition.js';
import { findPack, type PackPart } from '../language/pack.js';
import { type Step, signers } from '../language/step.js';

/** A definition with the look-ups the core needs, made once per definition object. */
export interface Compiled {
  readonly definition: Definition;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly order: readonly CompiledStep[];
  readonly events: ReadonlyMap<string, ProtocolEvent>;
  readonly byStage: ReadonlyMap<string, readonly CompiledStep[]>;
  /** Some step waits for the run having come to a stop. */
  readonly waitsForIdle: boolean;
  /** What the country or corridor brings, where the definition was varied for one. */
  readonly pack?: PackPart;
}

export interface CompiledStep {
  readonly step: Step;
  readonly id: string;
  readonly signers: readonly string[];
  /** Atoms whose being established can open the step. */
  readonly atoms: readonly string[];
}

const cache = new WeakMap<Definition, Compiled>();

export function compile(definition: Definition): Compiled {
  const known = cache.get(definition);
  if (known) return known;
  const order = definition.steps.map((step) => ({
    step,
    id: step.id,
    signers: signers(step),
    atoms: positiveAtoms(step.when),
  }));
  const byStage = new Map<string, CompiledStep[]>();
  for (const entry of order) {
    const stage = byStage.get(entry.step.stage);
    if (stage) stage.push(entry);
    else byStage.set(entry.step.stage, [entry]);
  }
  const pack = findPack(definition);
  const compiled: Compiled = {
    definition,
    ...(pack ? { pack } : {}),
    order,
    byStage,
    waitsForIdle: order.some(({ atoms }) => atoms.includes('idle')),
    steps: new Map(order.map((entry) => [entry.id, entry])),
    events: new Map(definition.events.map((event) => [event.id, event])),
  };
  cache.set(definition, compiled);
  return compiled;
}
