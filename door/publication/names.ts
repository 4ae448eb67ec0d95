import { PUBLISHED_TYPE_PREFIX } from '../../protocols/messages.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import type { Standing } from './standing.js';

/** Words of the system's own addresses, workflow ids and endings. */
const RESERVED: ReadonlySet<string> = new Set([
  'retorno',
  'system',
  'protocol',
  'protocols',
  'definition',
  'definitions',
  'draft',
  'shipped',
  'transferred',
  'family',
]);

/**
 * Whether nobody may begin a protocol under this id: it is a word of the system, or the product has a workflow type of
 * its own for it that this installation has not entered yet. A protocol that came with the product may get new versions.
 */
export function isReserved({ protocol, shipped }: Standing): boolean {
  if (RESERVED.has(protocol)) return true;
  return !shipped && !workflowTypeOf(protocol).startsWith(PUBLISHED_TYPE_PREFIX);
}
