import { type Definitions, digestOf } from '../door/definitions.js';
import { asDraft, DRAFT_PREFIX } from '../protocols/drafts.js';
import type { Definition } from '../protocols/language/definition.js';

/**
 * Enters an unpublished definition under its reserved name, so that it can be rehearsed: the version that is newest
 * already says the same, or the next one does. Gives the name to rehearse.
 */
export async function enterDraft(
  definitions: Pick<Definitions, 'findCurrent' | 'publishShipped'>,
  definition: Definition,
): Promise<string> {
  const id = `${DRAFT_PREFIX}${definition.id}`;
  const newest = await definitions.findCurrent(id);
  const version = newest?.definition.version ?? 0;
  if (newest?.digest === digestOf(asDraft(definition, version))) return id;
  await definitions.publishShipped([asDraft(definition, version + 1)]);
  return id;
}
