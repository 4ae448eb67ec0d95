import { listProtocolVersions } from '../../db/queries/list-protocols.js';
import type { RunScope } from '../../db/queries/visible-runs.js';
import type { Door } from '../../door/door.js';
import type { Access } from '../auth/access.js';
import { relationsOf } from '../auth/policy.js';
import { isReserved } from '../auth/relations.js';

/** Which runs an access may read, as the condition the database applies; derived from the policy table. */
export async function scopeOf(door: Door, access: Access): Promise<RunScope> {
  const relations = relationsOf(access.role, 'run.read');
  return {
    institution: access.institution,
    all: relations.includes('any'),
    asParty: relations.includes('party'),
    asStarter: relations.includes('starter'),
    asRehearser: relations.includes('rehearsal'),
    reservedRoles: await reservedRoles(door),
  };
}

/** `protocol@version/role` of every reserved role of every published version. */
async function reservedRoles(door: Door): Promise<string[]> {
  const keys: string[] = [];
  for (const { id, version } of await listProtocolVersions(door.db)) {
    const definition = await door.definitions.find(id, version);
    for (const role of definition?.roles ?? []) {
      if (isReserved(role)) keys.push(`${id}@${version}/${role.id}`);
    }
  }
  return keys;
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
