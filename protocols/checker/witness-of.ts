import type { Condition } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import { followPath, type PathPart } from './witness/follow-path.js';
import { type Bounds, findWitness, type Goal, type Witness } from './witness.js';

/** A counter-example as the checker tells it: what happens, and the atoms it was followed in. */
export interface Shown {
  readonly path: readonly PathPart[];
  readonly tracks: readonly string[];
}

/**
 * Where the path of a finding leads, as something a run can be led to: its last part, at a moment when every tracked
 * atom is as it is on the path. Undefined for a path that ends otherwise than with an answer or an opening.
 */
export function goalOf(definition: Definition, { path, tracks }: Shown): Goal | undefined {
  const last = path.at(-1);
  if (!last?.step) return undefined;
  const followed = followPath(definition, tracks, path);
  if (!followed.ok) return undefined;
  const atoms: Condition[] = [];
  for (const [atom, holds] of followed.before) {
    // Whether a step is open is no atom of the language; the answer itself says as much.
    if (holds === undefined || atom.startsWith('open:')) continue;
    atoms.push(holds ? atom : { not: atom });
  }
  const events = new Set(path.flatMap(({ event }) => (event ? [`event:${event}` as const] : [])));
  const all: Condition[] = [...atoms, ...events];
  const when = all.length > 0 ? { while: { all } } : {};
  if (last.kind === 'opened') return { opened: last.step, ...when };
  if (!last.outcome) return undefined;
  return { answered: { step: last.step, outcome: last.outcome }, ...when };
}

/**
 * Plays a finding in the core: a run that does what its path says, accepted act by act. Undefined when the bounds were
 * reached, or when other rules still hold the safeguard up so that no run can show the gap today; the path then is
 * the counter-example.
 */
export function witnessOf(
  definition: Definition,
  shown: Shown,
  bounds: Bounds = {},
): Witness | undefined {
  const goal = goalOf(definition, shown);
  return goal && findWitness(definition, goal, bounds);
}
