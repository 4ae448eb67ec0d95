import type { Act } from '../../../protocols/core/acts.js';
import type { Effect } from '../../../protocols/core/effects.js';
import type { RunState } from '../../../protocols/core/state.js';
import type { Cause, Demands } from './demands.js';

/** A share that left, and since when its recipient is asked to give it up. */
interface Left {
  readonly share: string;
  readonly to: string;
  readonly at: number;
  asked?: true;
}

/** Follows the acts and effects of one run and counts by itself who has what and who must be asked for it. */
export interface Watch {
  /** Takes note of an act that was accepted. Throws when something leaves, or somebody, that must not. */
  note(act: Act, effects: readonly Effect[], state: RunState): void;
  /** By role, the shares it is asked to give up and has not answered for. */
  asked(): ReadonlyMap<string, readonly string[]>;
  /** A watch that knows the same and goes its own way. */
  fork(): Watch;
}

/** Shares nobody can be found in. */
const isAnonymous = (categories: readonly string[]) => categories.every((one) => one === 'D13');

interface Known {
  seq: number;
  left: Left[];
  wasOnTheWay: boolean;
  wasThere: boolean;
  /** When each event was last accepted and each answer last given. */
  last: Map<string, number>;
}

export function createWatch(
  demands: Demands,
  from: Known = {
    seq: 0,
    left: [],
    wasOnTheWay: false,
    wasThere: false,
    last: new Map(),
  },
): Watch {
  const left = from.left.map((one) => ({ ...one }));
  const known = { ...from, left, last: new Map(from.last) };
  return watchOver(demands, known);
}

function watchOver(demands: Demands, known: Known): Watch {
  const { last } = known;
  const causesOf = (to: string, step: string): readonly Cause[] =>
    (demands.recalls[to] ?? []).filter(({ from }) => !from || from.includes(step));
  const since = (what: string, when: number) => (last.get(what) ?? 0) > when;

  const checkLeaving = (effect: Extract<Effect, { type: 'share-released' }>): void => {
    for (const { after, to, answers, except, beforeArrival } of demands.anew) {
      const reported = last.get(after);
      if (reported === undefined || !to.includes(effect.to)) continue;
      if (beforeArrival && known.wasThere) continue;
      if (except?.includes(effect.step)) continue;
      if (answers.some((answer) => (last.get(answer) ?? 0) > reported)) continue;
      throw new Error(`${effect.share} goes to ${effect.to} after ${after} and nothing anew`);
    }
  };
  const checkGoing = (state: RunState, place: 'inTransit' | string, was: boolean): void => {
    if (was || !state.facts[place]) return;
    for (const { after, departure, handover } of demands.again) {
      const reported = last.get(after);
      if (reported === undefined) continue;
      const needed = place === 'inTransit' ? departure : handover;
      const lacking = needed.find((any) => !any.some((answer) => since(answer, reported)));
      if (lacking) throw new Error(`${place} after ${after} without ${lacking.join(' or ')}`);
    }
  };
  return {
    note(act, effects, state) {
      known.seq += 1;
      if (act.type === 'event-reported') last.set(act.event, known.seq);
      for (const effect of effects) {
        if (effect.type === 'step-closed') last.set(`${effect.step}:${effect.outcome}`, known.seq);
      }
      for (const effect of effects) {
        if (effect.type === 'share-released') {
          checkLeaving(effect);
          const isNews = demands.anew.some(({ except }) => except?.includes(effect.step));
          if (isAnonymous(effect.categories) || isNews) continue;
          if (causesOf(effect.to, effect.step).length === 0) continue;
          known.left.push({ share: effect.share, to: effect.to, at: known.seq });
        }
        if (effect.type !== 'step-closed' || !effect.step.startsWith('recall-')) continue;
        const role = effect.step.slice('recall-'.length).toUpperCase();
        known.left = known.left.filter((one) => one.to !== role || !one.asked);
      }
      const arrived = state.facts[demands.arrived] !== undefined;
      for (const one of known.left) {
        if (one.asked) continue;
        const step = one.share.slice(0, one.share.indexOf('#'));
        const called = causesOf(one.to, step).some(
          ({ by, beforeArrival }) =>
            !(beforeArrival && arrived) && by.some((cause) => since(cause, one.at)),
        );
        if (called) one.asked = true;
      }
      checkGoing(state, 'inTransit', known.wasOnTheWay);
      if (known.wasOnTheWay) checkGoing(state, demands.arrived, known.wasThere);
      known.wasOnTheWay = state.facts.inTransit !== undefined;
      known.wasThere = arrived;
    },
    asked() {
      const by = new Map<string, string[]>();
      for (const { to, share, asked } of known.left) {
        if (asked) by.set(to, [...(by.get(to) ?? []), share]);
      }
      return by;
    },
    fork: () => createWatch(demands, known),
  };
}
