import type { Definition } from '../language/definition.js';
import type { Pack } from '../language/pack.js';
import { applyVariant } from '../language/variant/apply.js';
import { type CheckFinding, checkDefinition } from './check.js';

/**
 * Safeguards a protocol keeps alone and breaks under a pack, such as one another kind of institution would decide: what
 * `checkVariant` cannot tell, because it compares place by place. Asked only of what it finds nothing about. `others` are
 * the protocols a run can continue under.
 */
export function brokenUnder(
  protocol: Definition,
  pack: Pack,
  others: readonly Definition[] = [],
): CheckFinding[] {
  const errors = (definition: Definition) =>
    checkDefinition(definition, others.length > 0 ? { others } : {}).filter(
      ({ severity }) => severity === 'error',
    );
  const broken = errors(applyVariant(protocol, pack));
  if (broken.length === 0) return [];
  const placeOf = ({ invariant, where }: CheckFinding) => `${invariant} ${where}`;
  const known = new Set(errors(protocol).map(placeOf));
  return broken.filter((finding) => !known.has(placeOf(finding)));
}
