import { createHash } from 'node:crypto';
import type { Database } from '../db/client.js';
import {
  addDefinition,
  type DefinitionRow,
  findDefinition,
  listDefinitions,
} from '../db/queries/definitions.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import { workflowTypeOf } from '../protocols/workflow-types.js';

/** The published protocol versions, each read once. */
export interface Definitions {
  find(id: string, version: number): Promise<Definition | undefined>;
  /** The newest version that takes new runs. */
  findCurrent(id: string): Promise<{ definition: Definition; digest: string } | undefined>;
  list(): Promise<DefinitionRow[]>;
  /** Enters the shipped definitions. Throws when one was changed without a new version number. */
  publishShipped(shipped: readonly Definition[]): Promise<void>;
}

export function createDefinitions(db: Database): Definitions {
  const known = new Map<string, Definition>();
  const read = (row: DefinitionRow): Definition => {
    const key = `${row.id}@${row.version}`;
    let definition = known.get(key);
    if (!definition) {
      definition = JSON.parse(row.body) as Definition;
      known.set(key, definition);
    }
    return definition;
  };
  return {
    async find(id, version) {
      const cached = known.get(`${id}@${version}`);
      if (cached) return cached;
      const row = await findDefinition(db, id, version);
      return row && read(row);
    },
    async findCurrent(id) {
      const rows = (await listDefinitions(db)).filter((row) => row.id === id && !row.retiredAt);
      const row = rows.at(-1);
      return row && { definition: read(row), digest: row.digest };
    },
    list: () => listDefinitions(db),
    async publishShipped(shipped) {
      for (const definition of shipped) await publish(db, definition);
    },
  };
}

async function publish(db: Database, definition: Definition): Promise<void> {
  const digest = digestOf(definition);
  await addDefinition(db, {
    id: definition.id,
    version: definition.version,
    digest,
    body: JSON.stringify(definition),
    workflowType: workflowTypeOf(definition.id),
  });
  const row = await findDefinition(db, definition.id, definition.version);
  if (row?.digest === digest) return;
  throw new Error(
    `Protocol ${definition.id} version ${definition.version} is published with another content (${row?.digest.slice(0, 12)}, here ${digest.slice(0, 12)}). A published version never changes: give the changed definition a new version number.`,
  );
}

/** SHA-256 of the canonical JSON of a definition, hex. */
export function digestOf(definition: Definition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}
