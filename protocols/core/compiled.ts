import { namesIn, positiveAtoms } from '../language/condition.js';
import type { Definition, ProtocolEvent } from '../language/definition.js';
import { findPack, type PackPart } from '../language/pack.js';
import { type Ahead, type Step, signers } from '../language/step.js';
import { type Predicate, predicateOf } from './predicate.js';
import { recallPredicate } from './recall-predicate.js';

/** A definition with the look-ups the core needs, made once per definition object. */
export interface Compiled {
  readonly definition: Definition;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly order: readonly CompiledStep[];
  readonly events: ReadonlyMap<string, ProtocolEvent>;
  readonly byStage: ReadonlyMap<string, readonly CompiledStep[]>;
  /** Positions of the steps whose guard, requirements or clock look at something, by its key (`touch`). */
  readonly readers: ReadonlyMap<string, readonly number[]>;
  /** Facts that are somewhere set for a limited time. */
  readonly expiring: readonly string[];
  /** The steps with which whoever receives is told, and how long before a planned date. */
  readonly telling: readonly (Step & { readonly ahead: Ahead })[];
  /** Some step waits for the run having come to a stop. */
  readonly waitsForIdle: boolean;
  /** The step that takes data back from a role. */
  readonly recalls: ReadonlyMap<string, CompiledStep>;
  /** What the country or corridor brings, where the definition was varied for one. */
  readonly pack?: PackPart;
}

export interface CompiledStep {
  readonly step: Step;
  readonly id: string;
  /** Position in the definition. */
  readonly index: number;
  readonly signers: readonly string[];
  /** Its guard, `step.when`, as a function of the state; that of a recall asks besides what was received. */
  readonly isCalledFor: Predicate;
  /** Atoms whose being established can open the step. */
  readonly atoms: readonly { readonly atom: string; readonly holds: Predicate }[];
}

const cache = new WeakMap<Definition, Compiled>();

export function compile(definition: Definition): Compiled {
  const known = cache.get(definition);
  if (known) return known;
  const order = definition.steps.map((step, index) => {
    const atoms = positiveAtoms(step.when).map((atom) => ({ atom, holds: predicateOf(atom) }));
    const isCalledFor = step.recalls ? recallPredicate(step) : predicateOf(step.when);
    return { step, id: step.id, index, signers: signers(step), isCalledFor, atoms };
  });
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
    recalls: new Map(
      order.filter(({ step }) => step.recalls).map((entry) => [entry.signers[0]!, entry]),
    ),
    readers: readersOf(order),
    expiring: expiringFacts(definition),
    telling: definition.steps.flatMap((step) =>
      step.ahead ? [{ ...step, ahead: step.ahead }] : [],
    ),
    waitsForIdle: order.some(({ atoms }) => atoms.some(({ atom }) => atom === 'idle')),
    steps: new Map(order.map((entry) => [entry.id, entry])),
    events: new Map(definition.events.map((event) => [event.id, event])),
  };
  cache.set(definition, compiled);
  return compiled;
}

/** What stands for all answers of a step: one comes as another goes. */
export function answersKey(step: string): string {
  return `${step}:`;
}

/** What stands for the value of an attribute. */
export function attributeKey(attribute: string): string {
  return `=${attribute}`;
}

function expiringFacts({ steps, events }: Definition): string[] {
  const settings = [...steps.flatMap(({ outcomes }) => outcomes), ...events].flatMap(
    ({ sets }) => sets ?? [],
  );
  const limited = settings.flatMap((setting) => (typeof setting === 'string' ? [] : setting.fact));
  return [...new Set(limited)];
}

function readersOf(order: readonly CompiledStep[]): Map<string, number[]> {
  const readers = new Map<string, number[]>();
  const isStep = new Set(order.map(({ id }) => id));
  for (const { step, index } of order) {
    const { atoms, attributes } = namesIn(step.when);
    const keys = new Set([
      ...atoms,
      ...atoms
        .map((atom) => atom.split(':')[0]!)
        .filter((head) => isStep.has(head))
        .map(answersKey),
      ...attributes.map(attributeKey),
      ...(step.requires ?? []),
      ...(step.deadline?.pausedWhile ?? []),
    ]);
    for (const key of keys) {
      const known = readers.get(key);
      if (known) known.push(index);
      else readers.set(key, [index]);
    }
  }
  return readers;
}
