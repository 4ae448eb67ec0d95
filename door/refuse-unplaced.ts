import type { Definition } from '../protocols/language/definition.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { ActRequest } from './acts.js';
import type { Door, KnownRun } from './door.js';

/**
 * Nobody leaves by a point nobody knows: without the pack of a country or corridor there are no points, hours or
 * agreements to judge a departure by (INV-A12), so a real run under none refuses it. Stopping is always possible.
 */
export function refuseUnplaced(
  door: Door,
  definition: Definition,
  run: KnownRun,
  { act }: ActRequest,
): Refusal | undefined {
  if (!door.departuresNeedPack || run.rehearsal || run.pack !== null) return undefined;
  if (act.type !== 'step-completed') return undefined;
  const step = definition.steps.find(({ id }) => id === act.step);
  if (!step?.effects?.includes('departs')) return undefined;
  const asksForPoint = definition.steps.some(({ form }) => form?.some(({ places }) => places));
  const leaves = !step.outcomes.find(({ id }) => id === act.outcome)?.despiteMissing;
  return asksForPoint && leaves ? refusal('pack-missing', { step: step.id }) : undefined;
}
