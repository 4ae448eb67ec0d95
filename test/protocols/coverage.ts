import type { Act } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';

/** What of a definition was played, each kind as sorted ids. */
export interface Coverage {
  readonly opened: readonly string[];
  /** `step:outcome` chosen by people. */
  readonly byPeople: readonly string[];
  /** `step:outcome` that came of silence. */
  readonly bySilence: readonly string[];
  /** Steps whose deadline passed while they were open, whether or not silence decides. */
  readonly overdue: readonly string[];
  readonly events: readonly string[];
  readonly endings: readonly string[];
}

type Kind = keyof Coverage;
const KINDS: readonly Kind[] = ['opened', 'byPeople', 'bySilence', 'overdue', 'events', 'endings'];

/**
 * Everything a definition declares but the steps by which data is taken back: these are opened after every act, with every
 * answer, by `protocols/recalls.injected.test.ts`.
 */
export function declaredIn(whole: Definition): Coverage {
  const definition = { ...whole, steps: whole.steps.filter(({ recalls }) => !recalls) };
  const continues = definition.steps.some((step) => step.outcomes.some((one) => one.continues));
  return {
    opened: definition.steps.map(({ id }) => id).sort(),
    byPeople: definition.steps
      .flatMap((step) =>
        step.outcomes
          .filter((outcome) => !outcome.bySilence)
          .map((outcome) => `${step.id}:${outcome.id}`),
      )
      .sort(),
    bySilence: definition.steps
      .flatMap(({ id, deadline }) => (deadline?.lapse ? [`${id}:${deadline.lapse}`] : []))
      .sort(),
    overdue: definition.steps
      .filter(({ deadline }) => deadline)
      .map(({ id }) => id)
      .sort(),
    events: definition.events
      .map(({ id }) => id)
      .filter((id) => !familyNewsOf(definition).includes(id))
      .sort(),
    endings: [
      ...definition.endings.map(({ id }) => id),
      ...(continues ? ['transferred'] : []),
    ].sort(),
  };
}

/** What the acts of one run brought about, by folding them again. */
export function coveredBy(definition: Definition, acts: readonly Act[]): Coverage {
  const found = emptyCoverage();
  let state: RunState | undefined;
  for (const act of acts) {
    const before = state;
    const applied = apply(definition, before, act);
    if (!applied.ok) throw new Error(`An entered act is refused: ${applied.refusal.code}`);
    state = applied.state;
    for (const effect of applied.effects) {
      if (effect.type === 'step-opened') found.opened.add(effect.step);
      if (effect.type === 'step-lapsed') found.overdue.add(effect.step);
    }
    if (act.type === 'event-reported') found.events.add(act.event);
    for (const outcome of outcomesEstablished(definition, before, state)) {
      if (act.type === 'clock-reached') found.bySilence.add(outcome);
      else found.byPeople.add(outcome);
    }
    if (state.ending) found.endings.add(state.ending.id);
  }
  return sorted(found);
}

/** Several coverages as one. */
export function together(coverages: Iterable<Coverage>): Coverage {
  const found = emptyCoverage();
  for (const coverage of coverages) {
    for (const kind of KINDS) for (const id of coverage[kind]) found[kind].add(id);
  }
  return sorted(found);
}

/** What of a coverage is about these steps, as `kind id`. */
export function aboutSteps(coverage: Coverage, steps: readonly string[]): readonly string[] {
  return KINDS.flatMap((kind) =>
    coverage[kind].filter((id) => steps.includes(id.split(':')[0]!)).map((id) => `${kind} ${id}`),
  );
}

/** What is in `wanted` and not in `found`, as `kind id`. */
export function missingFrom(found: Coverage, wanted: Coverage): string[] {
  return KINDS.flatMap((kind) =>
    wanted[kind].filter((id) => !found[kind].includes(id)).map((id) => `${kind} ${id}`),
  );
}

function outcomesEstablished(
  definition: Definition,
  before: RunState | undefined,
  after: RunState,
): string[] {
  return definition.steps.flatMap((step) =>
    step.outcomes
      .map((outcome) => `${step.id}:${outcome.id}`)
      .filter((atom) => (after.established[atom]?.tick ?? 0) > (before?.tick ?? 0)),
  );
}

function emptyCoverage(): Record<Kind, Set<string>> {
  const set = () => new Set<string>();
  return {
    opened: set(),
    byPeople: set(),
    bySilence: set(),
    overdue: set(),
    events: set(),
    endings: set(),
  };
}

function sorted(found: Record<Kind, Set<string>>): Coverage {
  const list = (kind: Kind) => [...found[kind]].sort();
  return {
    opened: list('opened'),
    byPeople: list('byPeople'),
    bySilence: list('bySilence'),
    overdue: list('overdue'),
    events: list('events'),
    endings: list('endings'),
  };
}

/** What the system tells a run about relatives: nobody alone is ever told it, families play it. */
export function familyNewsOf({ family }: Definition): readonly string[] {
  if (!family) return [];
  const { diverged, rejoined, joins } = family;
  return [diverged, rejoined, ...joins.flatMap(({ met, broken }) => [met, broken])];
}
