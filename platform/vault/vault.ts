import { hkdfSync, randomBytes } from 'node:crypto';
import type { NamedKey } from '../named-keys.js';
import { seal, unseal } from './seal.js';

export const COMPARTMENTS = ['identity', 'contact', 'protection'] as const;
/** Data of one person is kept under three keys, so that what was told in confidence can be held apart. */
export type Compartment = (typeof COMPARTMENTS)[number];

export type PersonKeys = Readonly<Record<Compartment, Buffer>>;

/** A person's keys as stored: each wrapped by the master key named `wrappedBy`. */
export interface StoredKeys extends PersonKeys {
  readonly wrappedBy: string;
}

/** Makes and opens the data keys of persons. The master key never leaves it. */
export interface Vault {
  /** Fresh keys for a person, in clear for use now and wrapped for storage. */
  create(personId: string): { keys: PersonKeys; stored: StoredKeys };
  /** Throws when the master key is another one or the row was tampered with. */
  open(personId: string, stored: StoredKeys): PersonKeys;
  /** Encrypts a secret that belongs to no person's case, such as one of a sign-in, for the place `bound` names. */
  protect(secret: string, bound: string): string;
  /** Throws when the master key is another one, the text was tampered with or comes from another place. */
  reveal(stored: string, bound: string): string;
  /** A key of 256 bits for one purpose, always the same while the first master key is; tells nothing of the master key. */
  derive(purpose: string): Buffer;
}

/** A vault whose first master key wraps; all unwrap, which is how a master key is rotated. */
export function createVault(masterKeys: readonly NamedKey[]): Vault {
  const [first] = masterKeys;
  if (!first) throw new Error('A vault needs a master key');
  const bound = (personId: string, compartment: Compartment) =>
    `person-key/${personId}/${compartment}`;
  const getMaster = (id: string) => {
    const master = masterKeys.find((named) => named.id === id);
    if (!master) throw new Error(`Master key ${id} is needed to open what it sealed`);
    return master.key;
  };
  return {
    create(personId) {
      const keys = mapCompartments(() => randomBytes(32));
      const wrapped = mapCompartments((name) => seal(first.key, keys[name], bound(personId, name)));
      return { keys, stored: { ...wrapped, wrappedBy: first.id } };
    },
    open(personId, stored) {
      const key = getMaster(stored.wrappedBy);
      return mapCompartments((name) => unseal(key, stored[name], bound(personId, name)));
    },
    protect(secret, place) {
      const sealed = seal(first.key, Buffer.from(secret), `secret/${place}`);
      return `${first.id}:${sealed.toString('base64url')}`;
    },
    reveal(stored, place) {
      const cut = stored.lastIndexOf(':');
      const sealed = Buffer.from(stored.slice(cut + 1), 'base64url');
      return unseal(getMaster(stored.slice(0, cut)), sealed, `secret/${place}`).toString();
    },
    derive: (purpose) => Buffer.from(hkdfSync('sha256', first.key, '', purpose, 32)),
  };
}

function mapCompartments(make: (name: Compartment) => Buffer): PersonKeys {
  return { identity: make('identity'), contact: make('contact'), protection: make('protection') };
}
