import type { Condition } from './condition.js';
import type { Names } from './names.js';
import type { Text } from './text.js';

export const STANDINGS = ['along', 'held', 'stays', 'apart', 'gone'] as const;
/**
 * How a person stands to the rest of the family: `along` goes the same way, maybe further behind; `held` is stopped for
 * now; `stays` will not go; `apart` goes on under another protocol; `gone` was handed over and waits for nobody. The
 * words are coarse on purpose: they are all that a run tells about another person's.
 */
export type Standing = (typeof STANDINGS)[number];

/** A point the members of a family pass together: nobody goes on before everybody who goes along has come there. */
export interface Join<N extends Names = Names> {
  /** The same id in every protocol whose runs may be one family's. */
  readonly id: string;
  readonly title: Text;
  /** This person has come there. */
  readonly ready: Condition<N>;
  /** Reported by the system when this person and all who go along have come there. */
  readonly met: N['event'];
  /** Reported by the system when that is not so, or no longer. */
  readonly broken: N['event'];
}

/** How a run of a protocol hangs together with the runs of the person's family; without it no run is linked. */
export interface FamilyRules<N extends Names = Names> {
  /** The person is stopped for now: a remedy, a hold, a lost seat, a refusal at the border. */
  readonly held: Condition<N>;
  /** It was decided that the person does not go. */
  readonly stays?: Condition<N>;
  /** The person was handed over. */
  readonly gone: Condition<N>;
  /** Reported by the system in everybody else's run when a member no longer goes along, at the same moment. */
  readonly diverged: N['event'];
  /** Reported by the system when a member goes along again, or a further one is found. */
  readonly rejoined: N['event'];
  readonly joins: readonly Join<N>[];
}
