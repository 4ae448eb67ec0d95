import { canonicalJson } from '../language/fingerprint.js';

/** One part of a definition that is not the same in two versions; an absent side is undefined. */
export interface Change {
  /** Names from the outside in, e.g. `steps`, `departure`, `requires`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Parts that are said as a whole, not field by field. */
const WHOLE = new Set([
  'when',
  'minorWhen',
  'while',
  'unless',
  'lapseIf',
  'from',
  'notBefore',
  'ahead',
  'series',
  'continues',
  'assigns',
  'source',
  'ground',
  'acknowledge',
]);

/** Every part in which two values differ, in the order of the earlier one, added parts last. */
export function changesBetween(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): Change[] {
  if (isSame(before, after)) return [];
  if (!WHOLE.has(path.at(-1) ?? '')) {
    const both = entriesOf(before);
    const later = entriesOf(after);
    if (both && later && sameSort(before, after)) {
      return [...new Set([...both.keys(), ...later.keys()])].flatMap((name) =>
        changesBetween(both.get(name), later.get(name), [...path, name]),
      );
    }
  }
  return [{ path, before, after }];
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** The named parts of a value: fields of an object, entries of a list of things with ids; undefined for a plain value. */
function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const entries = value as { readonly id?: unknown }[];
    if (!entries.every((entry) => typeof entry?.id === 'string')) return undefined;
    return new Map(entries.map((entry) => [String(entry.id), entry]));
  }
  if (typeof value !== 'object' || value === null || isText(value)) return undefined;
  return new Map(Object.entries(value).filter(([name]) => name !== 'id'));
}

function sameSort(a: unknown, b: unknown): boolean {
  return Array.isArray(a) === Array.isArray(b);
}

/** A text in both languages. */
export function isText(value: unknown): value is { es: string; en: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'es' in value && 'en' in value && Object.keys(value).length === 2;
}
