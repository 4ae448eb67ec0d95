import { listProtocolVersions } from '../../db/queries/list-protocols.js';
import type { RunScope } from '../../db/queries/visible-runs.js';
import type { Door } from '../../door/door.js';
import type { Access } from '../auth/access.js';
import { relationsOf } from '../auth/policy.js';
import { isReserved } from '../auth/relations.js';

/** Reserved roles by published version, as they were last read; a version never changes and none goes. */
const remembered = new WeakMap<Door['definitions'], ReservedRoles>();

interface ReservedRoles {
  /** `protocol@version` of every version that was there. */
  readonly versions: readonly string[];
  /** `protocol@version/role`. */
  readonly roles: readonly string[];
}

/** Which runs an access may read, as the condition the database applies; derived from the policy table. */
export async function scopeOf(door: Door, access: Access): Promise<RunScope> {
  return scopeWith(await readReservedRoles(door), access);
}

/**
 * The same by what is remembered, which spares a question; undefined when nothing is. Of a version published since it shows
 * nothing to a party: whoever finds nothing asks again with `scopeOf`.
 */
export function rememberedScope(door: Door, access: Access): RunScope | undefined {
  const reserved = remembered.get(door.definitions);
  return reserved && { ...scopeWith(reserved, access), versions: reserved.versions };
}

function scopeWith(reserved: ReservedRoles, access: Access): RunScope {
  const relations = relationsOf(access.role, 'run.read');
  return {
    institution: access.institution,
    all: relations.includes('any'),
    asParty: relations.includes('party'),
    asStarter: relations.includes('starter'),
    asRehearser: relations.includes('rehearsal'),
    reservedRoles: reserved.roles,
  };
}

async function readReservedRoles(door: Door): Promise<ReservedRoles> {
  const versions: string[] = [];
  const roles: string[] = [];
  for (const { id, version } of await listProtocolVersions(door.db)) {
    const definition = await door.definitions.find(id, version);
    versions.push(`${id}@${version}`);
    for (const role of definition?.roles ?? []) {
      if (isReserved(role)) roles.push(`${id}@${version}/${role.id}`);
    }
  }
  const read = { versions, roles };
  remembered.set(door.definitions, read);
  return read;
}

/** `protocol@version/role` of the leading role of every published version. */
export async function leadRoles(door: Door): Promise<string[]> {
  const keys: string[] = [];
  for (const { id, version } of await listProtocolVersions(door.db)) {
    const definition = await door.definitions.find(id, version);
    if (definition) keys.push(`${id}@${version}/${definition.lead}`);
  }
  return keys;
}
