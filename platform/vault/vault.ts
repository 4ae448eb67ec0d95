import { hkdfSync, randomBytes } from 'node:crypto';
import type { NamedKey } from '../named-keys.js';
import { COMPARTMENTS, type Compartment, fileKeys, type KeyProvider } from './key-provider.js';
import { seal, unseal } from './seal.js';

export { COMPARTMENTS, type Compartment } from './key-provider.js';

export type PersonKeys = Readonly<Record<Compartment, Buffer>>;

/** A person's keys as stored: each wrapped by a key of the provider. An empty one was destroyed. */
export interface StoredKeys extends PersonKeys {
  /** One name when one key wrapped all three; else three, in the order of `COMPARTMENTS`, with a blank between. */
  readonly wrappedBy: string;
}

/** Makes and opens the data keys of persons. No key that wraps ever leaves it. */
export interface Vault {
  /** Fresh keys for a person, in clear for use now and wrapped for storage. */
  create(personId: string): Promise<{ keys: PersonKeys; stored: StoredKeys }>;
  /**
   * Rejects when the wrapping key is another one or the row was tampered with. A key that was destroyed is not among the
   * result's: asking for it throws `KeyDestroyedError`.
   */
  open(personId: string, stored: StoredKeys): Promise<PersonKeys>;
  /** The same keys wrapped by the provider's current ones; undefined when they are already. */
  rewrap(personId: string, stored: StoredKeys): Promise<StoredKeys | undefined>;
  /** What `wrappedBy` of keys made now says. */
  currentNames(): string;
  /** Encrypts a secret that belongs to no person's case, such as one of a sign-in, for the place `bound` names. */
  protect(secret: string, bound: string): string;
  /** Throws when the master key is another one, the text was tampered with or comes from another place. */
  reveal(stored: string, bound: string): string;
  /** Whether the first master key sealed it. */
  isCurrent(stored: string): boolean;
  /** A key of 256 bits for one purpose, always the same while the first master key is; tells nothing of the master key. */
  derive(purpose: string): Buffer;
}

/** A data key that was destroyed is asked for: what it sealed can be read by nobody any more. */
export class KeyDestroyedError extends Error {
  readonly compartment: Compartment;

  constructor(compartment: Compartment) {
    super(`The ${compartment} key of this person was destroyed`);
    this.name = 'KeyDestroyedError';
    this.compartment = compartment;
  }
}

/**
 * A vault whose first master key wraps; all unwrap, which is how a master key is rotated. The keys of persons are wrapped
 * by `provider` (the master keys unless given).
 */
export function createVault(
  masterKeys: readonly NamedKey[],
  provider: KeyProvider = fileKeys(masterKeys),
): Vault {
  const [first] = masterKeys;
  if (!first) throw new Error('A vault needs a master key');
  const getMaster = (id: string) => {
    const master = masterKeys.find((named) => named.id === id);
    if (!master) throw new Error(`Master key ${id} is needed to open what it sealed`);
    return master.key;
  };
  const open = async (personId: string, stored: StoredKeys): Promise<PersonKeys> => {
    const names = namesOf(stored.wrappedBy);
    const opened = await Promise.all(
      COMPARTMENTS.map((compartment) =>
        stored[compartment].length === 0
          ? undefined
          : provider.unwrap(names[compartment], stored[compartment], place(personId, compartment)),
      ),
    );
    return keysOf((compartment) => opened[COMPARTMENTS.indexOf(compartment)]);
  };
  const wrapAll = async (personId: string, keyOf: (compartment: Compartment) => Buffer | null) => {
    const wrapped = await Promise.all(
      COMPARTMENTS.map(async (compartment) => {
        const key = keyOf(compartment);
        const name = provider.current(compartment);
        return key ? provider.wrap(name, key, place(personId, compartment)) : Buffer.alloc(0);
      }),
    );
    return { ...byCompartment((_, index) => wrapped[index]!), wrappedBy: currentNames(provider) };
  };
  return {
    open,
    async create(personId) {
      const keys = byCompartment(() => randomBytes(32));
      return { keys, stored: await wrapAll(personId, (compartment) => keys[compartment]) };
    },
    async rewrap(personId, stored) {
      if (stored.wrappedBy === currentNames(provider)) return undefined;
      const keys = await open(personId, stored);
      return wrapAll(personId, (compartment) =>
        stored[compartment].length === 0 ? null : keys[compartment],
      );
    },
    currentNames: () => currentNames(provider),
    protect(secret, bound) {
      const sealed = seal(first.key, Buffer.from(secret), `secret/${bound}`);
      return `${first.id}:${sealed.toString('base64url')}`;
    },
    reveal(stored, bound) {
      const cut = stored.lastIndexOf(':');
      const sealed = Buffer.from(stored.slice(cut + 1), 'base64url');
      return unseal(getMaster(stored.slice(0, cut)), sealed, `secret/${bound}`).toString();
    },
    isCurrent: (stored) => stored.slice(0, stored.lastIndexOf(':')) === first.id,
    derive: (purpose) => Buffer.from(hkdfSync('sha256', first.key, '', purpose, 32)),
  };
}

const place = (personId: string, compartment: Compartment) =>
  `person-key/${personId}/${compartment}`;

function currentNames(provider: KeyProvider): string {
  const names = COMPARTMENTS.map((compartment) => provider.current(compartment));
  return new Set(names).size === 1 ? names[0]! : names.join(' ');
}

function namesOf(wrappedBy: string): Readonly<Record<Compartment, string>> {
  const names = wrappedBy.split(' ');
  return byCompartment((_, index) => names[names.length === 1 ? 0 : index] ?? '');
}

/** Keys of which a destroyed one throws when used, so that nothing is ever sealed or read under its absence. */
function keysOf(find: (compartment: Compartment) => Buffer | undefined): PersonKeys {
  const keys = {} as Record<Compartment, Buffer>;
  for (const compartment of COMPARTMENTS) {
    const key = find(compartment);
    Object.defineProperty(keys, compartment, {
      enumerable: key !== undefined,
      get() {
        if (key) return key;
        throw new KeyDestroyedError(compartment);
      },
    });
  }
  return keys;
}

function byCompartment<Value>(
  make: (compartment: Compartment, index: number) => Value,
): Record<Compartment, Value> {
  const [identity, contact, protection] = COMPARTMENTS;
  return {
    [identity]: make(identity, 0),
    [contact]: make(contact, 1),
    [protection]: make(protection, 2),
  } as Record<Compartment, Value>;
}
