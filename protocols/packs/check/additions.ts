import { namesIn } from '../../language/condition.js';
import type { Definition } from '../../language/definition.js';
import type { Consequences, Step } from '../../language/step.js';
import { signers } from '../../language/step.js';
import { type PackFinding, packFinding } from './words.js';

const TOWARDS: readonly string[] = ['departs', 'discloses-identity', 'issues-document'];

/**
 * Additions that would hold up a protection instead of a departure. A requirement, signature or clearing may be added
 * where something is prepared that a departure needs; not at a step whose silence protects or that an event calls for,
 * and no fact may be cleared that says where the person is or until when something may be reported.
 */
export function blockingAdditions(base: Definition, changed: Definition): PackFinding[] {
  const needed = departureFacts(base);
  const clearable = clearableFacts(base, needed);
  const badClears = (
    before: readonly string[] = [],
    after: readonly string[] = [],
    where: string,
  ) =>
    after
      .filter((fact) => !before.includes(fact))
      .filter((fact) => base.facts.some(({ id }) => id === fact) && !clearable.has(fact))
      .map((fact) => packFinding('addition-blocks', where, { part: fact }));
  const found: PackFinding[] = [];
  for (const step of base.steps) {
    const now = changed.steps.find(({ id }) => id === step.id);
    if (!now) continue;
    const where = `steps/${step.id}`;
    if (!mayTakeMore(step, needed)) {
      const more = [
        ...(now.requires ?? []).filter((fact) => !step.requires?.includes(fact)),
        ...signers(now).filter((role) => !signers(step).includes(role)),
      ];
      found.push(...more.map((part) => packFinding('addition-blocks', where, { part })));
    }
    found.push(...badClears(step.clearsAtOpening, now.clearsAtOpening, where));
    for (const outcome of step.outcomes) {
      const after = now.outcomes.find(({ id }) => id === outcome.id);
      found.push(...badClears(outcome.clears, after?.clears, `${where}/outcomes/${outcome.id}`));
    }
  }
  for (const [where, does] of othersOf(base, changed)) {
    found.push(...badClears([], does.clears, where));
  }
  return found;
}

function departureFacts(base: Definition): ReadonlySet<string> {
  const departing = base.steps.filter(({ effects }) => effects?.includes('departs'));
  return new Set(departing.flatMap(({ requires }) => requires ?? []));
}

/** Without a fact a departure cannot happen, and no event stops being reportable. */
function clearableFacts(base: Definition, needed: ReadonlySet<string>): ReadonlySet<string> {
  const asked = base.events.flatMap((event) => (event.while ? namesIn(event.while).atoms : []));
  return new Set([...needed].filter((fact) => !asked.includes(fact)));
}

function mayTakeMore(step: Step, needed: ReadonlySet<string>): boolean {
  if (step.effects?.some((effect) => TOWARDS.includes(effect))) return true;
  if (step.deadline?.silence === 'L3') return false;
  if (namesIn(step.when).atoms.some((atom) => atom.startsWith('event:'))) return false;
  return step.outcomes.some(({ sets }) =>
    (sets ?? []).some((setting) =>
      needed.has(typeof setting === 'string' ? setting : setting.fact),
    ),
  );
}

/** What of the changed definition is an event, or an outcome of an added step. */
function othersOf(base: Definition, changed: Definition): [string, Consequences][] {
  const steps = changed.steps.filter(({ id }) => !base.steps.some((step) => step.id === id));
  return [
    ...steps.flatMap((step): [string, Consequences][] => [
      [`steps/${step.id}/clearsAtOpening`, { clears: step.clearsAtOpening ?? [] }],
      ...step.outcomes.map((outcome): [string, Consequences] => [
        `steps/${step.id}/outcomes/${outcome.id}`,
        outcome,
      ]),
    ]),
    ...changed.events.map((event): [string, Consequences] => {
      const before = base.events.find(({ id }) => id === event.id);
      const clears = (event.clears ?? []).filter((fact) => !before?.clears?.includes(fact));
      return [`events/${event.id}`, { clears }];
    }),
  ];
}
