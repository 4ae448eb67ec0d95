import type { LeafRow } from '../../db/queries/log/leaves.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { findFollowedBody } from '../../db/queries/log/regimes.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { readDefinition } from '../leaf/known-definition.js';
import type { DefinitionLine } from '../pack/lines.js';

interface Followed {
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
}

/** What was changed in the database may be of any shape. */
function isFollowed(value: unknown): value is Followed {
  const { protocol, version, pack } = (value ?? {}) as Partial<Followed>;
  const isPack = pack === null || typeof pack === 'string';
  return typeof protocol === 'string' && Number.isSafeInteger(version) && isPack;
}

/** The versions these leaves say were followed, each once. */
export function digestsIn(rows: readonly LeafRow[]): Followed[] {
  const found = new Map<string, Followed>();
  for (const { more } of rows) {
    if (more === null) continue;
    try {
      const { definition } = JSON.parse(more) as { definition?: string };
      const version = definition && (JSON.parse(definition) as unknown);
      if (definition && isFollowed(version)) found.set(definition, version);
    } catch {
      // Whoever verifies is told that the value is not the one that was entered.
    }
  }
  return [...found.values()];
}

/** These versions as the database holds them now. */
export async function definitionLines(
  tx: Queryable,
  versions: readonly Followed[],
): Promise<DefinitionLine[]> {
  const lines: DefinitionLine[] = [];
  for (const version of versions) {
    const stored = await findFollowedBody(tx, version);
    const read = stored && readStored(stored);
    if (read) lines.push({ t: 'definition', ...read });
  }
  return lines;
}

/** Undefined for what is no definition any more: somebody changed the row. */
function readStored(text: string): Omit<DefinitionLine, 't'> | undefined {
  try {
    const body = canonicalJson(JSON.parse(text));
    const { digest, gates } = readDefinition(body);
    return { digest, body, gates };
  } catch {
    return undefined;
  }
}
