import type { Database } from '../db/client.js';
import {
  addPack,
  addVariant,
  findPackRow,
  findVariantRow,
  listPacks,
  type PackRow,
} from '../db/queries/packs.js';
import { brokenUnder } from '../protocols/checker/broken-under.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Pack, packKey } from '../protocols/language/pack.js';
import { applyVariant } from '../protocols/language/variant/apply.js';
import { checkVariant } from '../protocols/packs/check/check-variant.js';
import { digestOf } from './definitions.js';
import { LruMap } from './lru-map.js';

/** The published packs and the protocols as they hold under them, each read once. */
export interface Packs {
  find(id: string, version: number): Promise<Pack | undefined>;
  /** The newest version of each pack that takes new runs. */
  listCurrent(): Promise<Pack[]>;
  list(): Promise<PackRow[]>;
  /** A protocol version as it holds under a pack, as it was made when first used. */
  findVariant(protocol: string, version: number, pack: string): Promise<Definition | undefined>;
  /** The same, made now where nobody has used it yet; undefined when the protocol would be less safe under the pack. */
  vary(definition: Definition, pack: Pack): Promise<Definition | undefined>;
  /** Enters the shipped packs. Throws when one was changed without a new version number. */
  publishShipped(shipped: readonly Pack[]): Promise<void>;
}

/** How old the list of packs may be when a run is started, in milliseconds. */
const PACKS_AGE = 5000;

export function createPacks(db: Database): Packs {
  const known = new Map<string, Pack>();
  let current: Pack[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const variants = new LruMap<string, Definition>(500);
  const read = (row: PackRow): Pack => {
    const key = packKey(row);
    const pack = known.get(key) ?? (JSON.parse(row.body) as Pack);
    known.set(key, pack);
    return pack;
  };
  const findVariant: Packs['findVariant'] = async (protocol, version, pack) => {
    const key = `${protocol}@${version}/${pack}`;
    const cached = variants.find(key);
    if (cached) return cached;
    const row = await findVariantRow(db, { protocol, version, pack });
    if (!row) return undefined;
    const variant = JSON.parse(row.body) as Definition;
    variants.set(key, variant);
    return variant;
  };
  return {
    findVariant,
    list: () => listPacks(db),
    async find(id, version) {
      const cached = known.get(packKey({ id, version }));
      if (cached) return cached;
      const row = await findPackRow(db, id, version);
      return row && read(row);
    },
    async listCurrent() {
      if (performance.now() - readAt < PACKS_AGE) return current;
      const newest = new Map<string, PackRow>();
      for (const row of await listPacks(db)) if (!row.retiredAt) newest.set(row.id, row);
      current = [...newest.values()].map(read);
      readAt = performance.now();
      return current;
    },
    async vary(definition, pack) {
      const of = { protocol: definition.id, version: definition.version, pack: packKey(pack) };
      const there = await findVariant(of.protocol, of.version, of.pack);
      if (there) return there;
      if (checkVariant(definition, pack).length > 0) return undefined;
      // Half a second once for each protocol version and pack: what comes out is kept.
      if (brokenUnder(definition, pack).length > 0) return undefined;
      const body = JSON.stringify(applyVariant(definition, pack));
      await addVariant(db, { ...of, digest: digestOf(JSON.parse(body)), body });
      const made = await findVariant(of.protocol, of.version, of.pack);
      if (made) return made;
      throw new Error(`Variant ${of.protocol} ${of.version} of ${of.pack} was not kept`);
    },
    async publishShipped(shipped) {
      for (const pack of shipped) await publish(db, pack);
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}

async function publish(db: Database, pack: Pack): Promise<void> {
  const { id, version } = pack;
  const digest = digestOf(pack);
  await addPack(db, { id, version, digest, body: JSON.stringify(pack) });
  const row = await findPackRow(db, id, version);
  if (row?.digest === digest) return;
  throw new Error(
    `Pack ${id} version ${version} is published with another content (${row?.digest.slice(0, 12)}, here ${digest.slice(0, 12)}). A published version never changes: give the changed pack a new version number.`,
  );
}
