import type { Names } from './names.js';
import type { Text } from './text.js';

/** A code, a number or a yes/no a run may branch on. Never personal data. */
export type AttributeValue = string | number | boolean;

/** The attribute that says at which step a run begins; given at the start, or by the protocol that a run carries on. */
export const ENTRY = 'entry';

/** A non-personal property of the run, e.g. the route or the age band. */
export interface Attribute<N extends Names = Names> {
  readonly id: N['attribute'];
  readonly title: Text;
  readonly type: 'boolean' | 'code' | 'number';
  /** The allowed codes; required for type `code`. */
  readonly options?: readonly { readonly id: string; readonly title: Text }[];
  readonly initially?: AttributeValue;
  /** Asked when a run is started; without an `initially` it must be given. */
  readonly atStart?: boolean;
}
