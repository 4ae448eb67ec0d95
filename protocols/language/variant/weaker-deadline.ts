import type { Silence } from '../deadline.js';
import type { Definition } from '../definition.js';
import { canonicalJson } from '../fingerprint.js';
import type { Step } from '../step.js';
import { isWithin } from './lengths.js';
import { type Weakening, weakening } from './weakening-words.js';

/** What each silence may become without protecting less. Effects of silence (L3 to L6) stay what they are. */
const STRICTER: Readonly<Record<Silence, readonly Silence[]>> = {
  L0: ['L0', 'L1', 'L2'],
  L1: ['L1', 'L2'],
  L2: ['L2'],
  L3: ['L3'],
  L4: ['L4'],
  L5: ['L5'],
  L6: ['L6'],
};

/**
 * How a deadline protects less. Its length is a country's to set, with two bounds: a time after which silence clears the
 * way to a departure (a remedy window) is shortened only by a law that was read, and a time that protects the person
 * (L3) does not stand still in the ordinary state of a run.
 */
export function weakerDeadline(base: Definition, step: Step, now: Step): Weakening[] {
  const before = step.deadline;
  const after = now.deadline;
  const where = `steps/${step.id}/deadline`;
  const of = { step: step.id };
  if (!before) return [];
  if (!after) return [weakening('deadline-removed', where, of)];
  const found: Weakening[] = [];
  if (!STRICTER[before.silence].includes(after.silence)) {
    const params = { ...of, before: before.silence, after: after.silence };
    found.push(weakening('silence-weaker', where, params));
  }
  for (const part of ['lapse', 'lapseIf'] as const) {
    if (canonicalJson(before[part] ?? null) === canonicalJson(after[part] ?? null)) continue;
    found.push(weakening('lapse-changed', where, { ...of, part }));
  }
  if (before.silence === 'L3') {
    for (const fact of after.pausedWhile ?? []) {
      if (before.pausedWhile?.includes(fact)) continue;
      if (base.facts.some(({ id, initially }) => id === fact && !initially)) continue;
      found.push(weakening('protection-stands-still', where, { ...of, fact }));
    }
  }
  if (silenceClearsTheWay(base, step) && isShorter(before, after)) {
    found.push(weakening('remedy-shorter', where, of));
  }
  return found;
}

function isShorter(
  before: NonNullable<Step['deadline']>,
  after: NonNullable<Step['deadline']>,
): boolean {
  const sameClock = canonicalJson(before.from ?? 'opening') === canonicalJson(after.from ?? 'opening');
  const paused = (before.pausedWhile ?? []).every((fact) => after.pausedWhile?.includes(fact));
  if (!sameClock || !paused || after.length === 0) return true;
  return !isWithin(before, after) && after.source.mark !== 'source';
}

/** Whether silence gives a fact that a departure or handover requires. */
function silenceClearsTheWay(base: Definition, step: Step): boolean {
  const lapse = step.outcomes.find(({ id }) => id === step.deadline?.lapse);
  const given = (lapse?.sets ?? []).map((setting) =>
    typeof setting === 'string' ? setting : setting.fact,
  );
  return base.steps.some(
    ({ effects, requires }) =>
      effects?.some((effect) => effect === 'departs' || effect === 'hands-over') &&
      given.some((fact) => requires?.includes(fact)),
  );
}
