import type { Length, Unit } from '../language/deadline.js';
import type { Source, Text } from '../language/text.js';

/** A text in both languages, Spanish first. */
export const t = (es: string, en: string): Text => ({ es, en });

/** A rule whose text was read. */
export const law = (ref: string): Source => ({ mark: 'source', ref });
/** A known rule whose paragraph was not read again. */
export const known = (ref: string): Source => ({ mark: 'memory', ref });
/** A real rule of another corridor that only sizes the value. */
export const comparator = (ref: string): Source => ({ mark: 'comparator', ref });
/** A product choice an administrator may change. */
export const choice = (ref: string): Source => ({ mark: 'proposal', ref });

/** A length of time. */
export const span = (length: number, unit: Unit): Length => ({ length, unit });

/** One option of a `code` or `codes` question. */
export const option = (id: string, es: string, en: string) => ({ id, title: t(es, en) });

/** Counted in months from one anchor, e.g. the visits of a year. */
export const months = (...counts: readonly number[]): Length[] =>
  counts.map((count) => span(count, 'months'));
