import { openCheckpoint, parseCheckpoint } from '../note/checkpoint.js';
import type { Verifier } from '../note/keys.js';
import { parseNote } from '../note/note.js';
import { type ReadNode, rootOf } from '../tree/hashes.js';
import { partialTree } from './partial-tree.js';
import { linesOf, type Reading } from './reading.js';
import { WORDS } from './words.js';

/** The leaves make up the tree that was signed, at every checkpoint the pack carries. Gives a reader of that tree. */
export function checkTree(reading: Reading, log: Verifier): ReadNode {
  const { head, leaves, lines, report } = reading;
  const hashes = new Map<number, Buffer>();
  for (const { line } of leaves) {
    if (line.h !== null) hashes.set(line.p, Buffer.from(line.h, 'base64'));
    else report('tree', WORDS.tree, line.p);
  }
  const given = linesOf(lines, 'node').map(({ l, i, h }) => ({
    level: l,
    index: i,
    hash: Buffer.from(h, 'base64'),
  }));
  const { read, disagreements } = partialTree(hashes, given);
  for (const { level, index } of given) read(level, index);
  for (const { position, until } of disagreements) report('tree', WORDS.tree, position, until);
  checkRoots(reading, log, read);
  if (head.size < head.to) report('position', WORDS.missing, head.size, head.to);
  return read;
}

function checkRoots({ head, lines, report }: Reading, log: Verifier, read: ReadNode): void {
  let good = 0;
  let signed = false;
  for (const { note } of linesOf(lines, 'checkpoint')) {
    const said = parseCheckpoint(parseNote(note)?.text ?? '');
    const checkpoint = openCheckpoint(note, log);
    if (!checkpoint) {
      report('checkpoint', WORDS.badCheckpoint(said ? String(said.size) : '?'), good, said?.size);
      continue;
    }
    const { size, root } = checkpoint;
    signed ||= size === head.size;
    const computed = rootOf(size, read);
    if (computed?.equals(root)) good = size;
    else if (computed || size === head.size) report('root', WORDS.root(size), good, size);
  }
  if (!signed) report('checkpoint', WORDS.noCheckpoint(head.size), good, head.size);
}

/**
 * The log begins with what the reader's own checkpoints say. Gives the sizes for which the pack carries no proof; their
 * question stays open.
 */
export function checkOwn(
  { head, report }: Reading,
  log: Verifier,
  read: ReadNode,
  own: readonly string[],
): number[] {
  const open: number[] = [];
  let good = 0;
  const checkpoints = own.map((note) => openCheckpoint(note, log));
  if (checkpoints.some((one) => one === undefined)) {
    report('own-checkpoint', WORDS.ownOther, 0, head.size);
  }
  const known = checkpoints.filter((one) => one !== undefined).sort((a, b) => a.size - b.size);
  for (const { size, root } of known) {
    if (size > head.size) {
      report('own-checkpoint', WORDS.ownShorter(size, head.size), head.size, size);
      return open;
    }
    const computed = rootOf(size, read);
    if (!computed) open.push(size);
    else if (computed.equals(root)) good = size;
    else {
      report('own-checkpoint', WORDS.ownDiffers(size), good, size);
      return open;
    }
  }
  return open;
}
