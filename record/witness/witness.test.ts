import { describe, expect, it } from 'vitest';
import { checkpointText } from '../note/checkpoint.js';
import { signerOf } from '../note/keys.js';
import { formatNote, parseNote, signedAt, signNote } from '../note/note.js';
import { proveConsistency } from '../tree/consistency.js';
import { leafHash, type ReadNode, rootOf } from '../tree/hashes.js';
import { addLeaves, readFromTiles } from '../tree/tiles.js';
import { formatSubmission, parseSubmission, witnessCheckpoint } from './witness.js';

const log = signerOf('retorno/log/invented', 'note', Buffer.alloc(32, 1));
const signer = signerOf('testigo-inventado', 'cosignature', Buffer.alloc(32, 2));

const treeOf = (word: string, size = 20): ReadNode =>
  readFromTiles(
    addLeaves(
      0,
      Array.from({ length: size }, (_, i) => leafHash(`${word} ${i}`)),
      () => undefined,
    ),
  );

function submission(read: ReadNode, old: number, size: number, by = log) {
  const text = checkpointText({ origin: log.name, size, root: rootOf(size, read)! });
  const note = formatNote({ text, signatures: [signNote(text, by)] });
  return { old, proof: old === 0 ? [] : proveConsistency(old, size, read), note };
}

describe('a witness', () => {
  const read = treeOf('leaf');
  const first = witnessCheckpoint(submission(read, 0, 7), log, signer, undefined, 100);
  const copy = first.status === 200 ? first.copy : undefined;

  it('signs what the log signed, with the time, and then what begins with it', () => {
    const second = witnessCheckpoint(submission(read, 7, 20), log, signer, copy, 200);
    if (second.status !== 200) throw new Error(`answered ${second.status}`);
    expect(second.copy.size).toBe(20);
    const note = parseNote(second.copy.note)!;
    expect(signedAt(note, log)).toBe(0);
    expect(signedAt(note, signer)).toBe(200);
    expect(second.line).toMatch(/^— testigo-inventado \S+\n$/);
  });

  it('signs nothing that does not begin with its copy, is shorter, or is of another log', () => {
    const judge = (given: ReturnType<typeof submission>) =>
      witnessCheckpoint(given, log, signer, copy, 300);
    expect(judge(submission(treeOf('rewritten'), 7, 20))).toEqual({ status: 422 });
    expect(judge(submission(treeOf('rewritten'), 7, 7))).toEqual({ status: 422 });
    expect(judge({ ...submission(read, 7, 20), proof: [] })).toEqual({ status: 422 });
    expect(judge(submission(read, 0, 20))).toEqual({ status: 409, size: 7 });
    expect(judge(submission(read, 5, 6))).toEqual({ status: 409, size: 7 });
    expect(judge({ ...submission(read, 0, 5), old: 7 })).toEqual({ status: 400 });
    const stranger = signerOf(log.name, 'note', Buffer.alloc(32, 3));
    expect(judge(submission(read, 7, 20, stranger))).toEqual({ status: 403 });
  });

  it('reads a submission as it was sent, also within a mail', () => {
    for (const given of [submission(read, 7, 20), submission(read, 0, 20)]) {
      const text = formatSubmission(given);
      expect(parseSubmission(text)).toEqual(given);
      const mailed = `Punto de control\n\n${text}\n\nSaludos\n`.replaceAll('\n', '\r\n');
      expect(parseSubmission(mailed)).toEqual(given);
    }
    expect(parseSubmission('old 3\nAAAA\n\nx')).toBeUndefined();
    expect(parseSubmission('nothing')).toBeUndefined();
  });
});
