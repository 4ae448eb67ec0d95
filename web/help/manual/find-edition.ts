import { ProblemError } from '../../../api/errors.js';
import { code } from '../../../api/schemas/common.js';
import { listProtocolVersions } from '../../../db/queries/list-protocols.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { findPack } from '../../../protocols/language/pack.js';
import type { Text } from '../../../protocols/language/text.js';
import type { Visit } from '../../frame/visit.js';
import { openCase } from '../../tasks/task.js';

/** A published version of a protocol, as a manual or a sheet of rights is made of it. */
export interface Edition {
  readonly definition: Definition;
  readonly digest: string;
  readonly publishedAt: Date;
  /** The pack under which a case runs. */
  readonly pack?: Text;
}

/** The version in force of the protocol the address names. Throws `route-unknown` where none is. */
export async function getEdition({ context, params }: Visit): Promise<Edition> {
  const { protocol = '' } = params;
  const current = code.safeParse(protocol).success
    ? await context.door.definitions.findCurrent(protocol)
    : undefined;
  if (!current) throw new ProblemError('route-unknown');
  return editionOf(context, current.definition);
}

/** The version a case runs under, with its pack. Throws as `openRun` does. */
export async function openEdition(visit: Visit) {
  const opened = await openCase(visit, 'run.work');
  return { opened, edition: await editionOf(visit.context, opened.definition) };
}

async function editionOf({ door }: Visit['context'], definition: Definition): Promise<Edition> {
  const row = (await listProtocolVersions(door.db)).find(
    ({ id, version }) => id === definition.id && version === definition.version,
  );
  if (!row) throw new ProblemError('route-unknown');
  const pack = findPack(definition)?.title;
  return {
    definition,
    digest: row.digest,
    publishedAt: row.publishedAt,
    ...(pack ? { pack } : {}),
  };
}
