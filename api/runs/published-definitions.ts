import { listProtocolVersions } from '../../db/queries/list-protocols.js';
import type { Door } from '../../door/door.js';
import type { Definition } from '../../protocols/language/definition.js';
import { packKey } from '../../protocols/language/pack.js';

/** Every published version of every protocol, oldest first within one. */
export async function publishedDefinitions(door: Door): Promise<Definition[]> {
  const found: Definition[] = [];
  for (const { id, version } of await listProtocolVersions(door.db)) {
    const definition = await door.definitions.find(id, version);
    if (definition) found.push(definition);
  }
  return found;
}

/** The steps a stage of a protocol has in any version, also as packs in use vary it. */
export async function stepsOfStage(
  door: Door,
  definitions: readonly Definition[],
  protocol: string,
  stage: string,
): Promise<string[]> {
  const packs = (await door.packs.list()).map(packKey);
  const found = new Set<string>();
  for (const definition of definitions.filter(({ id }) => id === protocol)) {
    const { id, version } = definition;
    const variants = await Promise.all(
      packs.map((pack) => door.packs.findVariant(id, version, pack)),
    );
    for (const one of [definition, ...variants]) {
      for (const step of one?.steps ?? []) if (step.stage === stage) found.add(step.id);
    }
  }
  return [...found];
}
