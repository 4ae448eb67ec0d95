import { isCommitted } from '../leaf/leaf.js';
import { leafHash } from '../tree/hashes.js';
import { linesOf, type Reading, type ReadLeaf } from './reading.js';
import { WORDS } from './words.js';

/** What of a leaf must be shown, where it commits to it. */
const SHOWN = {
  exact: ['exact', 'by', 'account', 'gate', 'definition'],
  coarse: ['codes', 'by', 'gate', 'definition'],
} as const;

/** Every position is there once and in order, every leaf is what was kept, and says what is shown. */
export function checkLeaves(reading: Reading): void {
  const { head, leaves, report } = reading;
  let expected = head.kind === 'period' ? head.from : 0;
  for (const { line } of leaves) {
    const { p } = line;
    if (p < expected && p >= (head.kind === 'period' ? head.from : 0)) {
      report('position', WORDS.reordered, p);
    }
    if (head.kind === 'period' && p > expected) report('position', WORDS.missing, expected, p);
    if (p >= expected) expected = p + 1;
  }
  if (head.kind === 'period' && expected < head.to) {
    report('position', WORDS.missing, expected, head.to);
  }
  for (const one of leaves) checkLeaf(reading, one);
  for (const { source } of linesOf(reading.lines, 'unlogged')) {
    report('not-logged', WORDS.notLogged(source), head.size);
  }
}

function checkLeaf({ head, report }: Reading, { line, leaf, values }: ReadLeaf): void {
  const { p, d, h, open } = line;
  if (d === null || !leaf) {
    report('position', WORDS.missing, p);
    return;
  }
  if (h !== leafHash(d).toString('base64')) report('leaf', WORDS.leaf, p);
  if (open === null) {
    report('lost', WORDS.lost, p);
    return;
  }
  for (const [name, opening] of Object.entries(open)) {
    if (!isCommitted(leaf, name, opening)) report('value', WORDS.value(name), p);
  }
  for (const name of SHOWN[head.precision]) {
    if (leaf.c[name] !== undefined && !open[name]) report('value', WORDS.unshown(name), p);
  }
  const exact = values.exact as { run?: string } | undefined;
  if (head.precision === 'exact' && leaf.kind !== 'change' && exact?.run !== line.run) {
    report('chain', WORDS.otherRun, p);
  }
}
