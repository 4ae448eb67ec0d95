import type { Committed, UndatedAct } from '../../door/acts.js';
import { commit } from './commit.js';
import type { OpenRun } from './open-run.js';
import { keepReason } from './reasons.js';

/** The act of having the institutions that must still answer an opening of a step reminded. */
export function nudgeActOf(step: string, opening: number) {
  return { type: 'step-nudged', step, opening } as const satisfies UndatedAct;
}

/** Reminds, once per key, and keeps why. Throws the door's refusal, e.g. within 24 hours of the last time. */
export async function nudgeStepOf(
  opened: OpenRun,
  key: string,
  wanted: { readonly step: string; readonly opening: number; readonly reason: string },
): Promise<Committed> {
  const { step, opening, reason } = wanted;
  await keepReason(opened, key, reason);
  return commit(opened, key, nudgeActOf(step, opening));
}
