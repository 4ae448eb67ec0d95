import type { Definition } from './language/definition.js';

/**
 * Beginning of the names under which unpublished definitions are rehearsed. No definition can be published under such
 * a name: names of definitions have no colon. The door and the database start nothing but rehearsals under it.
 */
export const DRAFT_PREFIX = 'draft:';

/** Whether a protocol is an unpublished definition that can only be rehearsed. */
export function isDraft(protocol: string): boolean {
  return protocol.startsWith(DRAFT_PREFIX);
}

/** The definition as it is rehearsed before anybody published it. */
export function asDraft(definition: Definition, version: number): Definition {
  return { ...definition, id: `${DRAFT_PREFIX}${definition.id}`, version };
}
