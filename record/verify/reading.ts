import type { Text } from '../../protocols/language/text.js';
import { type Leaf, parseLeaf } from '../leaf/leaf.js';
import type { ActCodes } from '../leaf/values.js';
import type { HeadLine, LeafLine, PackLine } from '../pack/lines.js';
import type { Fault, FaultCode } from './fault.js';

/** A leaf of the pack being verified, taken apart. */
export interface ReadLeaf {
  readonly line: LeafLine;
  /** Undefined where the leaf is missing or is none. */
  readonly leaf: Leaf | undefined;
  /** Values shown, parsed, by name. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A pack being verified. */
export interface Reading {
  readonly head: HeadLine;
  readonly lines: readonly PackLine[];
  readonly leaves: readonly ReadLeaf[];
  report(code: FaultCode, text: Text, position: number, until?: number): void;
}

/** The lines of one kind. */
export function linesOf<T extends PackLine['t']>(
  lines: readonly PackLine[],
  t: T,
): Extract<PackLine, { t: T }>[] {
  return lines.filter((line): line is Extract<PackLine, { t: T }> => line.t === t);
}

export function readLeaf(line: LeafLine): ReadLeaf {
  const values: Record<string, unknown> = {};
  for (const [name, [, text]] of Object.entries(line.open ?? {})) {
    try {
      values[name] = JSON.parse(text);
    } catch {
      values[name] = undefined;
    }
  }
  return { line, leaf: line.d === null ? undefined : parseLeaf(line.d), values };
}

/** What an act was by the protocol's names, as far as the pack shows it; undefined for what is no act. */
export function codesShown({ leaf, values }: ReadLeaf): ActCodes | undefined {
  if (leaf?.kind !== 'act') return undefined;
  const exact = values.exact as { seq?: number; act?: Omit<ActCodes, 'seq'> } | undefined;
  if (exact?.act && typeof exact.seq === 'number') return { ...exact.act, seq: exact.seq };
  const codes = values.codes as ActCodes | undefined;
  return typeof codes?.seq === 'number' ? codes : undefined;
}

/** Collects faults; the earliest position comes first. */
export function createFaults(): { readonly found: Fault[]; report: Reading['report'] } {
  const found: Fault[] = [];
  return {
    found,
    report: (code, text, position, until = position + 1) => {
      found.push({ code, position, until, text });
    },
  };
}
