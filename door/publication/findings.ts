import { type CheckFinding, checkDefinition } from '../../protocols/checker/check.js';
import { ENTRY } from '../../protocols/language/attribute.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Door } from '../door.js';
import { leadsInto } from './leading.js';

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
  return [...checkDefinition(definition, { others, kinds }), ...entriesMissing(definition, others)];
}

/** Where other protocols in force pass people to this one at an entry it does not have. */
function entriesMissing(definition: Definition, others: readonly Definition[]): CheckFinding[] {
  const entry = definition.attributes.find(({ id }) => id === ENTRY);
  const known = (entry?.options ?? []).map(({ id }) => id);
  return others.flatMap((other) =>
    leadsInto(other, definition.id)
      .filter((leading) => !known.includes(leading.entry))
      .map(
        (leading): CheckFinding => ({
          invariant: 'ENTRY-NEEDED',
          severity: 'error',
          where: 'attributes/entry',
          must: {
            es: 'Quien llega de otro protocolo entra donde este lo espera.',
            en: 'Whoever comes from another protocol enters where this one expects them.',
          },
          found: {
            es: `El protocolo «${other.id}», en vigor, pasa personas a la entrada «${leading.entry}» (${leading.where}), que aquí no existe.`,
            en: `Protocol "${other.id}", in force, passes people to entry "${leading.entry}" (${leading.where}), which is not here.`,
          },
          fix: {
            es: 'Agregue esa entrada a las opciones de «entry».',
            en: 'Add that entry to the options of "entry".',
          },
          path: [],
          tracks: [],
        }),
      ),
  );
}

/** The findings that keep a definition from being published. */
export function errorsIn(findings: readonly CheckFinding[]): CheckFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
