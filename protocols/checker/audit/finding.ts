import type { Text } from '../../language/text.js';

/** Something in a recorded history that a safeguard does not allow, or that cannot be shown to be allowed. */
export interface AuditFinding {
  readonly invariant: string;
  /** The entry of the history, counted from 1; 0 where there is none to name. */
  readonly seq: number;
  readonly text: Text;
}
