import type { Text } from '../language/text.js';

/**
 * How a definition shows that it answers a demand: a step or event with this id, a step of this kind or with this
 * effect, a question about this category of data, any safeguard, any share, a deadline of this origin, a citation.
 */
export type Sign =
  | `step:${string}`
  | `event:${string}`
  | `kind:${string}`
  | `effect:${string}`
  | `asks:${string}`
  | `cites:${string}`
  | 'safeguard'
  | 'share'
  | 'suppression'
  | 'deadline';

/** Something the protocols must answer. */
export interface Demand {
  readonly id: string;
  readonly title: Text;
  readonly signs: readonly Sign[];
  /** Which part is answered elsewhere in the product and not by a step. */
  readonly elsewhere?: Text;
  /** What is known to be missing, told even where some step answers. */
  readonly lacks?: Text;
}
