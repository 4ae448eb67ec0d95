import { createHash } from 'node:crypto';
import type { Database } from '../db/client.js';
import { addShippedDefinition, listDefinitionActs } from '../db/queries/definition-acts.js';
import {
  type DefinitionRow,
  findDefinition,
  findNewestVersion,
} from '../db/queries/definitions.js';
import { listProtocolVersions } from '../db/queries/list-protocols.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import { workflowTypeOf } from '../protocols/workflow-types.js';

/** The published protocol versions, each read once. */
export interface Definitions {
  find(id: string, version: number): Promise<Definition | undefined>;
  /** The version that takes new runs: the newest, unless it is retired. Asked of the database each time. */
  findCurrent(id: string): Promise<{ definition: Definition; digest: string } | undefined>;
  /** Whether the protocol is known and takes no new runs. */
  isRetired(id: string): Promise<boolean>;
  /** What `findCurrent` gives for every protocol. */
  listCurrent(): Promise<Definition[]>;
  /**
   * Enters the shipped definitions. Throws when one was changed without a new version number. Gives those left out because
   * this installation had published a protocol of its own under the name before.
   */
  publishShipped(shipped: readonly Definition[]): Promise<Definition[]>;
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
  const find = async (id: string, version: number): Promise<Definition | undefined> => {
    const cached = known.get(`${id}@${version}`);
    if (cached) return cached;
    const row = await findDefinition(db, id, version);
    return row && read(row);
  };
  return {
    find,
    async findCurrent(id) {
      const newest = await findNewestVersion(db, id);
      if (!newest || newest.retired) return undefined;
      const definition = await find(id, newest.version);
      return definition && { definition, digest: newest.digest };
    },
    isRetired: async (id) => (await findNewestVersion(db, id))?.retired === true,
    async listCurrent() {
      const newest = new Map((await listProtocolVersions(db)).map((row) => [row.id, row]));
      const current = [...newest.values()].filter((row) => row.retiredAt === null);
      const found = await Promise.all(current.map((row) => find(row.id, row.version)));
      return found.filter((definition) => definition !== undefined);
    },
    async publishShipped(shipped) {
      const leftOut: Definition[] = [];
      for (const definition of shipped) {
        if (!(await publish(db, definition))) leftOut.push(definition);
      }
      return leftOut;
    },
  };
}

async function publish(db: Database, definition: Definition): Promise<boolean> {
  const digest = digestOf(definition);
  await addShippedDefinition(db, {
    id: definition.id,
    version: definition.version,
    digest,
    body: JSON.stringify(definition),
    workflowType: workflowTypeOf(definition.id),
  });
  const row = await findDefinition(db, definition.id, definition.version);
  if (row?.digest === digest) return true;
  const acts = await listDefinitionActs(db, definition.id);
  const isOwn = acts.some(({ kind, version }) => kind === 'published' && version === row?.version);
  if (isOwn) return false;
  throw new Error(
    `Protocol ${definition.id} version ${definition.version} is published with another content (${row?.digest.slice(0, 12)}, here ${digest.slice(0, 12)}). A published version never changes: give the changed definition a new version number.`,
  );
}

/** SHA-256 of the canonical JSON of a definition or a pack, hex. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
