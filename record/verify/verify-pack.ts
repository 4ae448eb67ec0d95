import { parseVerifier, type Verifier } from '../note/keys.js';
import { parseNote, signedAt } from '../note/note.js';
import { openPack, sealText } from '../pack/file.js';
import type { HeadLine } from '../pack/lines.js';
import { checkChains } from './check-chains.js';
import { checkGates, readDefinitions } from './check-gates.js';
import { checkLeaves } from './check-leaves.js';
import { checkSafeguards } from './check-safeguards.js';
import { checkOwn, checkTree } from './check-tree.js';
import type { Fault } from './fault.js';
import { createFaults, linesOf, type Reading, readLeaf } from './reading.js';
import { WORDS } from './words.js';

/** What somebody who verifies has from elsewhere. */
export interface Known {
  /** The log's key; without it the key in the pack is used, which proves nothing about who made it. */
  readonly log?: Verifier;
  /** Signed checkpoints kept from earlier. */
  readonly own?: readonly string[];
}

export interface Verdict {
  readonly head: HeadLine | undefined;
  readonly leaves: number;
  readonly runs: number;
  /** What is wrong with the log and the file first, then what safeguards say; of each the earliest position first. */
  readonly faults: readonly Fault[];
  /** Sizes of own checkpoints the pack carries no proof for. */
  readonly open: readonly number[];
}

/** Safeguards are judged on what the file shows, so they say little where that was changed. */
const rank = ({ code }: Fault) => (code === 'safeguard' ? 1 : 0);

const END = Number.MAX_SAFE_INTEGER;

/**
 * Verifies an evidence pack with nothing but the pack and what the reader has: the signature of the file, every leaf against
 * what is shown of it, the order and completeness of runs, inclusion in the signed tree, consistency with the reader's own
 * checkpoints, and that what had to hold held before every departure. Needs neither network nor database.
 */
export function verifyPack(text: string, known: Known = {}): Verdict {
  const { found, report } = createFaults();
  const pack = openPack(text);
  const leafLines = linesOf(pack.lines, 'leaf');
  const { head } = pack;
  const verdict = (open: readonly number[], runs = 0): Verdict => ({
    head,
    leaves: leafLines.length,
    runs,
    faults: found.sort((a, b) => rank(a) - rank(b) || a.position - b.position || a.until - b.until),
    open,
  });
  if (pack.torn !== undefined) {
    report('cut', WORDS.torn(pack.torn), (leafLines.at(-1)?.p ?? -1) + 1, END);
    return verdict([]);
  }
  const log = known.log ?? (head && parseVerifier(head.key));
  if (!head || !log || pack.seal === undefined) {
    report('seal', WORDS.noSeal, 0, END);
    return verdict([]);
  }
  const note = parseNote(pack.seal);
  const isSealed =
    note?.text === sealText(head.origin, pack.body) &&
    log.name === head.origin &&
    signedAt(note, log) !== undefined;
  if (!isSealed) report('seal', WORDS.badSeal, 0, END);
  const reading: Reading = { head, lines: pack.lines, leaves: leafLines.map(readLeaf), report };
  checkLeaves(reading);
  checkChains(reading);
  const read = checkTree(reading, log);
  const open = checkOwn(reading, log, read, known.own ?? []);
  const definitions = readDefinitions(reading);
  checkGates(reading, definitions);
  if (head.precision === 'exact') checkSafeguards(reading, definitions);
  return verdict(open, new Set(leafLines.flatMap(({ run }) => run ?? [])).size);
}
