import type { Text } from '../../protocols/language/text.js';

/** What is wrong with a pack, as a code both verifiers use. */
export type FaultCode =
  | 'cut'
  | 'seal'
  | 'checkpoint'
  | 'position'
  | 'leaf'
  | 'value'
  | 'lost'
  | 'not-logged'
  | 'chain'
  | 'gap'
  | 'tree'
  | 'root'
  | 'own-checkpoint'
  | 'definition'
  | 'gate'
  | 'safeguard';

/** One fault, and the positions of the log it lies in: one where it is known, a stretch where it can be in any of them. */
export interface Fault {
  readonly code: FaultCode;
  readonly position: number;
  readonly until: number;
  readonly text: Text;
}
