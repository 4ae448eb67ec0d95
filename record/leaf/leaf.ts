import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '../../protocols/language/fingerprint.js';

/** `act`: something happened in a run; `read`: somebody read stored data; `change`: who may do what, or what is in force, changed. */
export type LeafKind = 'act' | 'read' | 'change';

/**
 * One line of the log. It holds no value, only commitments to values by name, so that each may be shown to one reader and
 * kept from another, and the log stays valid when nobody can show them any more.
 */
export interface Leaf {
  readonly v: 1;
  readonly kind: LeafKind;
  /** Hash of the leaf before about the same run, base64; empty for the first and for what is about no run. */
  readonly prev: string;
  /** SHA-256 of salt and value, base64, by name. */
  readonly c: Readonly<Record<string, string>>;
}

/** What a leaf commits to, by name: canonical JSON. */
export type Values = Readonly<Record<string, string>>;

/** A value shown: the salt in base64, and the text. */
export type Opening = readonly [salt: string, text: string];

/** SHA-256 of salt and text, base64. The salt has 256 bits, so that nothing can be learnt by trying values. */
export function commitmentOf(salt: Buffer, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('base64');
}

/** The salt of one value of one leaf: nobody without the key can tell it, and it need not be stored. */
export function saltOf(key: Buffer, place: { source: string; ref: string; name: string }): Buffer {
  const { source, ref, name } = place;
  return createHmac('sha256', key).update(`${source}\0${ref}\0${name}`).digest();
}

/** The text of a leaf that commits to the values. */
export function leafText(
  kind: LeafKind,
  prev: string,
  values: Values,
  salt: (name: string) => Buffer,
): string {
  const c = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, commitmentOf(salt(name), text)]),
  );
  return canonicalJson({ v: 1, kind, prev, c } satisfies Leaf);
}

/** Reads a leaf; undefined for what is none. */
export function parseLeaf(text: string): Leaf | undefined {
  try {
    const leaf = JSON.parse(text) as Leaf;
    const isLeaf =
      leaf.v === 1 &&
      ['act', 'read', 'change'].includes(leaf.kind) &&
      typeof leaf.prev === 'string' &&
      typeof leaf.c === 'object' &&
      leaf.c !== null;
    return isLeaf ? leaf : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the leaf commits to the value shown. */
export function isCommitted(leaf: Leaf, name: string, [salt, text]: Opening): boolean {
  return leaf.c[name] === commitmentOf(Buffer.from(salt, 'base64'), text);
}
