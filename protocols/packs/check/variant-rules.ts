import type { Definition } from '../../language/definition.js';
import { canonicalJson } from '../../language/fingerprint.js';
import type { Pack } from '../../language/pack.js';
import type { Setting, Step } from '../../language/step.js';
import { signers } from '../../language/step.js';
import { isWithin } from './lengths.js';
import { type PackFinding, packFinding } from './words.js';

/** Authorities that want the return done; they may not take over what protects the person from them. */
const INTERESTED: readonly string[] = ['MIG', 'CON'];

/** Rules for packs beyond those for versions: what a country may set freely in a protocol has these bounds. */
export function variantFindings(base: Definition, changed: Definition): PackFinding[] {
  return [
    ...interestedRoles(base, changed),
    ...base.steps.flatMap((step) => {
      const now = changed.steps.find(({ id }) => id === step.id);
      return now ? [...withheld(step, now), ...deadlineFindings(base, step, now)] : [];
    }),
  ];
}

function interestedRoles(base: Definition, changed: Definition): PackFinding[] {
  return base.roles.flatMap((role) => {
    const now = changed.roles.find(({ id }) => id === role.id);
    const guards = base.steps.find((step) => step.safeguard && signers(step).includes(role.id));
    if (!now || !guards || now.kind === role.kind || !INTERESTED.includes(now.kind)) return [];
    const params = { role: role.id, step: guards.id, kind: now.kind };
    return [packFinding('role-interested', `roles/${role.id}`, params)];
  });
}

/**
 * Who is competent at night or for one matter is a court or of the same kind as the role, where the role signs a safeguard:
 * by its kind it was proven who decides.
 */
export function competenceFindings(changed: Definition, { competence }: Pack): PackFinding[] {
  return competence.flatMap(({ id, role, kind, steps }) => {
    const filled = changed.roles.find((one) => one.id === role);
    const guards = changed.steps.find(
      (step) =>
        step.safeguard && signers(step).includes(role) && (steps?.includes(step.id) ?? true),
    );
    // A court may stand in for anybody who protects.
    if (!filled || !guards || filled.kind === kind || kind === 'COURT') return [];
    return [packFinding('competence-other', `competence/${id}`, { role, step: guards.id, kind })];
  });
}

function withheld(step: Step, now: Step): PackFinding[] {
  return step.outcomes.flatMap((outcome) => {
    const after = factsOf(now.outcomes.find(({ id }) => id === outcome.id)?.sets);
    const where = `steps/${step.id}/outcomes/${outcome.id}`;
    return factsOf(outcome.sets)
      .filter((fact) => !after.includes(fact))
      .map((fact) => packFinding('fact-withheld', where, { fact }));
  });
}

/**
 * A time after which silence clears the way to a departure (a remedy window) is shortened only by a law that was read,
 * and a time that protects the person (L3) does not stand still in the ordinary state of a run.
 */
function deadlineFindings(base: Definition, step: Step, now: Step): PackFinding[] {
  const before = step.deadline;
  const after = now.deadline;
  if (!before || !after) return [];
  const where = `steps/${step.id}/deadline`;
  const found: PackFinding[] = [];
  if (before.silence === 'L3') {
    for (const fact of after.pausedWhile ?? []) {
      if (before.pausedWhile?.includes(fact)) continue;
      if (base.facts.some(({ id, initially }) => id === fact && !initially)) continue;
      found.push(packFinding('protection-stands-still', where, { step: step.id, fact }));
    }
  }
  if (silenceClearsTheWay(base, step) && isShorter(before, after)) {
    found.push(packFinding('remedy-shorter', where, { step: step.id }));
  }
  return found;
}

function isShorter(
  before: NonNullable<Step['deadline']>,
  after: NonNullable<Step['deadline']>,
): boolean {
  const clock = (of: NonNullable<Step['deadline']>) => canonicalJson(of.from ?? 'opening');
  const paused = (before.pausedWhile ?? []).every((fact) => after.pausedWhile?.includes(fact));
  if (clock(before) !== clock(after) || !paused || after.length === 0) return true;
  return !isWithin(before, after) && after.source.mark !== 'source';
}

/** Whether silence gives a fact that a departure or handover requires. */
function silenceClearsTheWay(base: Definition, step: Step): boolean {
  const lapse = step.outcomes.find(({ id }) => id === step.deadline?.lapse);
  const given = factsOf(lapse?.sets);
  return base.steps.some(
    ({ effects, requires }) =>
      effects?.some((effect) => effect === 'departs' || effect === 'hands-over') &&
      given.some((fact) => requires?.includes(fact)),
  );
}

export function factsOf(sets: readonly Setting[] = []): string[] {
  return sets.map((setting) => (typeof setting === 'string' ? setting : setting.fact));
}
