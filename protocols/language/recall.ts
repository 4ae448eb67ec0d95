import type { Category } from './form.js';
import type { Names } from './names.js';
import type { Share, Step } from './step.js';

export const RECALL_ANSWERS = ['destroyed', 'returned', 'kept'] as const;
/** What became of recalled data: destroyed, given back, or kept because a law says so. */
export type RecallAnswer = (typeof RECALL_ANSWERS)[number];

/**
 * The step takes data back: its role is to stop using what shares of this run brought it. It opens when its `when` comes
 * to hold anew, and only if something was released to the role before that and not recalled yet.
 */
export interface Recall<N extends Names = Names> {
  /** Categories that are taken back; all but anonymous statistics unless given. */
  readonly categories?: readonly Category[];
  /** Steps whose shares are taken back; all unless given. */
  readonly from?: readonly N['step'][];
}

/** Nobody can be found in an anonymous count, so there is nothing to take back. */
const ANONYMOUS: Category = 'D13';

/** Whether a share only tells those who were told before that something is off. Nothing is taken back of that. */
export function isNews({ onlyIfReached, categories }: Share): boolean {
  return onlyIfReached === true && categories.every((category) => category === 'D10');
}

/** Whether a recall takes back what a share of a step carries; at least one of its categories must be covered. */
export function coversShare(recall: Step, of: Step, share: Share): boolean {
  const { recalls, by } = recall;
  const { to, categories } = share;
  if (!recalls || to !== by || isNews(share)) return false;
  if (recalls.from && !recalls.from.includes(of.id)) return false;
  return categories.some((category) => coversCategory(recalls, category));
}

/** Whether data of a category is taken back. */
export function coversCategory({ categories }: Recall, category: Category): boolean {
  return category !== ANONYMOUS && (categories?.includes(category) ?? true);
}
