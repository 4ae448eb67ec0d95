import type { Act, Brought } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import { pendingClocks } from '../../protocols/core/due.js';
import type { Binding, RunState } from '../../protocols/core/state.js';
import { broughtBy } from '../../protocols/language/brought.js';
import type { Definition } from '../../protocols/language/definition.js';
import { signings } from '../../protocols/language/step.js';
import { ActRefused } from '../../rehearsal/act-refused.js';
import { inventAnswers } from '../../rehearsal/invented-answers.js';
import type { ScenePlayer } from '../../rehearsal/scene.js';

/** Plays one run in the pure core, without any server; time passes only when told. */
export interface CorePlayer extends ScenePlayer {
  readonly acts: readonly Act[];
}

/** Starts a run in memory at an instant. Throws when the core refuses it. */
export function playInCore(
  definition: Definition,
  start: {
    readonly at: number;
    readonly bindings: Readonly<Record<string, Binding>>;
    readonly attributes?: Brought['assigns'];
    /** Milliseconds a person takes for one act; none unless given. */
    readonly actTakes?: number;
  },
): CorePlayer {
  const { actTakes = 0 } = start;
  let at = start.at;
  let state: RunState | undefined;
  const acts: Act[] = [];
  const enter = (act: Act): void => {
    const applied = apply(definition, state, act);
    if (!applied.ok) throw new ActRefused(JSON.stringify(act), applied.refusal);
    state = applied.state;
    acts.push(act);
  };
  const assigns = start.attributes ? { assigns: start.attributes } : {};
  enter({ type: 'run-started', at, bindings: start.bindings, ...assigns });

  /** Everything that is due by now; also what fell due the moment it began. */
  const reach = (until: number): void => {
    for (;;) {
      const next = pendingClocks(state!)[0];
      if (!next || next.dueAt > until) break;
      at = Math.max(at, next.dueAt);
      enter({ type: 'clock-reached', at, ...next });
    }
    at = Math.max(at, until);
  };
  const formOf = (id: string) =>
    [...definition.steps, ...definition.events].find((owner) => owner.id === id)?.form ?? [];

  return {
    acts,
    now: async () => at,
    state: async () => state!,
    settle: async () => reach(at),
    wait: async (ms) => reach(at + ms),
    async answer(step, outcome, dates) {
      const declared = definition.steps.find(({ id }) => id === step);
      if (!declared) throw new Error(`No step ${step}`);
      for (const role of signings(declared, outcome)) {
        reach(at + actTakes);
        const opening = state!.steps[step]?.open?.opening ?? 0;
        const brought = broughtBy(formOf(step), inventAnswers(formOf(step), outcome, at, dates));
        enter({ type: 'step-completed', at, step, opening, outcome, role, ...brought });
      }
    },
    async report(event, role) {
      reach(at + actTakes);
      const brought = broughtBy(formOf(event), inventAnswers(formOf(event), '', at));
      enter({ type: 'event-reported', at, event, role, ...brought });
    },
    async acknowledgeAll() {
      for (const [share, { role, forbidden }] of Object.entries(state!.acknowledgements)) {
        if (forbidden) continue;
        enter({ type: 'share-acknowledged', at, share, role });
      }
    },
  };
}
