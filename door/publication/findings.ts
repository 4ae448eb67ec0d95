import { type CheckFinding, checkDefinition } from '../../protocols/checker/check.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Door } from '../door.js';

/**
 * Everything wrong or doubtful in a definition: its names and texts, the safeguards over all its behaviours, whether the
 * protocols it leads to are there, and whether this installation's directory knows the institutions it needs.
 */
export async function findingsOf(
  door: Door,
  definition: Definition,
): Promise<readonly CheckFinding[]> {
  const current = await door.definitions.listCurrent();
  const others = current.filter(({ id }) => id !== definition.id);
  await door.directory.reload();
  const kinds = door.directory.listKinds().map((kind) => ({ kind, side: 'either' as const }));
  return checkDefinition(definition, { others, kinds });
}

/** The findings that keep a definition from being published. */
export function errorsIn(findings: readonly CheckFinding[]): CheckFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
