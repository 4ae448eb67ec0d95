import { leafHash } from '../tree/hashes.js';
import { codesShown, type Reading } from './reading.js';
import { WORDS } from './words.js';

/** Leaves of a run follow each other, none is missing between them, and none belongs to two runs. */
export function checkChains({ head, leaves, report }: Reading): void {
  const whole = head.kind === 'run' || head.from === 0;
  const last = new Map<string, { hash: string; seq: number; p: number }>();
  const owner = new Map<string, string>();
  for (const one of leaves) {
    const { line, leaf } = one;
    const { run, p, d } = line;
    if (!leaf || d === null || run === null) continue;
    const before = last.get(run);
    const isFirst = leaf.prev === '';
    // Of a period that begins later, the leaf before may lie outside: then it must be nobody else's.
    const outside = !whole && !isFirst && (!before || before.p < head.from);
    const follows = before ? leaf.prev === before.hash : isFirst;
    if (outside ? owner.has(leaf.prev) && leaf.prev !== before?.hash : !follows) {
      report('chain', WORDS.chain, p);
    }
    const seq = codesShown(one)?.seq;
    if (seq !== undefined && !outside && seq !== (before?.seq ?? 0) + 1) {
      report('gap', WORDS.gap((before?.seq ?? 0) + 1), p);
    }
    const hash = leafHash(d).toString('base64');
    owner.set(hash, run);
    last.set(run, { hash, seq: seq ?? before?.seq ?? 0, p });
  }
}
