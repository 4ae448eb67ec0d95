import type { Definition } from '../../language/definition.js';
import type { Step } from '../../language/step.js';
import { type PackFinding, packFinding } from './words.js';

/**
 * What a step that was only added may not do. It may ask, wait, clear what others gave and give facts that were added
 * with it. It may not give a fact of the protocol (another way to a departure), take back a step of it, end or move the
 * run, change an attribute, send data or have an effect of its own.
 */
export function addedStepFindings(base: Definition, changed: Definition): PackFinding[] {
  const known = new Set<string>(base.facts.map(({ id }) => id));
  const own = changed.steps.filter(({ id }) => !base.steps.some((step) => step.id === id));
  const ownIds = new Set<string>(own.map(({ id }) => id));
  const events = changed.events.filter(({ id }) => !base.events.some((one) => one.id === id));
  return [
    ...own.flatMap((step) => ofStep(step, known, ownIds)),
    ...events.flatMap(({ id, ...event }) =>
      ofConsequences(id, `events/${id}`, event, known, ownIds),
    ),
  ];
}

function ofStep(step: Step, known: ReadonlySet<string>, own: ReadonlySet<string>): PackFinding[] {
  const where = `steps/${step.id}`;
  const refuse = (part: string) =>
    packFinding('added-step-decides', where, { step: step.id, part });
  return [
    ...(step.effects?.length ? [refuse('effects')] : []),
    ...(step.shares?.length ? [refuse('shares')] : []),
    ...(step.form?.some(({ assigns, plans }) => assigns ?? plans) ? [refuse('form')] : []),
    ...step.outcomes.flatMap((outcome) =>
      ofConsequences(step.id, `${where}/outcomes/${outcome.id}`, outcome, known, own),
    ),
  ];
}

function ofConsequences(
  id: string,
  where: string,
  does: Step['outcomes'][number] | Omit<Definition['events'][number], 'id'>,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
): PackFinding[] {
  const refuse = (part: string) => packFinding('added-step-decides', where, { step: id, part });
  const given = (does.sets ?? []).map((setting) =>
    typeof setting === 'string' ? setting : setting.fact,
  );
  return [
    ...given
      .filter((fact) => known.has(fact))
      .map((fact) => packFinding('fact-given', where, { fact })),
    ...((does.withdraws ?? []).some((target) => !own.has(target)) ? [refuse('withdraws')] : []),
    ...(does.ends === undefined ? [] : [refuse('ends')]),
    ...(does.continues === undefined ? [] : [refuse('continues')]),
    ...(Object.keys(does.assigns ?? {}).length > 0 ? [refuse('assigns')] : []),
  ];
}
