import type { Definition } from '../../protocols/language/definition.js';
import { onwardOf } from '../../protocols/language/step.js';
import { consequencesOf } from '../../protocols/language/validate/scope.js';

/** Where a protocol passes people on to another one, with the entry it names. */
export function leadsInto(from: Definition, protocol: string): { where: string; entry: string }[] {
  return consequencesOf(from).flatMap(({ where, does }) =>
    onwardOf(does)
      .filter((onward) => onward.protocol === protocol)
      .map(({ entry }) => ({ where, entry })),
  );
}
