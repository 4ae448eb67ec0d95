import type { NamedKey } from '../named-keys.js';
import { seal, unseal } from './seal.js';

export const COMPARTMENTS = ['identity', 'contact', 'protection'] as const;
/** Data of one person is kept under three keys, so that what was told in confidence can be held apart. */
export type Compartment = (typeof COMPARTMENTS)[number];

/**
 * Holds the keys that wrap the keys of persons; they never leave it. Asynchronous, because it may be a device or a service
 * on another machine, run by another institution.
 */
export interface KeyProvider {
  /** Name of the key that wraps new keys of a compartment: no blank, at most 100 characters. */
  current(compartment: Compartment): string;
  /** Whether this provider has the key of that name. */
  holds(name: string): boolean;
  /** `bound` is authenticated but not stored: what was wrapped for one place does not open at another. */
  wrap(name: string, plain: Buffer, bound: string): Promise<Buffer>;
  /** Rejects when the key, the place or any byte is another one, or the device cannot be reached. */
  unwrap(name: string, wrapped: Buffer, bound: string): Promise<Buffer>;
}

/**
 * Keys given as bytes, from a file or the environment: the first of a list wraps, all unwrap. With `protection` the keys of
 * that compartment are wrapped by a list of its own, which another institution may keep.
 */
export function fileKeys(
  keys: readonly NamedKey[],
  protection: readonly NamedKey[] = [],
): KeyProvider {
  const getFirst = (list: readonly NamedKey[]) => {
    const [first] = list;
    if (!first) throw new Error('A key provider needs a key');
    return first;
  };
  const all = [...keys, ...protection];
  const getKey = (name: string) => {
    const named = all.find(({ id }) => id === name);
    if (!named) throw missing(name);
    return named.key;
  };
  const general = getFirst(keys);
  const confided = protection[0] ?? general;
  return {
    current: (compartment) => (compartment === 'protection' ? confided : general).id,
    holds: (name) => all.some(({ id }) => id === name),
    wrap: async (name, plain, bound) => seal(getKey(name), plain, bound),
    unwrap: async (name, wrapped, bound) => unseal(getKey(name), wrapped, bound),
  };
}

/** Wraps with the first provider and opens with whichever holds the key: how an installation moves from one to another. */
export function providersInTurn(providers: readonly KeyProvider[]): KeyProvider {
  const [first] = providers;
  if (!first) throw new Error('There is no key provider');
  const holderOf = (name: string) => {
    const holder = providers.find((provider) => provider.holds(name));
    if (!holder) throw missing(name);
    return holder;
  };
  return {
    current: first.current,
    holds: (name) => providers.some((provider) => provider.holds(name)),
    wrap: async (name, plain, bound) => holderOf(name).wrap(name, plain, bound),
    unwrap: async (name, wrapped, bound) => holderOf(name).unwrap(name, wrapped, bound),
  };
}

const missing = (name: string) => new Error(`Master key ${name} is needed to open what it sealed`);
