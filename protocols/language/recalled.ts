import { coversCategory } from './recall.js';
import type { Share, Step } from './step.js';

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
