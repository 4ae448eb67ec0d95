import type { Door } from '../../door/door.js';
import { isDraft } from '../../protocols/drafts.js';
import type { Definition } from '../../protocols/language/definition.js';

/** The protocols that take new cases. */
export async function listCurrentForStart(door: Door): Promise<Definition[]> {
  return (await door.definitions.listCurrent()).filter(({ id }) => !isDraft(id));
}
