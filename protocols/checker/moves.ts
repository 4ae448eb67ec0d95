import type { Definition, ProtocolEvent } from '../language/definition.js';
import type { Consequences, Outcome, Setting, Step } from '../language/step.js';

/**
 * One thing that can happen in a run, as the core does it: a step opens, people answer it, silence answers it, an
 * event is reported, a fact runs out.
 */
export interface Move {
  readonly kind: 'opened' | 'answered' | 'silence' | 'event' | 'expired';
  /** Where the definition says so. */
  readonly where: string;
  readonly step?: Step;
  readonly outcome?: Outcome;
  readonly event?: ProtocolEvent;
  /** Facts without which the core refuses it. */
  readonly needs: readonly string[];
  readonly sets: readonly string[];
  /** What no longer holds afterwards; never one of `sets`, which is applied later. */
  readonly clears: readonly string[];
  /** The run is over afterwards. */
  readonly over: boolean;
}

/** The name of the fact a setting sets. */
export function factOf(setting: Setting): string {
  return typeof setting === 'string' ? setting : setting.fact;
}

/**
 * Every move of a definition. Together they over-approximate the core: whatever `apply` accepts is a sequence of
 * them. `needs` of an answer is what the core checks at completion, unless `despiteMissing` lifts it; of silence it
 * is always all requirements, because the clock of a suspended step stands still.
 */
export function movesOf(definition: Definition): Move[] {
  const moves: Move[] = [];
  for (const step of definition.steps) {
    const where = `steps/${step.id}`;
    const requires = step.requires ?? [];
    moves.push({
      kind: 'opened',
      where,
      step,
      needs: requires,
      sets: [],
      clears: step.clearsAtOpening ?? [],
      over: false,
    });
    for (const outcome of step.outcomes) {
      const at = `${where}/outcomes/${outcome.id}`;
      const does = effectOf(outcome);
      if (!outcome.bySilence) {
        const needs = outcome.despiteMissing ? [] : requires;
        moves.push({ kind: 'answered', where: at, step, outcome, needs, ...does });
      }
      if (step.deadline?.lapse === outcome.id) {
        moves.push({ kind: 'silence', where: at, step, outcome, needs: requires, ...does });
      }
    }
  }
  for (const event of definition.events) {
    moves.push({
      kind: 'event',
      where: `events/${event.id}`,
      event,
      needs: [],
      ...effectOf(event),
    });
  }
  for (const fact of expiring(definition)) {
    const where = `facts/${fact}`;
    moves.push({ kind: 'expired', where, needs: [fact], sets: [], clears: [fact], over: false });
  }
  return moves;
}

function effectOf(does: Consequences): Pick<Move, 'sets' | 'clears' | 'over'> {
  const sets = (does.sets ?? []).map(factOf);
  return {
    sets,
    clears: (does.clears ?? []).filter((fact) => !sets.includes(fact)),
    over: does.ends !== undefined || does.continues !== undefined,
  };
}

/** The facts something sets for a limited time only. */
function expiring(definition: Definition): Set<string> {
  const found = new Set<string>();
  const all: Consequences[] = [
    ...definition.steps.flatMap((step) => step.outcomes),
    ...definition.events,
  ];
  for (const { sets } of all) {
    for (const setting of sets ?? []) if (typeof setting !== 'string') found.add(setting.fact);
  }
  return found;
}
